#include "text/line_numbers.hpp"

#include <algorithm>

namespace duizhao::text {

LineNumbers::LineNumbers(std::string_view text) : begins_{0} {
  for (std::size_t feed = text.find('\n'); feed != std::string_view::npos;
       feed = text.find('\n', feed + 1)) {
    begins_.push_back(feed + 1);
  }
}

std::size_t LineNumbers::of(std::size_t byte) const {
  return static_cast<std::size_t>(std::ranges::upper_bound(begins_, byte) - begins_.begin());
}

}  // namespace duizhao::text
