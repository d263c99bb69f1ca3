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

}  // namespace

std::vector<RankFeatures> rank_features(std::span<const CandidateEvidence> candidates) {
  constexpr double kMostLead = 5;   // nats
  constexpr double kNoOther = -14;  // nats: what the search says of nothing
  std::vector<RankFeatures> all;
  for (std::size_t k = 0; k < candidates.size(); ++k) {
    const CandidateEvidence& own = candidates[k];
    double other_support = 0;
    double other_odds = kNoOther;
    for (std::size_t i = 0; i < candidates.size(); ++i) {
      if (i == k) continue;
      other_support = std::max(other_support, candidates[i].support.quote);
      other_odds = std::max(other_odds, candidates[i].odds);
    }
    RankFeatures& features = all.emplace_back();
    features[odds] = own.odds;
    features[support] = own.support.quote;
    features[lead] = own.support.quote - other_support;
    features[passage] = own.support.passage;
    features[weight] = std::log(1 + own.support.weight);
    features[weighty_support] = features[support] * features[weight];
    features[both] = features[support] * features[passage];
    features[odds_lead] = std::min(kMostLead, own.odds - other_odds);
  }
  return all;
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
