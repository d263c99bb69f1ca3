// Where a term stands in a text.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "check/engine/context.hpp"
#include "duizhao/text/byte_range.hpp"
#include "lexicon/words.hpp"

namespace duizhao::check {

/// Finds terms in sides of one language: Chinese ones as strings, simplified and traditional alike,
/// where they are not part of a longer word; others by the stems of their words, whatever their
/// case and hyphens, so that inflected forms count. A short term in capitals (US) must stand so.
/// Not thread-safe.
class TermSearch {
 public:
  /// `tables` may be null and must stay alive.
  TermSearch(const std::string& language, const lexicon::Tables* tables);

  /// A term, prepared for the search.
  struct Needle {
    std::string text;                ///< as it was given
    std::string simplified;          ///< Chinese
    std::vector<std::string> stems;  ///< others
    std::string joined;              ///< the stems as one word
  };
  Needle needle(const std::string& term);

  /// A text, prepared to be searched.
  struct Haystack {
    std::string_view text;
    std::vector<lexicon::Word> words;
  };
  Haystack haystack(std::string_view text);

  /// The occurrences, in order and disjoint.
  std::vector<ByteRange> find(const Needle& needle, const Haystack& haystack) const;

 private:
  std::vector<ByteRange> find_chinese(const Needle& needle, const Haystack& haystack) const;

  bool chinese_;
  const lexicon::Tables* tables_;
  std::unique_ptr<lexicon::Stemmer> stemmer_;
};

}  // namespace duizhao::check
