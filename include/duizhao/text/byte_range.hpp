// A half-open range of bytes: how every place in a text is named.
#pragma once

#include <cstddef>

namespace duizhao {

/// Bytes `begin` up to and without `end` of a document's UTF-8, a byte-order mark counted.
///
///     bytes   a b c d e f
///     offset 0 1 2 3 4 5 6        {2, 4} is "cd"; {2, 2} is empty and lies before "c"
///
/// Ranges that duizhao returns begin and end between code points.
struct ByteRange {
  std::size_t begin = 0;  ///< the first byte
  std::size_t end = 0;    ///< the byte behind the last

  /// Bytes in it.
  std::size_t size() const { return end - begin; }
  /// Whether it holds none.
  bool empty() const { return begin == end; }
  /// Whether it holds the byte at an offset.
  bool contains(std::size_t offset) const { return begin <= offset && offset < end; }

  /// Whether both have a byte.
  bool overlaps(const ByteRange& other) const { return begin < other.end && other.begin < end; }

  friend bool operator==(const ByteRange&, const ByteRange&) = default;
};

}  // namespace duizhao
