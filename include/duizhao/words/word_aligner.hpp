// Which word renders which.
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "duizhao/lexicon/glossary.hpp"
#include "duizhao/lexicon/lexicon.hpp"
#include "duizhao/text/byte_range.hpp"
#include "duizhao/text/export.hpp"

namespace duizhao {

/// A word or a mark of a text.
struct WordToken {
  ByteRange range = {};   ///< bytes of the text
  std::string text = {};  ///< as it stands there
};

/// A word and one that renders it.
struct WordLink {
  std::size_t source = 0;  ///< index of the source's token
  std::size_t target = 0;  ///< index of the target's token
  double probability = 0;  ///< 0 to 1, calibrated: of links of .9 about nine in ten are right
};

/// A minimal unit that is consistent with the links: its words are linked with each other, directly
/// or through each other, and with no words outside (Koehn et al. 2003 call such pairs phrases).
struct WordPhrase {
  std::vector<std::size_t> source = {};  ///< indices of tokens, ascending, at least one
  std::vector<std::size_t> target = {};  ///< the same
};

/// How two renderings of one thing differ.
enum class DifferenceKind {
  equal,        ///< they do not: the same words, values, or spellings of one word
  inflection,   ///< other forms of the same words: decide, decided, decision
  function,     ///< words without meaning of their own
  synonym,      ///< other words that mean the same
  paraphrase,   ///< other words in the same place; whether they say the same is not known
  opposite,     ///< words that mean the opposite
  number,       ///< other values
  negation,     ///< one denies what the other says
  modality,     ///< must, will, can, may: how sure or how binding it is
  name,         ///< another name, or another spelling of it
  only_source,  ///< words that the target has no counterpart of
  only_target   ///< words that the source has no counterpart of
};

/// The words that differ, on both sides.
struct WordDifference {
  DifferenceKind kind = DifferenceKind::equal;
  bool moved = false;                    ///< it stands elsewhere: it crosses most of its neighbours
  std::vector<std::size_t> source = {};  ///< indices of tokens, ascending; none if only_target
  std::vector<std::size_t> target = {};  ///< the same; none if only_source

  /// 0 to 1: how likely the words on both sides stand for each other, or, if only one side has
  /// them, how likely the other has no counterpart.
  double probability = 0;
};

/// The links of two texts.
struct WordAlignment {
  std::vector<WordToken> source = {};    ///< in the order of the text
  std::vector<WordToken> target = {};    ///< the same
  std::vector<WordLink> links = {};      ///< by source token, then by target token
  std::vector<WordPhrase> phrases = {};  ///< by their first source token
  std::vector<double> source_alone =
      {};  ///< of each source token: how likely it has no counterpart
           ///< at all, 0 to 1; 0 for marks and function words
  std::vector<double> target_alone = {};  ///< the same of each target token

  /// In the order of the source, those of the target alone where their neighbours are. Between two
  /// texts of one language only.
  std::vector<WordDifference> differences = {};
};

/// Links the words of two texts, a sentence or a passage each: Chinese and English in either order,
/// English and English, Chinese and Chinese. No neural model: three stages of logistic regression
/// over the lexicon, counted links, numbers, sounds and places, each of which also sees what the
/// stage before believes of a pair's rivals and neighbours
/// (examples/guides/how-words-are-linked.md).
///
/// A shared handle: copies are cheap, and one that was moved from still works. Immutable, shared by
/// threads; the same input gives the same links everywhere.
class DUIZHAO_EXPORT WordAligner {
 public:
  WordAligner(const WordAligner&) = default;
  WordAligner& operator=(const WordAligner&) = default;

  /// The most tokens that a text may have: the cost is the product of both.
  static constexpr std::size_t kMostTokens = 600;

  /// `source_language` and `target_language` are "zh" and "en" in any combination, or one other
  /// language twice, of which the words are compared by what they look like. Throws Error (content)
  /// for others. The terms of a glossary that stand on both sides are linked with each other,
  /// whatever the model says; between Chinese and English only, and without its forbidden
  /// renderings.
  WordAligner(Lexicon lexicon, const std::string& source_language,
              const std::string& target_language, const std::vector<Term>& glossary = {});
  /// Whether there is a model for two languages, so that the constructor does not throw.
  static bool knows(const std::string& source_language, const std::string& target_language);

  /// The links of two texts (UTF-8) of at least `min_probability`. Ranges are bytes of the texts.
  /// Throws Error (decoding) for ill-formed UTF-8 and (content) for more than kMostTokens tokens.
  WordAlignment align(std::string_view source, std::string_view target,
                      double min_probability = 0.5) const;

  /// The same, nothing for texts that are too long.
  std::optional<WordAlignment> align_if_short(std::string_view source, std::string_view target,
                                              double min_probability = 0.5) const;

  /// The same for texts that the caller has cut. Ranges are bytes of the tokens joined by spaces.
  WordAlignment align(const std::vector<std::string>& source,
                      const std::vector<std::string>& target, double min_probability = 0.5) const;

 private:
  struct State;
  std::shared_ptr<const State> state_;  // copied by moves too, so that no handle is ever empty
};

}  // namespace duizhao
