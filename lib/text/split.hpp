// A text cut at a character.
#pragma once

#include <string_view>
#include <vector>

namespace duizhao::text {

/// The parts between occurrences of an ASCII character, empty ones too: at least one.
std::vector<std::string_view> split(std::string_view text, char separator);

}  // namespace duizhao::text
