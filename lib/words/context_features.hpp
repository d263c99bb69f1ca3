// What the links that a stage believes in say about each pair: its rivals, its neighbours, and the
// place that its neighbours expect.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "words/grid.hpp"

namespace duizhao::words {

std::span<const std::string_view> context_feature_names();

/// Measures pairs in a grid of link probabilities. The grid must stay alive.
class Context {
 public:
  explicit Context(const Grid<float>& probabilities);

  /// Writes the features of a pair, as many as there are names.
  void measure(std::size_t row, std::size_t column, std::span<float> values) const;

 private:
  /// The same for rows and for columns.
  struct Lines {
    std::vector<float> best;         // the greatest probability
    std::vector<std::size_t> place;  // where it is
    std::vector<float> second;       // the next
    std::vector<std::size_t> second_place;
    std::vector<float> sum;
    std::vector<float> expected;  // where the neighbours' links put it
    std::vector<float> mass;      // how much stands behind that
    std::vector<float> before;    // the place behind the last sure link before it, -1 for none
    std::vector<float> behind;    // the place before the first sure link behind it, -1 for none
  };

  float at(std::size_t row, std::size_t column, int down, int right) const;
  template <typename At>
  static Lines lines(std::size_t count, std::size_t length, const At& at);
  template <typename At>
  void expect(Lines& lines, std::size_t length, const At& anchor) const;

  const Grid<float>& p_;
  Lines rows_;
  Lines columns_;
};

}  // namespace duizhao::words
