// ASCII, whatever the C locale says.
#pragma once

#include <string>
#include <string_view>

namespace duizhao::text {

constexpr bool is_ascii_upper(char c) { return c >= 'A' && c <= 'Z'; }
constexpr bool is_ascii_letter(char c) { return is_ascii_upper(c) || (c >= 'a' && c <= 'z'); }
constexpr bool is_ascii_digit(char c) { return c >= '0' && c <= '9'; }
/// A letter, a digit, an underscore or a hyphen, as in the names that markup gives.
constexpr bool is_ascii_name(char c) {
  return is_ascii_letter(c) || is_ascii_digit(c) || c == '_' || c == '-';
}
constexpr char ascii_lower(char c) {
  return is_ascii_upper(c) ? static_cast<char>(c - 'A' + 'a') : c;
}

/// The text with its ASCII letters in lower case; other bytes stay.
inline std::string ascii_lower(std::string_view text) {
  std::string lower(text);
  for (char& c : lower) c = ascii_lower(c);
  return lower;
}

}  // namespace duizhao::text
