// The learned weights of the second pass.
#pragma once

#include <cstddef>

#include "align/features.hpp"

namespace duizhao::align {

inline constexpr FeatureVector kWeights = {0.1000,  0.8491,  -0.6385, -0.5946, -0.1910,
                                           1.0907,  -1.1826, -0.1206, 0.0981,  -0.2350,
                                           -0.2769, 0.2769,  2.6212,  -1.9516, 2.3754};

inline double score(const FeatureVector& weights, const FeatureVector& values) {
  double sum = 0;
  for (std::size_t k = 0; k < kFeatureCount; ++k) sum += weights[k] * values[k];
  return sum;
}

}  // namespace duizhao::align
