// The learned weights of the second pass.
#pragma once

#include <cstddef>

#include "align/features.hpp"

namespace duizhao::align {

inline constexpr FeatureVector kWeights = {0.1000, 0.8578, -0.5975, -0.6124, -0.1934, 1.0467, -1.1747, -0.1291, 0.1199, -0.2476, -0.2927, 0.3010, 2.6480, -1.9491, 2.3678};

inline double score(const FeatureVector& weights, const FeatureVector& values) {
  double sum = 0;
  for (std::size_t k = 0; k < kFeatureCount; ++k) sum += weights[k] * values[k];
  return sum;
}

}  // namespace duizhao::align
