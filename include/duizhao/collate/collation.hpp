// Variants of a quote laid word by word against each other.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "duizhao/collate/comparison.hpp"
#include "duizhao/collate/variants.hpp"
#include "duizhao/collate/witness.hpp"
#include "duizhao/lexicon/lexicon.hpp"
#include "duizhao/text/byte_range.hpp"
#include "duizhao/text/export.hpp"

namespace duizhao {

/// A word of a witness.
struct CollationToken {
  std::string text = {};        ///< as it stands
  std::string normalized = {};  ///< what makes it equal to others: the stem, in lower case
  ByteRange range = {};         ///< bytes of the witness's text
  bool content = true;          ///< not a function word
  bool moved = false;           ///< stands elsewhere in this witness than in the others
};

/// The words as a text: with spaces between them, or none as in Chinese.
DUIZHAO_EXPORT std::string text_of(const std::vector<CollationToken>& tokens, bool spaced = true);

/// What the witnesses say at one place.
enum class Agreement {
  agreement,   ///< all say the same, or none says more than function words
  difference,  ///< they say different things
  omission,    ///< some say nothing where the original, or most others, say something
  addition,    ///< few say something where the original, or most others, say nothing
};

/// The lower-case name.
DUIZHAO_EXPORT std::string_view name_of(Agreement agreement);

/// A place of the collation: one or several words of the original and what stands for them.
struct CollationColumn {
  std::vector<CollationToken> original = {};            ///< empty without one, and for additions
  std::vector<std::vector<CollationToken>> cells = {};  ///< by witness; empty: it says nothing here
  Agreement agreement = Agreement::agreement;           ///< how the cells relate
};

/// Witnesses side by side.
struct Collation {
  std::vector<CollationColumn> columns = {};  ///< from left to right

  /// By witness: its index among those that were given, or among the variants of the group.
  std::vector<std::size_t> variants = {};

  /// By witness and witness: how much alike they are, chrF (Popović 2015) both ways, 0 to 1.
  std::vector<std::vector<double>> similarity = {};

  /// The witnesses by their mean similarity to the others, highest first: what most say comes
  /// first.
  std::vector<std::size_t> ranking = {};

  /// What the witnesses say differently, in the same order; without differences where there are
  /// fewer than two, or texts that cannot be linked.
  Comparison comparison = {};
};

/// "A" to "Z", then "A1" and so on: how a witness is named.
DUIZHAO_EXPORT std::string siglum(std::size_t witness);

/// Collates texts in one language, and their original in another one where there is one.
///
/// With an original its words are the columns, and the words of the witnesses are laid to those
/// that they are linked with (WordAligner). Without one the witness that is most like the others
/// lends its words. Words that are linked but stand elsewhere have moved. Function words that are
/// linked with none share the column of the next word with content. Each word of each witness lies
/// in exactly one column. Texts that cannot be linked, for their languages or their length, are one
/// column.
///
/// Immutable: threads may share it.
class DUIZHAO_EXPORT Collator {
 public:
  /// Takes some milliseconds.
  explicit Collator(Lexicon lexicon);
  ~Collator();
  Collator(Collator&&) noexcept;
  Collator& operator=(Collator&&) noexcept;

  /// `original` may be null. Quadratic in the length of the texts, in time and memory, and in the
  /// number of witnesses, for their similarities.
  Collation collate(const std::vector<Witness>& witnesses, const Witness* original = nullptr) const;

  /// The variants of a group in the language that most of them have, laid to the group's original
  /// if that is Chinese.
  Collation collate(const VariantGroup& group) const;

 private:
  struct State;
  std::unique_ptr<const State> state_;
};

}  // namespace duizhao
