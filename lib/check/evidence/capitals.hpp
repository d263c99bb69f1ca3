// Capitalised words of English text, which may be names.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "check/engine/context.hpp"

namespace duizhao::check {

/// A capitalised English word.
struct Capital {
  std::size_t word;  // index in the side's words
  std::string text;  // as it stands, possessives left out
  bool initial;      // it begins a sentence or a quotation: its capital says little
  bool explained = false;
};

/// Those of a side, in order; I is none.
std::vector<Capital> capitals_of(const Side& english);

/// Whether one word is a slip of the other: a letter in five and more, two in seven and more
/// (Damerau 1964).
bool is_slip(const std::string& left, const std::string& right);

/// Whether two stems are of one name: Brazil and Brazilian, Zürich and Zurich.
bool are_kin(const std::string& left, const std::string& right);

}  // namespace duizhao::check
