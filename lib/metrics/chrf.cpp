#include "duizhao/metrics/chrf.hpp"

#include <algorithm>

#include "metrics/ngram_counts.hpp"
#include "metrics/signature.hpp"
#include "metrics/words.hpp"
#include "text/fold.hpp"
#include "text/utf8.hpp"

namespace duizhao {
namespace {

constexpr std::size_t kCharacterOrders = 6;
constexpr double kBetaSquare = 4;

bool is_ascii_punctuation(char c) {
  return (c >= '!' && c <= '/') || (c >= ':' && c <= '@') || (c >= '[' && c <= '`') ||
         (c >= '{' && c <= '~');
}

std::vector<std::uint32_t> characters(std::string_view text) {
  std::vector<std::uint32_t> characters;
  characters.reserve(text.size());
  for (std::size_t offset = 0; offset < text.size();) {
    const auto [code_point, size] = text::decode(text, offset);
    if (!metrics::is_space(code_point)) characters.push_back(code_point);
    offset += size;
  }
  return characters;
}

/// Words between white space. One punctuation mark is taken off each, from its end or else its
/// beginning.
std::vector<std::string_view> words(std::string_view text) {
  std::vector<std::string_view> words;
  for (const std::string_view word : metrics::split(text)) {
    const bool single = text::decode(word, 0).size == word.size();
    if (!single && is_ascii_punctuation(word.back())) {
      words.push_back(word.substr(0, word.size() - 1));
      words.push_back(word.substr(word.size() - 1));
    } else if (!single && is_ascii_punctuation(word.front())) {
      words.push_back(word.substr(0, 1));
      words.push_back(word.substr(1));
    } else {
      words.push_back(word);
    }
  }
  return words;
}

/// Appends what the orders of one kind of unit share.
void compare(std::span<const std::uint32_t> hypothesis, std::span<const std::uint32_t> reference,
             std::size_t orders, ChrfStatistics& statistics) {
  metrics::NgramCounts counts(orders);
  counts.add_reference(reference);
  const auto matches = counts.matches(hypothesis);
  for (std::size_t n = 1; n <= orders; ++n) {
    const std::size_t total = metrics::ngram_total(reference.size(), n);
    statistics.orders.push_back(
        {total == 0 ? 0 : metrics::ngram_total(hypothesis.size(), n), total, matches[n - 1]});
  }
}

}  // namespace

ChrfStatistics& ChrfStatistics::operator+=(const ChrfStatistics& other) {
  orders.resize(std::max(orders.size(), other.orders.size()));
  for (std::size_t n = 0; n < other.orders.size(); ++n) {
    orders[n].hypothesis += other.orders[n].hypothesis;
    orders[n].reference += other.orders[n].reference;
    orders[n].matches += other.orders[n].matches;
  }
  return *this;
}

Chrf::Chrf(const ChrfOptions& options) : options_(options) {}

std::string Chrf::name() const { return "chrF2" + std::string(options_.word_order, '+'); }

std::string Chrf::signature(std::size_t references) const {
  return metrics::signature(name(), references,
                            std::string("case:") + (options_.lowercase ? "lc" : "mixed") +
                                "|eff:yes|nc:" + std::to_string(kCharacterOrders) +
                                "|nw:" + std::to_string(options_.word_order) + "|space:no");
}

ChrfStatistics Chrf::statistics(std::string_view hypothesis,
                                std::span<const std::string_view> references) const {
  metrics::check_references(references.size());
  const auto prepared = [&](std::string_view segment) {
    return options_.lowercase ? text::lower_case(segment) : std::string(segment);
  };
  const std::string own = prepared(hypothesis);
  const auto own_characters = characters(own);
  ChrfStatistics best;
  double best_score = -1;
  for (const std::string_view reference : references) {
    const std::string other = prepared(reference);
    ChrfStatistics statistics;
    compare(own_characters, characters(other), kCharacterOrders, statistics);
    if (options_.word_order > 0) {
      metrics::WordNumbers numbers;
      const auto other_words = numbers.of(words(other));
      compare(numbers.of(words(own)), other_words, options_.word_order, statistics);
    }
    const double score = this->score(statistics).score;
    if (score > best_score) {
      best_score = score;
      best = std::move(statistics);
    }
  }
  return best;
}

ChrfScore Chrf::score(const ChrfStatistics& statistics) const {
  ChrfScore score;
  double orders = 0;
  for (const ChrfStatistics::Order& order : statistics.orders) {
    if (order.hypothesis == 0 || order.reference == 0) continue;
    score.precision += static_cast<double>(order.matches) / static_cast<double>(order.hypothesis);
    score.recall += static_cast<double>(order.matches) / static_cast<double>(order.reference);
    ++orders;
  }
  if (orders == 0 || score.precision + score.recall == 0) return {};
  score.precision /= orders;
  score.recall /= orders;
  score.score = 100 * ((1 + kBetaSquare) * score.precision * score.recall /
                       (kBetaSquare * score.precision + score.recall));
  return score;
}

}  // namespace duizhao
