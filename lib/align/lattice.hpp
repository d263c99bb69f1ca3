// The first pass: all beads of a band, and those of them that a second look is worth.
#pragma once

#include <cstddef>
#include <vector>

#include "align/band.hpp"
#include "align/evidence.hpp"
#include "align/layers.hpp"
#include "align/span.hpp"
#include "align/units.hpp"

namespace duizhao::align {

/// What the first sentence of an omission costs beyond its prior, in nats, and what each further
/// one gets back.
inline constexpr double kNullCost = 8;
inline constexpr double kGapContinuation = 11;

/// States are places (i, j) between sentences; an edge into a state is a bead that ends there, one
/// for each bead type. A bead scores
///
///     F + G + ln P(n:m) − δ²/2σ²
///
/// with the lexical sums F and G in both directions, the prior of its type and the deviation δ of
/// its length. Memory: about 130 bytes a state.
class Lattice {
 public:
  Lattice(const Evidence& evidence, Band band, const Constraints& constraints = {});

  /// The beads whose best path scores at most `margin` less than the best of all, by ascending
  /// place of their ends; at most some 80 for each sentence, of a narrower margin if need be.
  std::vector<Span> candidates(double margin) const;

  /// The best path from (0, 0) to (n, m).
  std::vector<Span> best_path() const;

  /// The score of the best path.
  double best_score() const;

 private:
  std::size_t state(std::size_t i, std::size_t j) const {
    return offsets_[i] + (j - band_.rows[i].begin);
  }
  bool in_band(std::size_t i, std::size_t j) const {
    return band_.rows[i].begin <= j && j < band_.rows[i].end;
  }
  /// visit(from state, to state, bead type, score, place of its end) for each edge into a state
  /// that is `wanted`, by ascending state.
  template <typename Wanted, typename Visit>
  void for_each_edge(const Wanted& wanted, const Visit& visit) const;
  template <typename Visit>
  void for_each_edge_backwards(const Visit& visit) const;

  void score_edges(const Evidence& evidence, const Constraints& constraints);
  std::vector<Layers> best_to_states() const;
  std::vector<Layers> best_from_states() const;

  Band band_;
  std::vector<std::size_t> offsets_;  // of each row's states
  std::vector<float> edges_;          // by state and bead type
  std::vector<Layers> best_;          // of paths to each state
};

}  // namespace duizhao::align
