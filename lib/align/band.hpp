// Where the search looks.
#pragma once

#include <cstddef>
#include <vector>

#include "align/anchor.hpp"
#include "align/lexical_model.hpp"
#include "align/tokens.hpp"

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

/// The heaviest chain of anchors that ascends on both sides, leaving the diagonal at a cost. The
/// diagonal is that of the texts as wholes or, where one holds much that the other has not, that of
/// the stretches between anchors. Linear in the number of sentences but for a logarithm.
std::vector<Anchor> find_anchors(const Tokens& source, const Tokens& target,
                                 const LexicalModel& model);

/// The rectangles between neighbouring anchors with a margin; in large ones, a strip about the
/// diagonal.
Band band_around(const std::vector<Anchor>& anchors, std::size_t source_count,
                 std::size_t target_count);

}  // namespace duizhao::align
