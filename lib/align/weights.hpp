// The fitted weights of the second pass: data/models/sentence-aligner.tsv.
#pragma once

#include <cstddef>

#include "align/features.hpp"

namespace duizhao::align {

/// The weights for a pair of so much freedom (habits.hpp): each changes with it in a straight line.
/// The model is read at the first call; any thread may call it.
FeatureVector fitted_weights(double freedom);

inline double score(const FeatureVector& weights, const FeatureVector& values) {
  double sum = 0;
  for (std::size_t k = 0; k < kFeatureCount; ++k) sum += weights[k] * values[k];
  return sum;
}

}  // namespace duizhao::align
