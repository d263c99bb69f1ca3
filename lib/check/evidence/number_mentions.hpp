// The quantities of a side, and how those of two sides go together.
#pragma once

#include <string_view>
#include <vector>

#include "check/engine/context.hpp"

namespace duizhao::check {

/// A quantity of a side, and what its surroundings say about it.
struct Mention {
  Quantity quantity;
  bool about = false;  // approximate by the words beside it, or a range
  bool minor = false;  // a small number in words, or part of an ordinary word: often left out
  bool idle = false;   // counts nothing: part of a name, an idiom, the number of an item
  bool matched = false;
  bool explained = false;  // in other words, or counted otherwise: a century, 20 per cent off
};

std::vector<Mention> mentions_of(const CheckedTranslation& translation, const CheckedBead& pair,
                                 SideOf name);

/// Whether a text has a digit.
bool has_digit(std::string_view text);

/// How well two quantities go together.
enum class Fit { none, roughly, well };

Fit fit(const Mention& left, const Mention& right);

}  // namespace duizhao::check
