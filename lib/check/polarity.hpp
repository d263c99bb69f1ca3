// Where texts deny something.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "check/material.hpp"

namespace duizhao::check {

/// What denies in a side.
struct Denials {
  /// Words that deny and nothing else: 不, 没有, not, never. Indices into the side's words.
  std::vector<std::size_t> plain;

  /// There is something that may stand for a denial, or for which one may stand: 难以, lack,
  /// unless, a rhetorical question.
  bool hidden = false;
};

/// Of a Chinese side. A不A questions, double negations (不得不) and words that only look like
/// denials (不过, 非常) do not count.
Denials chinese_denials(const Translation& translation, const Side& side);

/// Of an English side. Set phrases (not only, no doubt, no matter) do not count.
Denials english_denials(const Translation& translation, const Side& side);

}  // namespace duizhao::check
