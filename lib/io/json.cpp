#include "io/json.hpp"

#include <cmath>

namespace duizhao::io {

double decimal(double value, int digits) {
  const double scale = std::pow(10.0, digits);
  return std::round(value * scale) / scale;
}

std::string one_line(const Json& json) {
  return json.dump(-1, ' ', false, Json::error_handler_t::replace) + '\n';
}

std::string indented(const Json& json) {
  return json.dump(2, ' ', false, Json::error_handler_t::replace) + '\n';
}

Json time_json(const TimeSpan& time) {
  constexpr double kThousand = 1000;
  return {static_cast<double>(time.begin.count()) / kThousand,
          static_cast<double>(time.end.count()) / kThousand};
}

Json text_or_null(const std::string& text) { return text.empty() ? Json() : Json(text); }

}  // namespace duizhao::io
