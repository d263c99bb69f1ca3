#include "lexicon/word_weights.hpp"

#include <algorithm>
#include <cmath>

#include "text/embedded.hpp"

namespace duizhao::lexicon {
namespace {

constexpr double kLeastWeight = 0.3;
constexpr double kMostWeight = 6;
constexpr double kCommon = 4;  // nats: words more frequent than exp(-4) weigh least

}  // namespace

WordWeights::WordWeights(const lexicon::Tables* tables) : tables_(tables) {
  const auto stemmer = lexicon::Stemmer::for_language("en", tables);
  for (std::string_view word : text::entries(text::kCommonWords)) {
    const bool negation = word.starts_with('!');
    if (negation) word.remove_prefix(1);
    common_[stemmer->stem(std::string(word))] = negation ? kNegation : kFunction;
  }
  for (const std::string_view word : text::entries(text::kNegations)) {
    negations_.insert(stemmer->stem(std::string(word)));
  }
}

bool WordWeights::is_content(const std::string& text) const {
  const auto common = common_.find(text);
  return common == common_.end() || common->second > kFunction;
}

double WordWeights::probability(const Vocabulary& vocabulary, const std::string& text,
                                WordId word) const {
  constexpr double kUnseen = 0.5;
  const double own = word < vocabulary.size() ? static_cast<double>(vocabulary.count(word)) : 0;
  const auto all = static_cast<double>(vocabulary.total());
  if (tables_ == nullptr) return (own + kUnseen) / (all + 1);
  double general = 0;
  double total = 0;
  if (vocabulary.is_chinese()) {
    total = static_cast<double>(tables_->total_headword_frequency());
    const auto id = tables_->headword(text);
    if (id) general = static_cast<double>(tables_->headword_frequency(*id));
  } else {
    total = static_cast<double>(tables_->total_stem_frequency());
    const auto id = tables_->stem(text);
    if (id) general = static_cast<double>(tables_->stem_frequency(*id));
  }
  // Glosses hardly have the words that texts are full of.
  constexpr double kCommonProbability = 0.008;
  double generally = (general + kUnseen) / (total + 1);
  if (common_.contains(text)) generally = std::max(generally, kCommonProbability);
  // Short texts say little about frequencies.
  constexpr double kEnough = 1000;  // words
  const double share = 0.5 * all / (all + kEnough);
  return share * (own + kUnseen) / (all + 1) + (1 - share) * generally;
}

double WordWeights::weight(const std::string& text, double probability) const {
  const auto common = common_.find(text);
  if (common != common_.end()) return common->second;
  return std::clamp(-std::log(probability) - kCommon, kLeastWeight, kMostWeight);
}

}  // namespace duizhao::lexicon
