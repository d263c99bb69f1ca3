// How the words of a quote are borne out by a passage.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "duizhao/lexicon/lexicon.hpp"
#include "duizhao/words/word_aligner.hpp"
#include "lexicon/vocabulary.hpp"
#include "lexicon/word_weights.hpp"

namespace duizhao::trace {

/// The words of a quote linked with those of a passage.
struct LinkedWords {
  WordAlignment words;                // its source is the quote
  std::vector<double> quote_weights;  // by token: how much it says; 0 for marks and function words
  std::vector<double> passage_weights;  // the same
  std::vector<double> quote_links;      // by token: the probability of its best link
  std::vector<double> passage_links;    // the same
};

/// What links say of a quote and a passage.
struct WordSupport {
  double quote = 0;    // the share of the quote's weight that is linked, 0 to 1
  double passage = 0;  // the same of the passage, from its first to its last linked word
  double weight = 0;   // of the quote's words
};

WordSupport support_of(const LinkedWords& linked);

/// Links quotes with passages and weighs their words. Immutable; threads may share it.
class QuoteLinker {
 public:
  /// All but the lexicon must stay alive; `chinese` and `english` are the words of the documents.
  QuoteLinker(const Lexicon& lexicon, const lexicon::WordWeights& weights,
              const lexicon::Vocabulary& chinese, const lexicon::Vocabulary& english);

  /// Nothing for languages that are not linked and for texts that are too long. `passage` may be
  /// more than the quote renders.
  std::optional<LinkedWords> link(std::string_view quote, const std::string& quote_language,
                                  std::string_view passage,
                                  const std::string& passage_language) const;

 private:
  std::vector<double> weights_of(const std::vector<WordToken>& tokens, bool chinese) const;

  const lexicon::Tables* tables_;
  const lexicon::WordWeights& weights_;
  const lexicon::Vocabulary& chinese_;
  const lexicon::Vocabulary& english_;
  std::map<std::pair<bool, bool>, WordAligner> aligners_;  // by whether each side is Chinese
};

}  // namespace duizhao::trace
