// Letter case.
#pragma once

#include <string>
#include <string_view>

namespace duizhao::text {

/// The text without differences of case (Unicode case folding, code point by code point, by
/// utf8proc).
std::string fold_case(std::string_view text);

/// The text in lower case by all of Unicode's rules, whatever the language (by ICU): unlike folding
/// it knows final sigmas and letters that become two.
std::string lower_case(std::string_view text);

/// Letters without their marks: Zurich for Zürich (by utf8proc).
std::string fold_marks(std::string_view text);

bool is_upper(char32_t code_point);
bool is_lower(char32_t code_point);

}  // namespace duizhao::text
