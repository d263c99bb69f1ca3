// Results as data.
#pragma once

#include <string>
#include <vector>

#include "duizhao/alignment.hpp"
#include "duizhao/beads.hpp"
#include "duizhao/explanation.hpp"
#include "duizhao/export.hpp"
#include "duizhao/segmenter.hpp"
#include "duizhao/tracer.hpp"

namespace duizhao {

/// A JSON object a line for each sentence:
/// `{"document","block","kind","language","speaker","index","begin","end","text"}`; the speaker is
/// null outside turns, begin and end are bytes of the document.
DUIZHAO_EXPORT std::string to_jsonl(const SegmentedDocument& document);

struct AlignmentJsonOptions {
  /// Add `"target_document"`, for alignments with several targets.
  bool name_target = false;

  /// By bead: adds `"evidence"`, a list of `{"source","target","contribution"}`, a word being
  /// `{"sentence","begin","end","text"}` with bytes of the sentence's text. Empty: adds nothing.
  std::vector<Explanation> explanations;
};

/// A JSON object a line for each bead: `{"source":[…],"target":[…],"score","confidence","locked"}`,
/// a sentence being `{"index","begin","end","text"}`.
DUIZHAO_EXPORT std::string to_jsonl(const Alignment& alignment,
                                    const AlignmentJsonOptions& options = {});

/// A header line and a line a bead: source and target indices, confidence, score, source and target
/// text. Tabs and line breaks inside the text become spaces.
DUIZHAO_EXPORT std::string to_tsv(const Alignment& alignment);

/// A JSON object a line for each quote of `document`: `{"quote":{"document","begin","end","line",
/// "text","kind","speaker"},"status","matches":[{"document","begin","end","text","speaker",
/// "confidence","through"}]}`; status is attested or unattested, `"parts"` lists the ranges of an
/// interrupted quote, offsets are bytes of the documents.
DUIZHAO_EXPORT std::string to_jsonl(const std::vector<Trace>& traces, const Document& document,
                                    const Tracer& tracer);

}  // namespace duizhao
