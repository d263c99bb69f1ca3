// A Chinese text and an English one, word by word.
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "compare/rendering.hpp"
#include "duizhao/mentions/quantities.hpp"
#include "lexicon/gloss_columns.hpp"
#include "lexicon/words.hpp"
#include "words/word_class.hpp"
#include "words/word_facts.hpp"

namespace duizhao::compare {

/// One side of a pair.
struct RenderingSide {
  const std::string& text;        ///< as it stands
  std::string simplified;         ///< the same in simplified characters
  std::vector<WordToken> tokens;  ///< in simplified characters, with the bytes of the text
  std::vector<words::WordClass> classes;
  std::vector<std::vector<std::pair<std::size_t, double>>> links;  // by token

  /// The probability of a token's surest link.
  double best(std::size_t token) const;

  /// The tokens of a token's clause, [first, end).
  std::pair<std::size_t, std::size_t> clause(std::size_t token) const;
};

/// Both sides, and what is known of words. All that it is made of must stay alive.
class RenderingSides {
 public:
  RenderingSides(const LinkedPair& pair, const Lexicon& lexicon,
                 const lexicon::GlossColumns& columns, words::Facts& facts);

  RenderingSide chinese;
  RenderingSide english;
  const Lexicon& lexicon_data;
  const lexicon::GlossColumns& columns;
  words::Facts& facts;
  std::unique_ptr<lexicon::Stemmer> stemmer;  // null without a lexicon

  /// Whether the lexicon has an English word of the text among the renderings of a Chinese one.
  bool renders(const std::string& chinese_word, std::size_t en) const;
};

/// The surest counterpart of a token, and how sure it is.
std::optional<std::pair<std::size_t, double>> counterpart(const RenderingSide& side,
                                                          std::size_t token);

std::vector<RenderingDifference> number_differences(const RenderingSides& sides,
                                                    const std::vector<Quantity>& in_chinese,
                                                    const std::vector<Quantity>& in_english);
std::vector<RenderingDifference> denial_differences(const RenderingSides& sides);
std::vector<RenderingDifference> name_differences(const RenderingSides& sides);

}  // namespace duizhao::compare
