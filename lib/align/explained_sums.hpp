// The lexical scores of all spans of one side against windows of the other.
#pragma once

#include <cstddef>
#include <vector>

#include "align/lexical_model.hpp"
#include "align/tokens.hpp"

namespace duizhao::align {

/// What spans of the explaining side say about a window of sentences of the explained side.
///
/// For each span of 1 to kMost sentences, cumulative sums over the sentences of its window.
class ExplainedSums {
 public:
  struct Window {
    std::size_t begin;
    std::size_t end;
  };

  /// `window_of(begin, count)` is the window of a span.
  template <typename WindowOf>
  ExplainedSums(const Tokens& explaining, const Tokens& explained, const Direction& direction,
                std::size_t most, const WindowOf& window_of)
      : most_(most) {
    const std::size_t sentences = explaining.sentence_count();
    windows_.resize(sentences * most);
    offsets_.resize(sentences * most);
    std::size_t total = 0;
    for (std::size_t begin = 0; begin < sentences; ++begin) {
      for (std::size_t count = 1; count <= most && begin + count <= sentences; ++count) {
        const std::size_t span = begin * most + count - 1;
        windows_[span] = window_of(begin, count);
        offsets_[span] = total;
        total += windows_[span].end - windows_[span].begin + 1;
      }
    }
    sums_.resize(total);
    fill(explaining, explained, direction);
  }

  /// The sum over explained sentences [from, to), inside the window of the span.
  double sum(std::size_t begin, std::size_t count, std::size_t from, std::size_t to) const {
    const std::size_t span = begin * most_ + count - 1;
    const double* sums = sums_.data() + offsets_[span];
    const std::size_t first = windows_[span].begin;
    return sums[to - first] - sums[from - first];
  }

 private:
  void fill(const Tokens& explaining, const Tokens& explained, const Direction& direction);

  std::size_t most_;
  std::vector<Window> windows_;
  std::vector<std::size_t> offsets_;
  std::vector<double> sums_;
};

}  // namespace duizhao::align
