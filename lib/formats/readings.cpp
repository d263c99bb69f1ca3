#include "formats/readings.hpp"

#include <algorithm>

namespace duizhao::formats {

std::string cell_text(const std::vector<CollationToken>& tokens, bool spaced) {
  std::string text;
  for (const CollationToken& token : tokens) {
    if (spaced && !text.empty()) text += ' ';
    text += token.text;
  }
  return text;
}

std::vector<Reading> readings_of(const CollationColumn& column) {
  std::vector<Reading> readings;
  for (std::size_t w = 0; w < column.cells.size(); ++w) {
    std::string text = cell_text(column.cells[w], true);
    const auto known = std::ranges::find(readings, text, &Reading::text);
    if (known != readings.end()) {
      known->witnesses.push_back(w);
    } else {
      readings.push_back({std::move(text), {w}});
    }
  }
  return readings;
}

}  // namespace duizhao::formats
