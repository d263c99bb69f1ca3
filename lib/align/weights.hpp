// The fitted weights of the second pass: data/models/sentence-aligner.tsv.
#pragma once

#include <cstddef>

#include "align/features.hpp"

namespace duizhao::align {

/// Read at the first call; any thread may call it.
const FeatureVector& fitted_weights();

inline double score(const FeatureVector& weights, const FeatureVector& values) {
  double sum = 0;
  for (std::size_t k = 0; k < kFeatureCount; ++k) sum += weights[k] * values[k];
  return sum;
}

}  // namespace duizhao::align
