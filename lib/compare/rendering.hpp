// What a rendering in another language says otherwise.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "duizhao/compare/comparison.hpp"
#include "duizhao/lexicon/lexicon.hpp"
#include "duizhao/mentions/quantities.hpp"
#include "duizhao/text/byte_range.hpp"
#include "duizhao/words/word_aligner.hpp"

namespace duizhao::compare {

/// Something that speaks for or against a difference.
struct Sign {
  std::string_view name;
  double value = 0;  ///< how much of it there is; 1 where it is there or not
};

/// A place where an English text and a Chinese one differ.
struct RenderingDifference {
  VariationKind kind = VariationKind::number;  // number, negation or name
  double probability = 0;
  std::optional<ByteRange> chinese = {};  // bytes of the Chinese text; absent: nothing stands there
  std::optional<ByteRange> english = {};  // the same of the English text
  std::vector<Sign> signs = {};           // what was seen, by which others may judge it anew
};

/// A Chinese text and an English one with their links, those of small probability too.
struct LinkedPair {
  const std::string& chinese;
  const std::string& english;
  const WordAlignment& words;
  bool chinese_source = true;  // else the source is English

  /// The quantities of both texts, where the caller has found them; else they are looked for.
  const std::vector<Quantity>* chinese_quantities = nullptr;
  const std::vector<Quantity>* english_quantities = nullptr;
};

/// Finds numbers that differ as values, denials of a word that the other text states, and names of
/// which neither text has the other's. What is open on one side is not told. Immutable; threads may
/// share it.
class RenderingComparer {
 public:
  /// Takes some milliseconds.
  explicit RenderingComparer(const Lexicon& lexicon);
  ~RenderingComparer();
  RenderingComparer(const RenderingComparer&) = delete;
  RenderingComparer& operator=(const RenderingComparer&) = delete;

  /// In proportion to the links and to the length of the texts.
  std::vector<RenderingDifference> compare(const LinkedPair& pair) const;

 private:
  struct State;
  std::unique_ptr<const State> state_;
};

}  // namespace duizhao::compare
