// The learned weights of the second pass.
#pragma once

#include <cstddef>

#include "align/features.hpp"

namespace duizhao::align {

inline constexpr FeatureVector kWeights = {0.1000,  0.8521,  -0.6394, -0.5959, -0.1908,
                                           1.0877,  -1.1840, -0.1206, 0.0986,  -0.2354,
                                           -0.2765, 0.2770,  2.6250,  -1.9518, 2.3801};

inline double score(const FeatureVector& weights, const FeatureVector& values) {
  double sum = 0;
  for (std::size_t k = 0; k < kFeatureCount; ++k) sum += weights[k] * values[k];
  return sum;
}

}  // namespace duizhao::align
