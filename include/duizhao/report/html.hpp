// Results as pages for a browser.
//
// Each page is one file of HTML that needs nothing else: no network, no other file. Texts are shown
// as text, whatever they hold; a content security policy allows the page's own style and script, by
// their hashes, and nothing else. Without scripts the page is complete, only filters and
// counterparts of words are missing. In the language of the program's locale.
#pragma once

#include <string>
#include <vector>

#include "duizhao/bitext/alignment.hpp"
#include "duizhao/check/findings.hpp"
#include "duizhao/collate/group_comparison.hpp"
#include "duizhao/collate/variants.hpp"
#include "duizhao/io/results.hpp"
#include "duizhao/text/export.hpp"
#include "duizhao/trace/tracer.hpp"
#include "duizhao/words/explanation.hpp"

namespace duizhao {

/// An alignment, and by bead the word pairs behind it; without them words have no counterparts.
struct AlignmentPagePart {
  Alignment alignment = {};  ///< what is shown
  std::vector<Explanation>
      explanations;  ///< by bead, for words to show their counterparts; empty: none do
};

/// The sides of each bead beside each other, with its type and confidence; words that explain each
/// other are linked. Beads below `min_confidence` are marked as doubtful, as all below 0.5 are. One
/// part for each target. Linear.
DUIZHAO_EXPORT std::string to_html(const std::vector<AlignmentPagePart>& parts,
                                   double min_confidence = 0);

/// The beads with findings, and these below them. Linear.
DUIZHAO_EXPORT std::string to_html(const std::vector<Finding>& findings,
                                   const std::vector<Alignment>& translations);

/// The quotes of an article, and the passages that they render. Linear.
DUIZHAO_EXPORT std::string to_html(const std::vector<Trace>& traces, const Document& document,
                                   const Tracer& tracer);

/// Groups of variants: their texts, in which the words that statements name are marked, the
/// statements, and how much they are alike as a picture. Linear.
DUIZHAO_EXPORT std::string to_html(const std::vector<VariantGroup>& groups,
                                   const std::vector<GroupComparison>& comparisons,
                                   const Tracer& tracer);

/// The page of comparisons: each original with its witnesses, in which the words that statements
/// name are marked, and the statements below. A witness's visible text is its text.
DUIZHAO_EXPORT std::string to_html(const std::vector<PlacedComparison>& comparisons);

}  // namespace duizhao
