// Text as ICU matches it fastest, and the way back to its bytes.
#pragma once

#include <unicode/unistr.h>

#include <string_view>
#include <vector>

#include "duizhao/text/byte_range.hpp"

namespace duizhao::text {

enum class Case { as_it_is, ascii_lower };

/// A text in UTF-16 that knows the bytes of its units in UTF-8.
class Utf16 {
 public:
  explicit Utf16(std::string_view utf8, Case letters = Case::as_it_is);

  const icu::UnicodeString& text() const { return text_; }

  /// The byte of the code point that a unit belongs to; the size for the end.
  std::size_t byte(int32_t unit) const { return bytes_[static_cast<std::size_t>(unit)]; }

  /// The bytes behind some units.
  ByteRange bytes(int32_t begin, int32_t end) const { return {byte(begin), byte(end)}; }

 private:
  icu::UnicodeString text_;
  std::vector<std::size_t> bytes_;
};

}  // namespace duizhao::text
