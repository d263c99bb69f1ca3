#include "align/weights.hpp"

#include "text/embedded.hpp"
#include "text/fitted.hpp"

namespace duizhao::align {

const FeatureVector& fitted_weights() {
  static const FeatureVector weights = text::fitted(text::kAlignerModel, "weights", kFeatureNames);
  return weights;
}

}  // namespace duizhao::align
