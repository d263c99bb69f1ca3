// Passages of texts that are aligned with one.
#pragma once

#include <cstddef>
#include <vector>

#include "duizhao/bitext/alignment.hpp"

namespace duizhao::compare {

/// Sentences of a common source, and what corresponds to them.
struct Passage {
  std::vector<std::size_t> source;                // ascending
  std::vector<std::vector<std::size_t>> targets;  // by alignment, ascending
  std::vector<double> confidences;  // by alignment: of its least sure bead, 1 without one
};

/// The smallest passages that no bead of any alignment crosses, in the order of the source; a
/// target sentence that corresponds to none goes with the passage before it. The alignments must
/// share their source; without any there are no passages. Linear.
std::vector<Passage> passages_of(const std::vector<Alignment>& alignments);

}  // namespace duizhao::compare
