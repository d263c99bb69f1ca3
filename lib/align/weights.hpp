// The learned weights of the second pass.
#pragma once

#include <cstddef>

#include "align/features.hpp"

namespace duizhao::align {

inline constexpr FeatureVector kWeights = {0.1000,  0.8490,  -0.6405, -0.5952, -0.1903,
                                           1.0858,  -1.1892, -0.1203, 0.0985,  -0.2354,
                                           -0.2769, 0.2782,  2.6155,  -1.9524, 2.3792};

inline double score(const FeatureVector& weights, const FeatureVector& values) {
  double sum = 0;
  for (std::size_t k = 0; k < kFeatureCount; ++k) sum += weights[k] * values[k];
  return sum;
}

}  // namespace duizhao::align
