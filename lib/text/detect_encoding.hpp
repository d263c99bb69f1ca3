// Which encoding bytes are in.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace duizhao::text {

/// The byte-order mark of UTF-8.
inline constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

/// The encoding that a byte-order mark names, and the mark's size; empty and 0 without one.
struct ByteOrderMark {
  std::string encoding;
  std::size_t size = 0;
};
ByteOrderMark byte_order_mark(std::string_view bytes);

/// Multi-byte sequences of UTF-8 in bytes that need not be UTF-8.
struct Utf8Count {
  std::size_t well_formed = 0;
  std::size_t faults = 0;
};
Utf8Count count_utf8(std::string_view bytes);

/// The encoding of bytes without a byte-order mark. UTF-8 where nothing else is likelier.
std::string detect_encoding(std::string_view bytes);

}  // namespace duizhao::text
