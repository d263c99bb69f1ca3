// Lines by bytes, for many places of one text.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace duizhao::text {

/// Knows where each line of a text begins.
class LineNumbers {
 public:
  /// Linear in the text.
  explicit LineNumbers(std::string_view text);

  /// The line that a byte lies in, counted from 1. Logarithmic.
  std::size_t of(std::size_t byte) const;

 private:
  std::vector<std::size_t> begins_;
};

}  // namespace duizhao::text
