#include "align/weights.hpp"

#include "text/embedded.hpp"
#include "text/fitted.hpp"

namespace duizhao::align {

FeatureVector fitted_weights(double freedom) {
  static const auto strict = text::fitted(text::kAlignerModel, "strict", kFeatureNames);
  static const auto free = text::fitted(text::kAlignerModel, "free", kFeatureNames);
  FeatureVector weights;
  for (std::size_t k = 0; k < kFeatureCount; ++k) {
    weights[k] = (1 - freedom) * strict[k] + freedom * free[k];
  }
  return weights;
}

}  // namespace duizhao::align
