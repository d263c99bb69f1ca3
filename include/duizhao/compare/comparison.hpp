// What renderings of one text say differently.
#pragma once

#include <cstddef>
#include <initializer_list>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "duizhao/compare/witness.hpp"
#include "duizhao/lexicon/lexicon.hpp"
#include "duizhao/text/byte_range.hpp"
#include "duizhao/text/export.hpp"

namespace duizhao {

/// How renderings differ at a place, the gravest first.
enum class VariationKind {
  number,      ///< other values, or values that changed places
  negation,    ///< one denies what another says, or says the opposite
  name,        ///< another name, or names that changed places
  modality,    ///< must, will, can, may: how sure or how binding it is
  omission,    ///< some say nothing where the original, or most others, say something
  addition,    ///< some say something where the original, or most others, say nothing
  paraphrase,  ///< other words that are linked; whether they say the same is not known
  wording,     ///< other words at the same place, which are not linked
  synonym,     ///< other words that mean the same
  moved,       ///< the same words elsewhere
  inflection,  ///< other forms of the same words
};

/// The lower-case name of a kind, such as "negation".
DUIZHAO_EXPORT std::string_view name_of(VariationKind kind);

/// "A" to "Z", then "A1" and so on: how a witness is named.
DUIZHAO_EXPORT std::string siglum(std::size_t witness);

/// Other words (paraphrase, wording, synonym) are worth a reader's time from this probability on:
/// reports show those, and they are not joined with less sure ones.
inline constexpr double kSureChoice = 0.75;

/// Omissions and additions are told from this probability on.
inline constexpr double kSureSilence = 0.75;

/// What one witness says at a place.
struct WitnessReading {
  std::size_t witness = 0;              ///< index into Comparison::witnesses
  std::optional<ByteRange> range = {};  ///< bytes of its text; absent: it says nothing there
  std::string text = {};                ///< those bytes
  std::size_t group = 0;  ///< witnesses of one group say the same in this: 30 and thirty
};

/// A place where witnesses differ, as one statement that can be checked against their texts.
struct Difference {
  VariationKind kind = VariationKind::paraphrase;  ///< how
  double probability = 0;                          ///< that it is so, 0 to 1
  std::optional<ByteRange> original = {};  ///< bytes of the original's text that are rendered there
  std::vector<WitnessReading> readings = {};  ///< of each witness, in their order
};

/// Words that correspond, as ranges of bytes in the order of each text; those of a witness that
/// says nothing there, and of a comparison without original, are empty.
struct CorrespondingUnit {
  std::vector<ByteRange> original = {};                ///< of the original's text
  std::vector<std::vector<ByteRange>> witnesses = {};  ///< by witness, of its text
};

/// Witnesses laid against each other, each in its own order.
struct Comparison {
  std::vector<Witness> witnesses = {};        ///< as they were given, languages told
  std::optional<Witness> original = {};       ///< the same
  std::vector<CorrespondingUnit> units = {};  ///< every word with content lies in one
  std::vector<Difference> differences = {};   ///< by kind, then by place

  /// By witness and witness: how much alike they are, chrF (Popović 2015) both ways, 0 to 1.
  std::vector<std::vector<double>> likeness = {};

  /// The witness whose words render the original's most completely and say least beside, where one
  /// stands out.
  std::optional<std::size_t> nearest = {};
};

/// Compares renderings of one text.
///
/// The words of each two witnesses are linked (WordAligner), those of the original with each; what
/// corresponds is one unit. A statement names the kind of a difference and the words of every
/// witness. Words that no word of another witness renders, nor the original through it, nor what
/// stands around it, are an omission or an addition; leftovers that face each other at one place
/// are other wordings. The order of the witnesses never changes what is found.
///
/// Immutable: threads may share it.
class DUIZHAO_EXPORT Comparer {
 public:
  explicit Comparer(Lexicon lexicon);
  ~Comparer();
  Comparer(Comparer&&) noexcept;
  Comparer& operator=(Comparer&&) noexcept;

  /// Two witnesses or more in one language, English or Chinese, and their original in either, if it
  /// has a text. Throws Error (content) for fewer witnesses, for one without words, for witnesses
  /// in different languages, and for texts of more than WordAligner::kMostTokens words; (decoding)
  /// for ill-formed UTF-8. Quadratic in the length of the texts and in the number of witnesses;
  /// with more than eight each is linked with the one that is most like the others alone.
  Comparison compare(std::span<const Witness> witnesses, const Witness& original = {}) const;
  Comparison compare(std::initializer_list<Witness> witnesses, const Witness& original = {}) const {
    return compare(std::span(witnesses.begin(), witnesses.size()), original);
  }

  /// The same for texts of which nothing more is known.
  Comparison compare(const std::vector<std::string>& witnesses,
                     const std::string& original = {}) const;

 private:
  struct State;
  std::unique_ptr<const State> state_;
};

}  // namespace duizhao
