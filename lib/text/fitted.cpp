#include "text/fitted.hpp"

#include <fmt/format.h>

#include <stdexcept>

#include "text/embedded.hpp"
#include "text/split.hpp"

namespace duizhao::text {

void read_fitted(std::string_view model, std::string_view section_name,
                 std::span<const std::string_view> names, std::span<double> values) {
  const auto rows = section(model, section_name);
  if (rows.size() != names.size()) {
    throw std::logic_error(
        fmt::format("model [{}] has {} rows, not {}", section_name, rows.size(), names.size()));
  }
  for (std::size_t k = 0; k < rows.size(); ++k) {
    const auto cells = split(rows[k], '\t');
    if (cells.size() != 2 || cells.front() != names[k]) {
      throw std::logic_error(fmt::format("model [{}] has \"{}\" where a number of \"{}\" belongs",
                                         section_name, rows[k], names[k]));
    }
    values[k] = number_in(cells.back());
  }
}

}  // namespace duizhao::text
