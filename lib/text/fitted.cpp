#include "text/fitted.hpp"

#include <fmt/format.h>

#include <charconv>
#include <stdexcept>

#include "text/embedded.hpp"

namespace duizhao::text {

void read_fitted(std::string_view model, std::string_view section_name,
                 std::span<const std::string_view> names, std::span<double> values) {
  const auto rows = section(model, section_name);
  if (rows.size() != names.size()) {
    throw std::logic_error(
        fmt::format("model [{}] has {} rows, not {}", section_name, rows.size(), names.size()));
  }
  for (std::size_t k = 0; k < rows.size(); ++k) {
    const std::size_t tab = rows[k].find('\t');
    const std::string_view number = rows[k].substr(tab + 1);
    const auto [end, error] =
        std::from_chars(number.data(), number.data() + number.size(), values[k]);
    if (tab == std::string_view::npos || rows[k].substr(0, tab) != names[k] ||
        error != std::errc{} || end != number.data() + number.size()) {
      throw std::logic_error(fmt::format("model [{}] has \"{}\" where a number of \"{}\" belongs",
                                         section_name, rows[k], names[k]));
    }
  }
}

}  // namespace duizhao::text
