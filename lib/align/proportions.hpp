// How much of the target there is for each source sentence.
#pragma once

#include <cstddef>
#include <utility>
#include <vector>

#include "align/anchor.hpp"

namespace duizhao::align {

/// Ratios of target to source over the stretches between neighbouring anchors, so that text without
/// a counterpart, a preface or a missing chapter, does not count.
class Proportions {
 public:
  /// Ratios of the whole texts.
  Proportions() = default;

  explicit Proportions(std::vector<Anchor> anchors) : anchors_(std::move(anchors)) {}

  const std::vector<Anchor>& anchors() const { return anchors_; }

  /// The ratio of a measure that is given cumulatively by sentence: the sums over all stretches
  /// whose ratio is within a factor of two of the median. With few anchors, that of the whole
  /// texts.
  double of(const std::vector<double>& source, const std::vector<double>& target) const;

  /// The ratio of sentences, of texts of so many.
  double of_sentences(std::size_t source_count, std::size_t target_count) const;

 private:
  std::vector<Anchor> anchors_;
};

}  // namespace duizhao::align
