// The learned weights of the second pass.
#pragma once

#include <cstddef>

#include "align/features.hpp"

namespace duizhao::align {

inline constexpr FeatureVector kWeights = {0.1000,  0.8272,  -0.5257, -0.6688, -0.1686,
                                           0.9683,  -1.1397, -0.1285, 0.1249,  -0.2510,
                                           -0.2604, 0.3174,  2.7325,  -1.8994, 2.4474};

inline double score(const FeatureVector& weights, const FeatureVector& values) {
  double sum = 0;
  for (std::size_t k = 0; k < kFeatureCount; ++k) sum += weights[k] * values[k];
  return sum;
}

}  // namespace duizhao::align
