#include "duizhao/metrics/bleu.hpp"

#include <algorithm>
#include <cmath>

#include "metrics/ngram_counts.hpp"
#include "metrics/signature.hpp"
#include "metrics/tokenizers.hpp"
#include "metrics/words.hpp"
#include "text/fold.hpp"

namespace duizhao {
namespace {

constexpr std::size_t kOrders = 4;

const char* name_of(BleuTokenizer tokenizer) {
  switch (tokenizer) {
    case BleuTokenizer::mteval_13a:
      return "13a";
    case BleuTokenizer::zh:
      return "zh";
    case BleuTokenizer::character:
      return "char";
    case BleuTokenizer::none:
      break;
  }
  return "none";
}

std::string tokenized(std::string_view segment, const BleuOptions& options) {
  if (!options.lowercase) return metrics::tokenize(metrics::trim_right(segment), options.tokenizer);
  const std::string lower = text::lower_case(segment);
  return metrics::tokenize(metrics::trim_right(lower), options.tokenizer);
}

/// The length closest to that of the hypothesis, the shorter of two.
std::size_t closest(const std::vector<std::size_t>& lengths, std::size_t hypothesis) {
  const auto distance = [hypothesis](std::size_t length) {
    return std::max(length, hypothesis) - std::min(length, hypothesis);
  };
  return *std::min_element(lengths.begin(), lengths.end(), [&](std::size_t a, std::size_t b) {
    return std::pair(distance(a), a) < std::pair(distance(b), b);
  });
}

double brevity_penalty(const BleuStatistics& statistics) {
  if (statistics.hypothesis_length >= statistics.reference_length) return 1;
  if (statistics.hypothesis_length == 0) return 0;
  return std::exp(1 - static_cast<double>(statistics.reference_length) /
                          static_cast<double>(statistics.hypothesis_length));
}

}  // namespace

BleuStatistics& BleuStatistics::operator+=(const BleuStatistics& other) {
  for (std::size_t n = 0; n < kOrders; ++n) {
    matches[n] += other.matches[n];
    totals[n] += other.totals[n];
  }
  hypothesis_length += other.hypothesis_length;
  reference_length += other.reference_length;
  return *this;
}

Bleu::Bleu(const BleuOptions& options) : options_(options) {}

std::string Bleu::name() const { return "BLEU"; }

std::string Bleu::signature(std::size_t references) const {
  return metrics::signature(name(), references,
                            std::string("case:") + (options_.lowercase ? "lc" : "mixed") +
                                "|eff:" + metrics::yes_or_no(options_.effective_order) +
                                "|tok:" + name_of(options_.tokenizer) + "|smooth:exp");
}

BleuStatistics Bleu::statistics(std::string_view hypothesis,
                                std::span<const std::string_view> references) const {
  metrics::check_references(references.size());
  std::vector<std::string> texts;
  for (const std::string_view reference : references) {
    texts.push_back(tokenized(reference, options_));
  }
  texts.push_back(tokenized(hypothesis, options_));

  metrics::WordNumbers numbers;
  metrics::NgramCounts counts(kOrders);
  std::vector<std::size_t> lengths;
  for (std::size_t r = 0; r < references.size(); ++r) {
    const auto words = numbers.of(metrics::split(texts[r]));
    counts.add_reference(words);
    lengths.push_back(words.size());
  }
  const auto words = numbers.of(metrics::split(texts.back()));

  BleuStatistics statistics;
  statistics.hypothesis_length = words.size();
  statistics.reference_length = closest(lengths, words.size());
  std::ranges::copy(counts.matches(words), statistics.matches.begin());
  for (std::size_t n = 0; n < kOrders; ++n) {
    statistics.totals[n] = metrics::ngram_total(words.size(), n + 1);
  }
  return statistics;
}

BleuScore Bleu::score(const BleuStatistics& statistics) const {
  BleuScore score;
  score.brevity_penalty = brevity_penalty(statistics);
  if (std::ranges::all_of(statistics.matches, [](std::size_t count) { return count == 0; })) {
    return score;
  }
  double smoothing = 1;
  double sum = 0;  // of logarithms
  std::size_t orders = 0;
  for (; orders < kOrders && statistics.totals[orders] > 0; ++orders) {
    const auto total = static_cast<double>(statistics.totals[orders]);
    const auto matches = static_cast<double>(statistics.matches[orders]);
    if (matches == 0) smoothing *= 2;
    score.precisions[orders] = matches == 0 ? 100 / (smoothing * total) : 100 * matches / total;
    sum += std::log(score.precisions[orders]);
  }
  if (orders < kOrders && !options_.effective_order) return score;
  score.score = score.brevity_penalty * std::exp(sum / static_cast<double>(orders));
  return score;
}

}  // namespace duizhao
