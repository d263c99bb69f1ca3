// The lexical scores of all spans of one side against windows of the other.
#pragma once

#include <cstddef>
#include <functional>
#include <vector>

#include "align/support.hpp"
#include "words/lexical_model.hpp"
#include "words/tokens.hpp"

namespace duizhao::align {

/// What spans of the explaining side say about a window of sentences of the explained side.
///
/// For each span of 1 to `most` sentences, cumulative sums over the sentences of its window. Cost:
/// the words of all windows, with one logarithm for each span and sentence.
class ExplainedSums {
 public:
  /// The window of the span [begin, begin + count). Its ends ascend with those of the span.
  using WindowOf = std::function<SentenceRange(std::size_t begin, std::size_t count)>;

  ExplainedSums(const words::Tokens& explaining, const words::Tokens& explained,
                const words::Direction& direction, std::size_t most, const WindowOf& window_of);

  /// The sum over explained sentences [from, to), inside the window of the span.
  double sum(std::size_t begin, std::size_t count, std::size_t from, std::size_t to) const {
    const std::size_t span = begin * most_ + count - 1;
    const float* sums = sums_.data() + offsets_[span];
    const std::size_t first = windows_[span].begin;
    return static_cast<double>(sums[to - first]) - static_cast<double>(sums[from - first]);
  }

  /// Whether explained sentence `index` lies inside the window of the span.
  bool covers(std::size_t begin, std::size_t count, std::size_t index) const {
    const SentenceRange& window = windows_[begin * most_ + count - 1];
    return window.begin <= index && index < window.end;
  }

 private:
  void fill(const words::Tokens& explaining, const words::Tokens& explained,
            const words::Direction& direction);

  std::size_t most_;
  std::vector<SentenceRange> windows_;
  std::vector<std::size_t> offsets_;
  std::vector<float> sums_;  // of a few dozen sentences each, so that floats are fine enough
};

}  // namespace duizhao::align
