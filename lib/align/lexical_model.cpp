#include "align/lexical_model.hpp"

#include <algorithm>
#include <numeric>
#include <string>
#include <unordered_map>

#include "lexicon/tables.hpp"
#include "lexicon/words.hpp"

namespace duizhao::align {
namespace {

constexpr double kMarkProbability = 0.7;  // that a mark stands for the same mark
constexpr double kEqualWordProbability =
    1.0;                                // that a Latin word or number in Chinese stays as it is
constexpr double kDocumentShare = 0.5;  // of p(word); the rest is the lexicon's frequencies
constexpr double kSmoothing = 0.5;

void normalise(std::vector<double>& weights) {
  const double total = std::accumulate(weights.begin(), weights.end(), 0.0);
  for (double& weight : weights) weight /= total;
}

/// p(word): occurrences in the text, mixed for English with those in the lexicon's glosses.
std::vector<double> background_of(const Tokens& side, const lexicon::Tables* tables) {
  const std::size_t words = side.vocabulary().size();
  std::vector<double> own(words);
  for (std::uint32_t word = 0; word < words; ++word) {
    own[word] = static_cast<double>(side.occurrences(word));
  }
  if (tables == nullptr || side.language() != "en") {
    for (double& count : own) count += kSmoothing;
    normalise(own);
    return own;
  }
  normalise(own);
  const auto total = static_cast<double>(tables->total_frequency());
  for (std::uint32_t word = 0; word < words; ++word) {
    const auto stem = tables->stem(side.vocabulary()[word]);
    const double general = stem ? static_cast<double>(tables->frequency(*stem)) : 0;
    own[word] = kDocumentShare * own[word] + (1 - kDocumentShare) * (general + kSmoothing) / total;
  }
  normalise(own);
  return own;
}

bool is_plain(const std::string& word) { return static_cast<unsigned char>(word.front()) < 0xE0; }

}  // namespace

LexicalModel::LexicalModel(const Tokens& source, const Tokens& target,
                           const lexicon::Tables* tables) {
  const bool by_lexicon = tables && source.language() == "zh" && target.language() == "en";
  forward.background = background_of(target, tables);
  backward.background = background_of(source, tables);

  std::unordered_map<std::size_t, std::uint32_t> word_of_stem;  // the target's words
  if (by_lexicon) {
    for (std::uint32_t word = 0; word < target.vocabulary().size(); ++word) {
      if (const auto stem = tables->stem(target.vocabulary()[word])) word_of_stem[*stem] = word;
    }
  }
  lexicon::EnglishStemmer stemmer(tables);
  forward.rows.resize(source.vocabulary().size());
  for (std::uint32_t word = 0; word < source.vocabulary().size(); ++word) {
    const std::string& text = source.vocabulary()[word];
    auto& row = forward.rows[word];
    if (source.is_mark(word) || !by_lexicon || is_plain(text)) {
      const bool stemmed = by_lexicon && !source.is_mark(word);
      const std::uint32_t equal = target.find(stemmed ? stemmer.stem(text) : text);
      const double probability = source.is_mark(word) ? kMarkProbability : kEqualWordProbability;
      if (equal != Tokens::npos) row.emplace_back(equal, probability);
      continue;
    }
    for (const auto& [stem, probability] : tables->row(text)) {
      const auto found = word_of_stem.find(stem);
      if (found != word_of_stem.end()) row.emplace_back(found->second, probability);
    }
    std::sort(row.begin(), row.end());
  }

  // Bayes: p(source word | target word) is proportional to p(target word | source word) p(source
  // word).
  std::vector<double> totals(target.vocabulary().size(), 1e-9);
  for (std::uint32_t word = 0; word < forward.rows.size(); ++word) {
    for (const auto& [other, probability] : forward.rows[word]) {
      totals[other] += probability * backward.background[word];
    }
  }
  backward.rows.resize(target.vocabulary().size());
  for (std::uint32_t word = 0; word < forward.rows.size(); ++word) {
    for (const auto& [other, probability] : forward.rows[word]) {
      backward.rows[other].emplace_back(word,
                                        probability * backward.background[word] / totals[other]);
    }
  }
}

}  // namespace duizhao::align
