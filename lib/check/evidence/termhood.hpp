// What may be a term, as opposed to ordinary language.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "duizhao/lexicon/lexicon.hpp"
#include "lexicon/word_weights.hpp"

namespace duizhao::check {

/// Tells by the lexicon how rare words are in general. Where there is none, all are rare.
class Termhood {
 public:
  /// All arguments must stay alive.
  Termhood(const Lexicon& lexicon, const lexicon::WordWeights& words)
      : lexicon_(lexicon), words_(words) {}

  /// Whether a word may stand in a term: one that carries meaning and is no number.
  bool may_take_part(const std::string& word) const;

  /// Whether neighbouring words are one whole word, common or not.
  static bool is_word(std::span<const std::string> words, bool chinese);

  /// Whether neighbouring words are a term: a single one must be rare in general.
  bool is_term(std::span<const std::string> words, bool chinese) const;

 private:
  bool is_rare(const std::string& word, bool chinese) const;

  const Lexicon& lexicon_;
  const lexicon::WordWeights& words_;
};

}  // namespace duizhao::check
