// A text that is compared with others.
#pragma once

#include <string>

namespace duizhao {

/// A text that takes part in a comparison: a variant, or the original.
struct Witness {
  std::string text = {};      ///< what a reader sees of it
  std::string language = {};  ///< ISO 639; empty: told from the text
  std::string before = {};    ///< what stands before it in its document; may be empty
  std::string after = {};     ///< what stands behind it; what it lacks is no omission if said there

  /// A quote, which begins and ends where its author chose: words before its first and behind its
  /// last one are not omitted.
  bool excerpt = false;
};

}  // namespace duizhao
