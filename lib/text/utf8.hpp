// UTF-8 by code points, by utf8proc.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace duizhao::text {

/// The first place where bytes are no UTF-8.
struct Utf8Fault {
  std::size_t byte;  ///< where the ill-formed sequence begins
  bool cut_off;      ///< it is well-formed as far as it goes, but the text ends in it
};

/// Nothing if `bytes` is well-formed UTF-8 (Unicode 15, table 3-7). Linear.
std::optional<Utf8Fault> find_fault(std::string_view bytes);

/// What was expected at a fault and what was found.
std::string explain(std::string_view bytes, const Utf8Fault& fault);

/// The text with U+FFFD in the place of each byte that is no UTF-8. Linear.
std::string well_formed(std::string_view bytes);

/// The line that a byte lies in, counted from 1. Linear in `byte`.
std::size_t line_at(std::string_view bytes, std::size_t byte);

/// A code point and the number of its bytes.
struct CodePoint {
  char32_t value;
  std::size_t size;
};

/// The code point that begins at `offset` < text.size(), in well-formed UTF-8.
CodePoint decode_long(std::string_view text, std::size_t offset);
inline CodePoint decode(std::string_view text, std::size_t offset) {
  const auto lead = static_cast<unsigned char>(text[offset]);
  return lead < 0x80 ? CodePoint{lead, 1} : decode_long(text, offset);
}

/// The code point that ends at `offset` > 0, in well-formed UTF-8.
CodePoint decode_before(std::string_view text, std::size_t offset);

/// Appends the UTF-8 of a code point.
void append(std::string& text, char32_t code_point);

}  // namespace duizhao::text
