// How much of a text a quote of it covers.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <utility>

#include "duizhao/compare/witness.hpp"
#include "duizhao/lexicon/lexicon.hpp"
#include "duizhao/text/byte_range.hpp"
#include "duizhao/words/word_aligner.hpp"

namespace duizhao::collate {

/// Finds the stretches of texts that correspond, by the links of their words. Not for several
/// threads at once.
class Stretches {
 public:
  explicit Stretches(Lexicon lexicon) : lexicon_(std::move(lexicon)) {}

  /// The bytes of a text without the clauses at its beginning and its end of which the other one
  /// renders no word, if they have three words with content or more, and the other text has nothing
  /// there that could render them: who quotes begins and stops where he likes. All of it where the
  /// words cannot be linked.
  ByteRange covered(const Witness& text, const Witness& by);

  /// The bytes of a text from the first to the last word that is linked with those in a range of
  /// another one; nothing where none is.
  std::optional<ByteRange> counterpart(const Witness& text, const Witness& of, ByteRange range);

 private:
  std::optional<WordAlignment> link(const Witness& source, const Witness& target);

  Lexicon lexicon_;
  std::map<std::pair<std::string, std::string>, WordAligner> aligners_;
};

}  // namespace duizhao::collate
