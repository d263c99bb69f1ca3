// A text as its characters.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "duizhao/text/byte_range.hpp"

namespace duizhao::check {

/// A character of a text, and where it stands.
struct Character {
  char32_t value;
  ByteRange range;
};

std::vector<Character> characters_of(std::string_view text);

/// A text with spaces in the place of some ranges.
std::string blanked(std::string_view text, const std::vector<ByteRange>& ranges);

}  // namespace duizhao::check
