#include "io/readings.hpp"

#include <algorithm>

namespace duizhao::io {

std::vector<Reading> readings_of(const CollationColumn& column) {
  std::vector<Reading> readings;
  for (std::size_t w = 0; w < column.cells.size(); ++w) {
    std::string text = text_of(column.cells[w]);
    const auto known = std::ranges::find(readings, text, &Reading::text);
    if (known != readings.end()) {
      known->witnesses.push_back(w);
    } else {
      readings.push_back({std::move(text), {w}});
    }
  }
  return readings;
}

}  // namespace duizhao::io
