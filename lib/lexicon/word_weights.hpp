// How much a word tells one passage from another.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

#include "lexicon/vocabulary.hpp"

namespace duizhao::lexicon {

/// Weights of words by how rare they are. Immutable.
class WordWeights {
 public:
  // Words that every text is full of say little; the negations among them say something.
  static constexpr double kFunction = 0.15;
  static constexpr double kNegation = 0.3;

  /// `tables` may be null and must stay alive.
  explicit WordWeights(const lexicon::Tables* tables);

  /// p(word), up to half by the documents, the more the longer they are, and else by the lexicon.
  /// `word` need not be one of the vocabulary's.
  double probability(const Vocabulary& vocabulary, const std::string& text, WordId word) const;

  /// Whether a word in lower case, an English stem or a Chinese word, is no function word.
  /// Negations are none.
  bool is_content(const std::string& text) const;

  /// Whether a word denies: not, never, 没有.
  bool is_negation(const std::string& text) const { return negations_.contains(text); }

  /// -ln p less what common words have, from 0.3 to 6; less for function words.
  double weight(const std::string& text, double probability) const;

 private:
  const lexicon::Tables* tables_;
  std::unordered_map<std::string, double> common_;
  std::unordered_set<std::string> negations_;
};

}  // namespace duizhao::lexicon
