// What tells whether a content word has no counterpart in the other text at all.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "words/grid.hpp"
#include "words/word_facts.hpp"

namespace duizhao::words {

std::span<const std::string_view> alone_feature_names();

/// Measures the words of the rows in a grid of link probabilities. What it is made from must stay
/// alive.
class AloneFeatures {
 public:
  AloneFeatures(const std::vector<const WordFacts*>& rows,
                const std::vector<const WordFacts*>& columns, const Grid<float>& probabilities);

  /// As many values as there are names.
  std::vector<float> of(std::size_t row) const;

 private:
  float best_at(std::size_t row, std::ptrdiff_t offset) const;
  float spare_near(std::size_t row) const;

  const std::vector<const WordFacts*>& rows_;
  const std::vector<const WordFacts*>& columns_;
  const Grid<float>& p_;
  std::vector<float> best_;              // of each row
  std::vector<std::size_t> best_place_;  // its column
  std::vector<float> column_best_;       // of each column
  float linked_share_ = 0;               // of the content words of the rows
  float column_linked_share_ = 0;        // … of the columns
};

}  // namespace duizhao::words
