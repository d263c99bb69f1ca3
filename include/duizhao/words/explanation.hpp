// Which words of two sentences correspond.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "duizhao/text/byte_range.hpp"

namespace duizhao {

/// A word of a document.
struct WordPlace {
  std::size_t sentence = 0;  ///< index of the sentence
  ByteRange range = {};      ///< bytes of the sentence's text as SegmentedDocument::text gives it
  std::string text = {};     ///< the word as it stands there
};

/// Two words that render each other.
struct WordPair {
  WordPlace source = {};   ///< in the source
  WordPlace target = {};   ///< in the target
  double probability = 0;  ///< of the link, 0 to 1
};

/// The pairs inside one bead, surest first.
using Explanation = std::vector<WordPair>;

}  // namespace duizhao
