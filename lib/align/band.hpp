// Where the search looks.
#pragma once

#include <cstddef>
#include <vector>

#include "align/anchor.hpp"

namespace duizhao::align {

/// For each place between source sentences, 0 to n, the places between target sentences that a path
/// may pass there: a half-open range, never empty. Both ends ascend; the first row holds 0, the
/// last one m, and neighbouring rows overlap, so that a path exists.
struct Band {
  struct Row {
    std::size_t begin;
    std::size_t end;
  };
  std::vector<Row> rows;

  std::size_t source_count() const { return rows.size() - 1; }
  std::size_t target_count() const { return rows.back().end - 1; }
};

/// The rectangles between neighbouring anchors with a margin; in large ones, a strip about the
/// diagonal.
Band band_around(const std::vector<Anchor>& anchors, std::size_t source_count,
                 std::size_t target_count);

}  // namespace duizhao::align
