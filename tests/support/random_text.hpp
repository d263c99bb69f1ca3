// Random text for properties, the same on every run.
#pragma once

#include <cstddef>
#include <random>
#include <string>
#include <string_view>
#include <vector>

namespace test {

/// Strings of up to `most` pieces drawn from what makes segmentation and reading hard: letters of
/// both languages, every kind of stop, quotation mark, bracket and space, abbreviations, addresses,
/// markup.
class RandomText {
 public:
  explicit RandomText(unsigned seed) : random_(seed) {}

  std::string operator()(std::size_t most);

 private:
  std::mt19937 random_;
};

}  // namespace test
