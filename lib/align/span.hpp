// Beads as the search sees them.
#pragma once

#include <cstddef>

namespace duizhao::align {

/// A place between sentences of both sides: `source` and `target` sentences lie before it.
struct Place {
  std::size_t source;
  std::size_t target;

  friend auto operator<=>(const Place&, const Place&) = default;
};

/// A bead as neighbouring sentences: source sentences begin to begin + count, and the same of the
/// target.
struct Span {
  std::size_t source_begin;
  std::size_t source_count;
  std::size_t target_begin;
  std::size_t target_count;

  std::size_t source_end() const { return source_begin + source_count; }
  std::size_t target_end() const { return target_begin + target_count; }
  Place from() const { return {source_begin, target_begin}; }
  Place to() const { return {source_end(), target_end()}; }
  bool is_null() const { return source_count == 0 || target_count == 0; }

  friend bool operator==(const Span&, const Span&) = default;
};

/// Sentences [begin, end) of one side.
struct SentenceRange {
  std::size_t begin = 0;
  std::size_t end = 0;

  std::size_t size() const { return end - begin; }
};

}  // namespace duizhao::align
