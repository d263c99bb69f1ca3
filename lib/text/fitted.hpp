// The fitted numbers of data/models.
#pragma once

#include <array>
#include <span>
#include <string_view>

namespace duizhao::text {

/// Reads a section of a model, rows of a name, a tab and a number, into `values` in the order of
/// `names`. Throws std::logic_error unless the rows bear exactly these names in this order, so that
/// a model never goes with features that it was not fitted to.
void read_fitted(std::string_view model, std::string_view section,
                 std::span<const std::string_view> names, std::span<double> values);

template <std::size_t count>
std::array<double, count> fitted(std::string_view model, std::string_view section,
                                 const std::array<std::string_view, count>& names) {
  std::array<double, count> values{};
  read_fitted(model, section, names, values);
  return values;
}

}  // namespace duizhao::text
