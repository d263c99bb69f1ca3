#include "bitext/length_model.hpp"

#include <array>
#include <cmath>

#include "text/embedded.hpp"
#include "text/fitted.hpp"

namespace duizhao::bitext {

double LengthModel::deviation_at(double length) const {
  return std::sqrt(deviation * deviation + short_text * short_text / length);
}

const LengthModel& length_model() {
  static const LengthModel model = [] {
    constexpr std::array<std::string_view, 2> kNames = {"deviation", "short"};
    const auto values = text::fitted(text::kBeadLengths, "lengths", kNames);
    return LengthModel{values[0], values[1]};
  }();
  return model;
}

}  // namespace duizhao::bitext
