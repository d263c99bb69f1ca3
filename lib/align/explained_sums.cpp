#include "align/explained_sums.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <span>

namespace duizhao::align {
namespace {

/// The contributions of words of one sentence, ln(min(lambda + scale * support, e^cap)) summed: the
/// logarithm of a product, taken before the product can overflow. Four products side by side, for
/// vector instructions.
double contribution(const float* support, std::size_t words, float scale) {
  constexpr std::size_t kLanes = 4;
  constexpr std::size_t kFactors = 48;  // 12 for each product: (e^6)^12 and .85^12 are floats
  constexpr auto kRoom = static_cast<float>(words::kLambda);
  static const auto most = static_cast<float>(std::exp(words::kCap));
  const auto factor = [scale](float each) {
    const float value = kRoom + scale * each;
    return value < most ? value : most;
  };
  double sum = 0;
  for (std::size_t begin = 0; begin < words; begin += kFactors) {
    const std::size_t end = std::min(words, begin + kFactors);
    float products[kLanes] = {1, 1, 1, 1};
    std::size_t k = begin;
    for (; k + kLanes <= end; k += kLanes) {
      for (std::size_t lane = 0; lane < kLanes; ++lane) products[lane] *= factor(support[k + lane]);
    }
    for (; k < end; ++k) products[0] *= factor(support[k]);
    sum += std::log((static_cast<double>(products[0]) * static_cast<double>(products[1])) *
                    (static_cast<double>(products[2]) * static_cast<double>(products[3])));
  }
  return sum;
}

/// The words of each sentence that some word of the other side explains, one sentence after the
/// other.
struct KnownWords {
  std::vector<std::uint32_t> words;
  std::vector<std::size_t> offsets{0};  // by sentence

  KnownWords(const words::Tokens& explained, const words::Direction& direction) {
    for (std::size_t j = 0; j < explained.sentence_count(); ++j) {
      for (const std::uint32_t word : explained.sentence(j)) {
        if (direction.explains[word]) words.push_back(word);
      }
      offsets.push_back(words.size());
    }
  }

  std::span<const std::uint32_t> of(const SentenceRange& window) const {
    return std::span(words).subspan(offsets[window.begin],
                                    offsets[window.end] - offsets[window.begin]);
  }
};

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
  const KnownWords known(explained, direction);
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
      const SentenceRange window{windows_[first * most_].begin, last_window(filled).end};
      Row& row = rows[filled % most_];
      row.first_word = known.offsets[window.begin];
      support.of(filled, known.of(window), row.support);
    }
    const std::size_t first_word = known.offsets[windows_[begin * most_].begin];
    span_support.assign(known.offsets[last_window(begin).end] - first_word, 0);
    double weight = 0;
    for (std::size_t count = 1; begin + count <= last; ++count) {
      const Row& row = rows[(begin + count - 1) % most_];
      const float* addend = row.support.data() + (first_word - row.first_word);
      const std::size_t span = begin * most_ + count - 1;
      const SentenceRange& window = windows_[span];
      for (std::size_t k = 0; k < span_support.size(); ++k) span_support[k] += addend[k];
      weight += support.weight(begin + count - 1);
      const auto scale =
          static_cast<float>((1 - words::kLambda) / std::min(weight, words::kMostInMean));
      float* sums = sums_.data() + offsets_[span];
      double sum = 0;
      *sums++ = 0;
      for (std::size_t j = window.begin; j < window.end; ++j) {
        const std::size_t from = known.offsets[j];
        sum += contribution(span_support.data() + (from - first_word), known.offsets[j + 1] - from,
                            scale);
        *sums++ = static_cast<float>(sum);
      }
    }
  }
}

}  // namespace duizhao::align
