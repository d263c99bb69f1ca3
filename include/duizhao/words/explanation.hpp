// Why sentences correspond.
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

/// Two words that explain each other.
struct WordPair {
  WordPlace source = {};  ///< in the source
  WordPlace target = {};  ///< in the target

  /// What the pair adds to the likelihood that the bead's sides belong together: its shares in the
  /// log-likelihood ratios of both words, in nats; more than 0.
  double contribution = 0;
};

/// The pairs behind one bead, weightiest first.
using Explanation = std::vector<WordPair>;

}  // namespace duizhao
