// What rules look at: the beads of translations as texts with numbered words.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "align/lexical_model.hpp"
#include "align/tokens.hpp"
#include "duizhao/alignment.hpp"
#include "duizhao/checker.hpp"
#include "duizhao/names.hpp"
#include "duizhao/quantities.hpp"

namespace duizhao::check {

/// A word of a side; marks are none.
struct Word {
  std::uint32_t number;  ///< in the side's Tokens
  ByteRange range;       ///< bytes of the side's text
};

/// One side of a bead.
struct Side {
  std::string text;  ///< its sentences as a reader sees them, joined

  /// Where each sentence begins in the text.
  struct Piece {
    std::size_t sentence;  ///< index in the document
    std::size_t begin;
  };
  std::vector<Piece> pieces;
  std::vector<Word> words;

  bool blank() const;  ///< no letter, digit or other visible character
  std::string_view at(ByteRange range) const {
    return std::string_view(text).substr(range.begin, range.size());
  }
};

/// A bead.
struct Pair {
  Side source;
  Side target;
  std::size_t bead = 0;  ///< index in the alignment
  double confidence = 1;
};

/// Which side of a pair.
using SideOf = Side Pair::*;

/// A translation. Keeps its alignment alive.
class Translation {
 public:
  /// `tables` may be null and must stay alive.
  Translation(Alignment alignment, const lexicon::Tables* tables);

  const Alignment& alignment() const { return alignment_; }
  const std::vector<Pair>& pairs() const { return pairs_; }

  /// The language of a side.
  const std::string& language(SideOf side) const {
    return side == &Pair::source ? source_language_ : target_language_;
  }
  const SegmentedDocument& document(SideOf side) const {
    return side == &Pair::source ? alignment_.source() : alignment_.target();
  }

  /// Whether it is from Chinese into English or the other way round.
  bool bilingual() const { return chinese_ != nullptr && english_ != nullptr; }
  SideOf chinese() const { return chinese_; }  ///< null where neither side is
  SideOf english() const { return english_; }

  /// The words of a side in all pairs.
  const align::Tokens& tokens(SideOf side) const {
    return side == &Pair::source ? *source_tokens_ : *target_tokens_;
  }
  const std::string& word(SideOf side, const Word& word) const {
    return tokens(side).vocabulary()[word.number];
  }

  /// How well words of one side are explained by those of the other: by the lexicon between Chinese
  /// and English, else by equal words.
  const align::Direction& explained_by(SideOf side) const;

 private:
  Alignment alignment_;
  std::vector<Pair> pairs_;
  std::string source_language_;
  std::string target_language_;
  SideOf chinese_ = nullptr;
  SideOf english_ = nullptr;
  std::unique_ptr<align::Tokens> source_tokens_;
  std::unique_ptr<align::Tokens> target_tokens_;
  bool turned_ = false;  // the model's source is this target
  std::unique_ptr<align::LexicalModel> model_;
};

/// The other side.
inline SideOf other(SideOf side) { return side == &Pair::source ? &Pair::target : &Pair::source; }

/// What a check works on: the translations of one original, and what it needs to know.
struct Material {
  std::vector<Translation> translations;
  const Lexicon& lexicon;
  const QuantityFinder& quantities;
  const NameFinder& names;
  const CheckOptions& options;
};

}  // namespace duizhao::check
