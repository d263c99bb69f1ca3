#include "trace/ranking.hpp"

#include <algorithm>
#include <cmath>

#include "text/embedded.hpp"
#include "text/fitted.hpp"

namespace duizhao::trace {
namespace {

constexpr std::size_t kWeights = kRankFeatures + 1;

std::array<std::string_view, kWeights> weight_names() {
  std::array<std::string_view, kWeights> names;
  std::copy(kRankNames.begin(), kRankNames.end(), names.begin());
  names.back() = "bias";
  return names;
}

std::array<double, kWeights> weights_of(Languages languages) {
  return text::fitted(text::kTracingModel, section_of(languages), weight_names());
}

/// Twice the weight that both share over what both have: the Dice coefficient.
double likeness(const std::vector<WeightedWord>& left, const std::vector<WeightedWord>& right) {
  double shared = 0;
  double all = 0;
  auto other = right.begin();
  for (const auto& [word, weight] : left) {
    all += weight;
    while (other != right.end() && other->first < word) ++other;
    if (other != right.end() && other->first == word) shared += 2 * weight;
  }
  for (const auto& [word, weight] : right) all += weight;
  return all > 0 ? shared / all : 0;
}

}  // namespace

std::vector<RankFeatures> rank_features(std::span<const CandidateEvidence> candidates) {
  constexpr double kMostLead = 5;  // nats
  // What a long text always has that is somewhat like a quote; a short one need not have it.
  constexpr double kChanceSupport = 0.3;
  constexpr double kChanceOdds = -4;
  constexpr double kSaysTheSame = 0.4;
  std::vector<RankFeatures> all;
  for (std::size_t k = 0; k < candidates.size(); ++k) {
    const CandidateEvidence& own = candidates[k];
    double other_support = kChanceSupport;
    double other_odds = kChanceOdds;
    for (std::size_t i = 0; i < candidates.size(); ++i) {
      const CandidateEvidence& other = candidates[i];
      if (i == k || other.beside_quote || likeness(own.words, other.words) >= kSaysTheSame) {
        continue;
      }
      other_support = std::max(other_support, other.support.quote);
      other_odds = std::max(other_odds, other.odds);
    }
    RankFeatures& features = all.emplace_back();
    features[odds] = own.odds;
    features[support] = own.support.quote;
    features[lead] = own.support.quote - other_support;
    features[passage] = own.support.passage;
    features[weight] = std::log(1 + own.support.weight);
    features[weighty_support] = features[support] * features[weight];
    features[weighty_passage] = features[passage] * features[weight];
    features[both] = features[support] * features[passage];
    features[weighty_both] = features[both] * features[weight];
    features[odds_lead] = std::min(kMostLead, own.odds - other_odds);
  }
  return all;
}

std::vector<WeightedWord> words_of(const PassageIndex& index, const lexicon::WordWeights& weights,
                                   std::size_t begin, std::size_t end) {
  std::vector<lexicon::WordId> words;
  for (std::size_t sentence = begin; sentence < end; ++sentence) {
    words.insert(words.end(), index.words(sentence).begin(), index.words(sentence).end());
  }
  std::ranges::sort(words);
  words.erase(std::unique(words.begin(), words.end()), words.end());
  std::vector<WeightedWord> weighted;
  const lexicon::Vocabulary& vocabulary = index.vocabulary();
  for (const lexicon::WordId word : words) {
    const std::string& text = vocabulary.text(word);
    weighted.emplace_back(word, weights.weight(text, weights.probability(vocabulary, text, word)));
  }
  return weighted;
}

std::string_view section_of(Languages languages) {
  switch (languages) {
    case Languages::same:
      return "rank same_language";
    case Languages::chinese_quote:
      return "rank chinese_quote";
    case Languages::english_quote:
      return "rank english_quote";
  }
  return {};
}

double rank_probability(Languages languages, const RankFeatures& features) {
  static const std::array<std::array<double, kWeights>, 3> kModels = {
      weights_of(Languages::same), weights_of(Languages::chinese_quote),
      weights_of(Languages::english_quote)};
  const auto& weights = kModels[static_cast<std::size_t>(languages)];
  double sum = weights[kRankFeatures];
  for (std::size_t f = 0; f < kRankFeatures; ++f) sum += weights[f] * features[f];
  return 1 / (1 + std::exp(-sum));
}

}  // namespace duizhao::trace
