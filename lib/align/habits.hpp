// How a translation goes about its sentences.
#pragma once

#include <array>
#include <vector>

#include "align/bead_types.hpp"
#include "align/evidence.hpp"
#include "align/span.hpp"

namespace duizhao::align {

/// What the first pass says about a pair of texts, for the second to adapt itself to: novels are
/// translated more freely than news. Each is drawn to what is usual where the texts are short.
struct Habits {
  /// Natural logarithm of the frequency of each bead type; of null beads, that of all texts.
  std::array<double, kBeadTypes.size()> log_priors{};

  /// σ of ln(length / expected length) over 1:1 beads.
  double length_deviation = 0;

  /// The share of beads with both sides that are not 1:1, 0 to 1.
  double freedom = 0;
};

Habits habits_of(const std::vector<Span>& path, const Evidence& evidence);

}  // namespace duizhao::align
