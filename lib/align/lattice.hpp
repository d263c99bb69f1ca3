// All beads of a band with their scores: the best path and the posteriors.
#pragma once

#include <cstddef>
#include <vector>

#include "align/band.hpp"
#include "align/lexical_model.hpp"
#include "align/tokens.hpp"

namespace duizhao::align {

/// A bead as neighbouring sentences: source sentences begin to begin + count, and the same of the
/// target.
struct Span {
  std::size_t source_begin;
  std::size_t source_count;
  std::size_t target_begin;
  std::size_t target_count;

  friend bool operator==(const Span&, const Span&) = default;
};

struct ScoredSpan {
  Span span;
  double score;
  double posterior;
};

/// The block (paragraph, heading, turn) that each sentence of a side lies in.
using Blocks = std::vector<std::size_t>;

/// States are places (i, j) between sentences; an edge into a state is a bead that ends there, one
/// for each bead type. Memory: about 200 bytes a state.
class Lattice {
 public:
  /// `source_blocks` and `target_blocks` give the block of each sentence; empty where there are
  /// none.
  Lattice(const Tokens& source, const Tokens& target, const LexicalModel& model, Band band,
          const Blocks& source_blocks = {}, const Blocks& target_blocks = {});

  /// The best path from (0, 0) to (n, m), each bead with its posterior: the share of all paths'
  /// weight, exp(score / temperature), that goes through it (forward-backward).
  std::vector<ScoredSpan> best_path(double temperature) const;

 private:
  std::size_t state(std::size_t i, std::size_t j) const {
    return offsets_[i] + (j - band_.rows[i].begin);
  }
  bool in_band(std::size_t i, std::size_t j) const {
    return band_.rows[i].begin <= j && j < band_.rows[i].end;
  }
  /// visit(from state, to state, bead type, score) for each edge, by ascending state it leads to.
  template <typename Visit>
  void for_each_edge(const Visit& visit) const;
  template <typename Visit>
  void for_each_edge_backwards(const Visit& visit) const;

  std::vector<Span> best_spans() const;
  void score_edges(const Tokens& source, const Tokens& target, const LexicalModel& model,
                   const Blocks& source_blocks, const Blocks& target_blocks);

  Band band_;
  std::vector<std::size_t> offsets_;  // of each row's states
  std::vector<float> edges_;          // by state and bead type
};

}  // namespace duizhao::align
