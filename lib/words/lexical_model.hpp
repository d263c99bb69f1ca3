// How well words explain each other.
//
// A word t of the target is explained by the words S of a source span with the probability
//
//     p(t | S) = mean of p(t | s) over s in S
//
// and its contribution to a bead is how much likelier that makes it than by chance:
//
//     ln(lambda + (1 - lambda) p(t | S) / p(t)),  at most kCap
//
// where lambda leaves room for words that nothing explains. A bead's lexical score is the sum over
// the target's words given the source and the same over the source's words given the target. As a
// sum of log-likelihood ratios it needs no normalisation by the bead's size, and totals over paths
// compare.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "lexicon/model1.hpp"
#include "words/tokens.hpp"

namespace duizhao::lexicon {
class Tables;
}

namespace duizhao::words {

inline constexpr double kLambda = 0.85;
inline constexpr double kCap = 6.0;

/// Means are over at most so many words: in longer text each word that explains would be lost among
/// the others.
inline constexpr double kMostInMean = 400;

/// One direction: what the words of one side say about those of the other.
struct Direction {
  /// A word of the other side, and p(word | explaining word) / p(word).
  struct Explained {
    std::uint32_t word;
    float ratio;
  };

  /// By explaining word: the words of the other side that it may stand for, ascending.
  std::vector<std::vector<Explained>> rows;

  /// That of one pair of words; 0 for strangers.
  double ratio(std::uint32_t explaining, std::uint32_t explained) const;

  /// Whether any word explains a word of the explained side.
  std::vector<bool> explains;

  /// p(word) of the explained side; positive.
  std::vector<double> background;
};

/// Words that are known to stand for each other, whatever the lexicon says. In the model's order:
/// Chinese is the source.
struct Rendering {
  std::vector<std::string> source;  ///< words as a Tokenizer gives them
  std::vector<std::string> target;
};

/// Both directions for a pair of texts.
struct LexicalModel {
  Direction forward;   ///< source words explain target words
  Direction backward;  ///< target words explain source words

  /// Chinese-English by the lexicon; other pairs by equal words and what has been learned. Where
  /// one side is Chinese it must be the source. `tables` may be null.
  LexicalModel(const Tokens& source, const Tokens& target, const lexicon::Tables* tables,
               const std::vector<Rendering>& renderings = {},
               const std::vector<lexicon::TrainedEntry>& learned = {});

  /// Leaves out what the lexicon holds for unlikely and chance for nearly as likely: in sums over
  /// whole sentences it is noise.
  void drop_unlikely();

  /// Whether the lexicon knows a pair.
  static bool by_lexicon(const Tokens& source, const Tokens& target,
                         const lexicon::Tables* tables) {
    return tables != nullptr && source.language() == "zh" && target.language() == "en";
  }
};

}  // namespace duizhao::words
