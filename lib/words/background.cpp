#include "words/background.hpp"

#include <cstdint>
#include <numeric>
#include <string>

#include "lexicon/tables.hpp"

namespace duizhao::words {
namespace {

// The text's share of p(word); the rest is the word's frequency in general.
constexpr double kEnglishShare = 0.5;
constexpr double kChineseShare = 1.0;
constexpr double kShortText = 100;  // words; a text of so many has half of that share
constexpr double kSmoothing = 0.5;

void normalise(std::vector<double>& weights) {
  const double total = std::accumulate(weights.begin(), weights.end(), 0.0);
  for (double& weight : weights) weight /= total;
}

/// The frequency of a word in general: of English stems in the lexicon's glosses, of headwords in
/// the corpus of its frequency list.
double general_probability(const std::string& word, const std::string& language,
                           const lexicon::Tables& tables) {
  const bool english = language == "en";
  const auto id = english ? tables.stem(word) : tables.headword(word);
  const std::size_t total =
      english ? tables.total_stem_frequency() : tables.total_headword_frequency();
  const std::size_t count = !id       ? 0
                            : english ? tables.stem_frequency(*id)
                                      : tables.headword_frequency(*id);
  return (static_cast<double>(count) + kSmoothing) / static_cast<double>(total);
}

}  // namespace

std::vector<double> background_of(const Tokens& side, const lexicon::Tables* tables) {
  const std::string& language = side.language();
  const std::size_t words = side.vocabulary().size();
  const bool known = tables != nullptr && (language == "en" || language == "zh");
  std::vector<double> own(words);
  for (std::uint32_t word = 0; word < words; ++word) {
    own[word] = static_cast<double>(side.occurrences(word)) + (known ? 0 : kSmoothing);
  }
  normalise(own);
  if (!known) return own;
  const auto length = static_cast<double>(side.offset(side.sentence_count()));
  const double share =
      (language == "en" ? kEnglishShare : kChineseShare) * length / (length + kShortText);
  for (std::uint32_t word = 0; word < words; ++word) {
    const double general = general_probability(side.vocabulary()[word], language, *tables);
    own[word] = share * own[word] + (1 - share) * general;
  }
  return own;
}

}  // namespace duizhao::words
