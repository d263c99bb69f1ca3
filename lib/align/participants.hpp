// Which sentences of two documents are aligned.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "duizhao/align/aligner.hpp"
#include "duizhao/segment/segmenter.hpp"

namespace duizhao::align {

/// The languages of both sides and the indices of their sentences.
struct Participants {
  std::string source_language;  // ISO 639
  std::string target_language;
  std::vector<std::size_t> source;  // ascending
  std::vector<std::size_t> target;
};

/// The languages that the options name; else each document's own, and where one text that holds two
/// languages stands on both sides, its Chinese and the other one. Blocks in other languages take
/// part unless they are a text of their own. Throws Error (content) if a document has text but none
/// in its language.
Participants find_participants(const SegmentedDocument& source, const SegmentedDocument& target,
                               const AlignOptions& options);

}  // namespace duizhao::align
