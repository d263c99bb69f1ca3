// Which sentences of two documents are aligned.
#pragma once

#include <cstddef>
#include <functional>
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

/// Whether two selections of one text are translations of each other.
using TranslatesItself = std::function<bool(const SegmentedDocument&, const Participants&)>;

/// The languages that the options name; else each document's own, and where one text that holds two
/// languages stands on both sides, its Chinese and the other one. Sentences in another language
/// than their document's take part unless they are its translation, which `translates_itself`
/// decides for texts in two languages that are about as long. Throws Error (content) if a document
/// has text but none in its language.
Participants find_participants(const SegmentedDocument& source, const SegmentedDocument& target,
                               const AlignOptions& options,
                               const TranslatesItself& translates_itself);

}  // namespace duizhao::align
