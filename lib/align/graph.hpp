// Beads to choose from, and the paths through them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "align/span.hpp"

namespace duizhao::align {

/// A directed graph whose edges are beads and whose nodes are the places where they meet. A score
/// for each edge makes it a globally normalised linear model (Lafferty, McCallum & Pereira 2001): a
/// path weighs exp(sum of its scores). Null beads in a row are one omission: each but the first
/// gains its continuation. Every operation is linear in the number of edges.
class Graph {
 public:
  struct Edge {
    std::uint32_t from;  ///< nodes
    std::uint32_t to;
    bool null;
  };

  /// What an edge adds to the weight of its paths (nats).
  struct Score {
    double bead;
    double continuation = 0;  ///< more, for a null bead after a null bead
  };

  /// `spans` by ascending place of their ends, such that paths lead from (0, 0) to the last of
  /// them.
  explicit Graph(std::vector<Span> spans);

  const std::vector<Span>& spans() const { return spans_; }
  const std::vector<Edge>& edges() const { return edges_; }

  /// The places, ascending.
  const std::vector<Place>& nodes() const { return nodes_; }

  /// The edges of the heaviest path, in order (Viterbi).
  std::vector<std::size_t> best_path(std::span<const Score> scores) const;

  /// The edges of the path that leaves most sentences in right beads, in order: of the greatest
  /// sum of sentences, each counted with the probability of its bead (minimum Bayes risk, Goel &
  /// Byrne 2000). `beads` as in Posteriors.
  std::vector<std::size_t> safest_path(std::span<const double> beads) const;

  struct Posteriors {
    double log_total = 0;        ///< of the weights of all paths
    std::vector<double> shares;  ///< of each edge: the share of that weight that goes through it

    /// The probability of each edge's bead. A null bead is the same bead wherever on the other side
    /// it lies: the shares of all its edges add up.
    std::vector<double> beads;

    std::vector<double> nodes;  ///< of each node: the share of the paths that pass it
    double continuations = 0;   ///< how many null beads after null beads a path has, in the mean
  };

  /// Forward-backward (Baum et al. 1970).
  Posteriors posteriors(std::span<const Score> scores) const;

 private:
  std::vector<double> bead_probabilities(const std::vector<double>& shares) const;

  std::vector<Span> spans_;
  std::vector<Edge> edges_;
  std::vector<Place> nodes_;
};

}  // namespace duizhao::align
