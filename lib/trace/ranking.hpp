// Which of the passages that a search found a quote renders.
#pragma once

#include <array>
#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

#include "trace/word_support.hpp"

namespace duizhao::trace {

/// What is known of a candidate.
struct CandidateEvidence {
  double odds = 0;  // what the search says, in nats
  WordSupport support = {};
};

/// The evidence of a candidate beside that of the others, as the model in data/models/tracing.tsv
/// weighs it.
enum RankFeature : std::size_t {
  odds,
  support,          // of the quote's words
  lead,             // over the best other candidate's
  passage,          // of the passage's words between those of the quote
  weight,           // ln of one and the quote's weight
  weighty_support,  // the product of both
  both,             // support of both sides, the product
  odds_lead,        // over the best other candidate's, 5 nats at most
  kRankFeatures
};
inline constexpr std::array<std::string_view, kRankFeatures> kRankNames = {
    "odds", "support", "lead", "passage", "weight", "weighty support", "both", "odds lead"};
using RankFeatures = std::array<double, kRankFeatures>;

/// By candidate. Quadratic in their number.
std::vector<RankFeatures> rank_features(std::span<const CandidateEvidence> candidates);

/// A quote and a passage in one language, or which of them is Chinese: each has weights of its own.
enum class Languages { same, chinese_quote, english_quote };

/// The name of the section that has its weights.
std::string_view section_of(Languages languages);

/// The probability that the quote renders a candidate, 0 to 1.
double rank_probability(Languages languages, const RankFeatures& features);

}  // namespace duizhao::trace
