// Letter case.
#pragma once

#include <string>
#include <string_view>

namespace duizhao::text {

/// The text without differences of case (Unicode case folding, code point by code point, by
/// utf8proc).
std::string fold_case(std::string_view text);

bool is_upper(char32_t code_point);
bool is_lower(char32_t code_point);

}  // namespace duizhao::text
