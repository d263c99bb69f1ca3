// Which of the passages that a search found a quote renders.
#pragma once

#include <array>
#include <cstddef>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include "lexicon/word_weights.hpp"
#include "trace/passage_index.hpp"
#include "trace/word_support.hpp"

namespace duizhao::trace {

/// A word of a passage and how much it says.
using WeightedWord = std::pair<lexicon::WordId, double>;

/// What is known of a candidate.
struct CandidateEvidence {
  double odds = 0;  // what the search says, in nats
  WordSupport support = {};
  std::vector<WeightedWord> words = {};  // of its passage, ascending, each once
  bool beside_quote = false;             // it stands in the text that quotes
};

/// What the words of the sentences [begin, end) of an index weigh.
std::vector<WeightedWord> words_of(const PassageIndex& index, const lexicon::WordWeights& weights,
                                   std::size_t begin, std::size_t end);

/// The evidence of a candidate beside that of the others, as the model in data/models/tracing.tsv
/// weighs it.
enum RankFeature : std::size_t {
  odds,
  support,          // of the quote's words
  lead,             // over the best of the others, and over chance
  passage,          // of the passage's words between those of the quote
  weight,           // ln of one and the quote's weight
  weighty_support,  // products
  weighty_passage,
  both,  // of support and passage
  weighty_both,
  odds_lead,  // the same of the odds; 5 nats at most
  kRankFeatures
};
inline constexpr std::array<std::string_view, kRankFeatures> kRankNames = {
    "odds", "support",      "lead",     "passage", "weight", "weighty support", "weighty passage",
    "both", "weighty both", "odds lead"};
using RankFeatures = std::array<double, kRankFeatures>;

/// By candidate. Quadratic in their number. A candidate leads over those that say something else:
/// another translation of the same passage, or a copy of it, does not count, and neither does what
/// the text that quotes says itself.
std::vector<RankFeatures> rank_features(std::span<const CandidateEvidence> candidates);

/// A quote and a passage in one language, or which of them is Chinese: each has weights of its own.
enum class Languages { same, chinese_quote, english_quote };

/// The name of the section that has its weights.
std::string_view section_of(Languages languages);

/// The probability that the quote renders a candidate, 0 to 1.
double rank_probability(Languages languages, const RankFeatures& features);

}  // namespace duizhao::trace
