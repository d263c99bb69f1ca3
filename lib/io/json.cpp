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

Json text_or_null(const std::string& text) { return text.empty() ? Json() : Json(text); }

}  // namespace duizhao::io
