// The learned weights of the second pass.
#pragma once

#include "align/features.hpp"

namespace duizhao::align {

inline constexpr FeatureVector kWeights = {.1000,  .8314,   -.5863, -.6481, -.1651,
                                           .9964,  -1.2018, -.1288, .1092,  -.2559,
                                           -.2691, .3011,   2.7492, -1.9019, 2.5824};
inline constexpr double kContinuationWeight = 0;

}  // namespace duizhao::align
