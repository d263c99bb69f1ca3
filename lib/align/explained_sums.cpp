#include "align/explained_sums.hpp"

#include <algorithm>
#include <cmath>

namespace duizhao::align {
namespace {

/// The contributions of words of one sentence, ln(min(lambda + scale * support, e^cap)) summed: the
/// logarithm of a product, taken before the product can overflow. Unknown words are left out.
double contribution(const float* support, std::size_t words, double scale) {
  constexpr std::size_t kFactors = 64;  // (e^6)^64 and .85^64 are numbers
  const double most = std::exp(words::kCap);
  double sum = 0;
  for (std::size_t begin = 0; begin < words; begin += kFactors) {
    const std::size_t end = std::min(words, begin + kFactors);
    double product = 1;
    for (std::size_t k = begin; k < end; ++k) {
      if (support[k] < 0) continue;
      product *= std::min(words::kLambda + scale * static_cast<double>(support[k]), most);
    }
    sum += std::log(product);
  }
  return sum;
}

}  // namespace

ExplainedSums::ExplainedSums(const words::Tokens& explaining, const words::Tokens& explained,
                             const words::Direction& direction, std::size_t most,
                             const WindowOf& window_of)
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
      total += windows_[span].size() + 1;
    }
  }
  sums_.resize(total);
  fill(explaining, explained, direction);
}

void ExplainedSums::fill(const words::Tokens& explaining, const words::Tokens& explained,
                         const words::Direction& direction) {
  const std::size_t sentences = explaining.sentence_count();
  const auto last_window = [&](std::size_t begin) {
    return windows_[begin * most_ + std::min(most_, sentences - begin) - 1];
  };
  Support support(explaining, explained, direction);
  // The rows of the sentences that a span may hold, each over the windows of all its spans.
  struct Row {
    std::size_t first_word;
    std::vector<float> support;
  };
  std::vector<Row> rows(most_);
  std::size_t filled = 0;
  std::vector<float> span_support;
  for (std::size_t begin = 0; begin < sentences; ++begin) {
    const std::size_t last = std::min(sentences, begin + most_);
    for (; filled < last; ++filled) {
      const std::size_t first = filled < most_ ? 0 : filled - most_ + 1;
      const Window window{windows_[first * most_].begin, last_window(filled).end};
      Row& row = rows[filled % most_];
      row.first_word = explained.offset(window.begin);
      support.of(filled, window, row.support);
    }
    const std::size_t first_word = explained.offset(windows_[begin * most_].begin);
    span_support.assign(explained.offset(last_window(begin).end) - first_word, 0);
    double weight = 0;
    for (std::size_t count = 1; begin + count <= last; ++count) {
      const Row& row = rows[(begin + count - 1) % most_];
      const float* addend = row.support.data() + (first_word - row.first_word);
      const std::size_t span = begin * most_ + count - 1;
      const Window& window = windows_[span];
      for (std::size_t k = 0; k < span_support.size(); ++k) span_support[k] += addend[k];
      weight += support.weight(begin + count - 1);
      const double scale = (1 - words::kLambda) / std::min(weight, words::kMostInMean);
      float* sums = sums_.data() + offsets_[span];
      double sum = 0;
      *sums++ = 0;
      for (std::size_t j = window.begin; j < window.end; ++j) {
        const std::size_t from = explained.offset(j);
        sum += contribution(span_support.data() + (from - first_word),
                            explained.offset(j + 1) - from, scale);
        *sums++ = static_cast<float>(sum);
      }
    }
  }
}

}  // namespace duizhao::align
