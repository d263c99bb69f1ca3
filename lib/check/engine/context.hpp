// What rules look at: the beads of translations as texts with numbered words.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "bitext/joined_text.hpp"
#include "compare/rendering.hpp"
#include "duizhao/bitext/alignment.hpp"
#include "duizhao/check/checker.hpp"
#include "duizhao/mentions/names.hpp"
#include "duizhao/mentions/quantities.hpp"
#include "duizhao/words/word_aligner.hpp"
#include "lexicon/word_weights.hpp"
#include "mentions/protected_tokens.hpp"
#include "words/lexical_model.hpp"
#include "words/links.hpp"
#include "words/tokens.hpp"

namespace duizhao::check {

class TermCandidates;

/// One side of a bead.
struct Side {
  std::string text;  ///< its sentences as a reader sees them, joined

  using Piece = bitext::JoinedText::Piece;
  std::vector<Piece> pieces;
  std::vector<words::Word> words;

  bool blank() const;  ///< no letter, digit or other visible character
  std::string_view at(ByteRange range) const {
    return std::string_view(text).substr(range.begin, range.size());
  }
};

/// A bead.
struct CheckedBead {
  Side source;
  Side target;
  std::size_t bead = 0;  ///< index in the alignment
  double confidence = 1;
  bool moved = false;  ///< its counterpart stands elsewhere
};

/// What checks are made with, once for all texts.
struct Tools {
  explicit Tools(const Lexicon& known)
      : lexicon(known),
        names(known),
        words(known.tables()),
        aligner(known, "zh", "en"),
        renderings(known) {}

  Lexicon lexicon;
  QuantityFinder quantities;
  NameFinder names;
  lexicon::WordWeights words;
  WordAligner aligner;
  compare::RenderingComparer renderings;
  mentions::ProtectedTokens tokens;
};

/// Which side of a pair.
using SideOf = Side CheckedBead::*;

/// A translation. Keeps its alignment alive.
class CheckedTranslation {
 public:
  /// `tools` must stay alive.
  CheckedTranslation(Alignment alignment, const Tools& tools);

  const Alignment& alignment() const { return alignment_; }
  const std::vector<CheckedBead>& pairs() const { return pairs_; }

  /// The language of a side.
  const std::string& language(SideOf side) const {
    return side == &CheckedBead::source ? source_language_ : target_language_;
  }
  const SegmentedDocument& document(SideOf side) const {
    return side == &CheckedBead::source ? alignment_.source() : alignment_.target();
  }

  /// Whether it is from Chinese into English or the other way round.
  bool bilingual() const { return chinese_ != nullptr && english_ != nullptr; }
  SideOf chinese() const { return chinese_; }  ///< null where neither side is
  SideOf english() const { return english_; }

  /// The words of a side in all pairs.
  const words::Tokens& tokens(SideOf side) const {
    return side == &CheckedBead::source ? *source_tokens_ : *target_tokens_;
  }

  /// The side that a word of this translation is of.
  SideOf side_of(const words::Word& word) const {
    return &word.tokens() == source_tokens_.get() ? &CheckedBead::source : &CheckedBead::target;
  }

  /// Whether a word carries meaning.
  bool is_content(const words::Word& word) const {
    return (side_of(word) == &CheckedBead::source ? source_content_
                                                  : target_content_)[word.number()];
  }

  /// The links of one of its pairs, by Chinese word; none where it is not bilingual.
  const std::vector<words::Link>& links(const CheckedBead& pair) const { return links_[pair.bead]; }

  /// The words of one of its pairs with Chinese as their source, and links of small probability
  /// too; null where it is not bilingual, or too long.
  const WordAlignment* words(const CheckedBead& pair) const;

  /// The quantities of a side of one of its pairs.
  const std::vector<Quantity>& quantities(const CheckedBead& pair, SideOf side) const;

  /// What its sides say otherwise; nothing where words() is null.
  const std::vector<compare::RenderingDifference>& differences(const CheckedBead& pair) const;

  /// The links of two sides of different pairs.
  std::vector<words::Link> links_between(const Side& chinese, const Side& english) const;

 private:
  Alignment alignment_;
  std::vector<CheckedBead> pairs_;
  std::string source_language_;
  std::string target_language_;
  SideOf chinese_ = nullptr;
  SideOf english_ = nullptr;
  std::unique_ptr<words::Tokens> source_tokens_;
  std::unique_ptr<words::Tokens> target_tokens_;
  std::vector<bool> source_content_;  // by number of the word
  std::vector<bool> target_content_;
  std::unique_ptr<words::LexicalModel> model_;  // with Chinese as its source; null if not bilingual
  std::vector<std::vector<words::Link>> links_;

  /// What is found of a pair when a rule asks for it.
  struct Found {
    std::optional<std::optional<WordAlignment>> words;
    std::optional<std::vector<compare::RenderingDifference>> differences;
    std::optional<std::vector<Quantity>> source_quantities;
    std::optional<std::vector<Quantity>> target_quantities;
  };

  const Tools& tools_;
  mutable std::vector<Found> found_;  // by bead
};

/// The other side.
inline SideOf other(SideOf side) {
  return side == &CheckedBead::source ? &CheckedBead::target : &CheckedBead::source;
}

/// What a check works on: the translations of one original, and what it needs to know.
struct Context {
  std::vector<CheckedTranslation> translations;
  const Tools& tools;
  const CheckOptions& options;
  mutable std::shared_ptr<const TermCandidates> term_candidates = nullptr;  // found when needed
};

/// look(translation, pair, side) for both sides of all pairs; the source of several translations
/// once.
void for_each_side(const Context& context,
                   const std::function<void(std::size_t, const CheckedBead&, SideOf)>& look);

}  // namespace duizhao::check
