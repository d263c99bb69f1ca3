// The second pass.
#pragma once

#include <vector>

#include "align/candidates.hpp"
#include "align/span.hpp"
#include "align/text.hpp"

namespace duizhao::align {

struct ScoredSpan {
  Span span;
  double score;      ///< of the second pass, natural logarithm
  double posterior;  ///< 0 to 1
};

/// A path through two texts.
struct Path {
  std::vector<ScoredSpan> beads;
  std::vector<double> passed;  ///< the probability of the place where each bead ends
};

/// The path that leaves most sentences in right beads (Graph::safest_path), by the fitted weights
/// and the structure of both sides, from the texts that the candidates were made from.
Path second_pass(const Text& source, const Text& target, const Candidates& candidates);

}  // namespace duizhao::align
