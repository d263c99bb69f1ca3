// Results as data.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "duizhao/align/aligner.hpp"
#include "duizhao/bitext/alignment.hpp"
#include "duizhao/check/findings.hpp"
#include "duizhao/check/rules.hpp"
#include "duizhao/collate/group_comparison.hpp"
#include "duizhao/collate/variants.hpp"
#include "duizhao/compare/comparison.hpp"
#include "duizhao/io/beads.hpp"
#include "duizhao/lexicon/glossary.hpp"
#include "duizhao/segment/segmenter.hpp"
#include "duizhao/text/export.hpp"
#include "duizhao/trace/tracer.hpp"
#include "duizhao/words/explanation.hpp"
#include "duizhao/words/word_aligner.hpp"

namespace duizhao {

/// A JSON object a line for each sentence:
/// `{"document","block","kind","language","speaker","index","begin","end","text"}`; the speaker is
/// null outside turns, begin and end are bytes of the document.
DUIZHAO_EXPORT std::string to_jsonl(const SegmentedDocument& document);

/// What JSON Lines of an alignment hold beside the beads.
struct AlignmentJsonOptions {
  /// Add `"target_document"`, for alignments with several targets.
  bool name_target = false;

  /// By bead: adds `"evidence"`, a list of `{"source","target","probability"}`, a word being
  /// `{"sentence","begin","end","text"}` with bytes of the sentence's text. Empty: adds nothing.
  std::vector<Explanation> explanations = {};
};

/// A JSON object a line for each bead: `{"source":[…],"target":[…],"score","confidence","locked"}`,
/// a sentence being `{"index","begin","end","text"}`; a null bead whose counterpart stands
/// elsewhere also has `"moved":[…]`, the indices of the other document's sentences. Where a part of
/// a document is in no bead, the last line has `"coverage"`, `{"source","target"}`, each
/// `{"linked","null","other_language","unaligned","code","formula","matter","left_out":[…]}`:
/// numbers of sentences in beads and in null beads, and of parts that were left out, a part being
/// `{"kind","begin","end"}` in bytes of the document.
DUIZHAO_EXPORT std::string to_jsonl(const Alignment& alignment,
                                    const AlignmentJsonOptions& options = {});

/// Where a compared text stands; no document: nowhere, it was given as such.
struct PlacedText {
  std::string document = {};  ///< its name
  ByteRange range = {};       ///< bytes of the document
  std::string speaker = {};   ///< whose words it is said to be; empty if not said
};

/// A comparison and where its texts stand.
struct PlacedComparison {
  Comparison comparison = {};                         ///< what differs
  PlacedText original = {};                           ///< if it has one
  std::vector<PlacedText> witnesses = {};             ///< by witness; missing ones stand nowhere
  std::vector<std::vector<PlacedText>> repeats = {};  ///< by witness: where else its text stands
};

/// `{"comparisons":[{"original","witnesses":[…],"links":[[i,j,unit…]…],"differences":[…],
/// "likeness":[[…]…],"nearest"}]}`. A text is `{"document","begin","end","text"}`, a witness also
/// has
/// `"siglum"` and `"language"`, and `"also"`, a list of places, if its text stands elsewhere too; a
/// unit of two witnesses is
/// `{"source":[[begin,end]…],"target":[…]}`; a difference is
/// `{"kind","probability","original":{"begin","end","text"}|null,"readings":
/// [{"witness","begin","end","text","group"}…]}`, null where the witness says nothing; witnesses of
/// one group say the same. Their begin and end
/// are bytes of the witness's text.
DUIZHAO_EXPORT std::string to_json(const std::vector<PlacedComparison>& comparisons);

/// A critical apparatus in TEI P5 by parallel segmentation (apparatus_of): a division for each
/// comparison, with its witnesses, the original's text as a block, and an `app` for each place,
/// whose `type` is the gravest kind of difference there, or "agreement". A witness's readings in
/// order are its text.
DUIZHAO_EXPORT std::string to_tei(const std::vector<PlacedComparison>& comparisons);

/// Variant graphs (Schmidt & Colomb 2009) in GraphML, one for each comparison: a node for each
/// reading of a place, edges along each witness.
DUIZHAO_EXPORT std::string to_graphml(const std::vector<PlacedComparison>& comparisons);

/// A header line and a line a bead: source and target indices, confidence, score, source and target
/// text. Tabs and line breaks inside the text become spaces.
DUIZHAO_EXPORT std::string to_tsv(const Alignment& alignment);

/// A JSON object a line for each quote of `document`: `{"quote":{"document","begin","end","line",
/// "text","kind","speaker"},"status","wording","differences":[{"kind","probability","quote",
/// "passage"}],"sentences":[{"begin","end","status","match"}],"matches":[{"document","begin","end",
/// "text","speaker","confidence","through"}]}`; a difference's quote and passage are
/// `{"begin","end","text"}`, null where that side says nothing; a sentence's match is an index of
/// the matches; `"parts"` lists the ranges of an interrupted quote, offsets are bytes of the
/// documents.
DUIZHAO_EXPORT std::string to_jsonl(const std::vector<Trace>& traces, const Document& document,
                                    const Tracer& tracer);

/// Groups of variants and their comparisons, one for each group:
/// `{"groups":[{"id","original":{…}|null,"variants":[{"document","begin","end","text","language",
/// "speaker","confidence","siglum"}],"collation":{…},"comparison":{…},"scores":{…}}]}`. Variants
/// with the same text share a siglum; `"parts"` lists the ranges of one that is interrupted. The
/// collation is as CollateX writes one, `{"witnesses":["A",…],"table":[[[{"t","n"}…]…]…],
/// "kinds":[…]}`: a row of the table is a place of the apparatus (apparatus_of), a cell the tokens
/// of a witness there, none where it says nothing; the `t` of a witness's tokens in order are its
/// text, `n` is the word in lower case; kinds are the gravest of a difference at each place, null
/// where the witnesses agree. The comparison is one of to_json below. Scores are
/// `{"metric","similarity":[[…]],"ranking":[…]}`, witnesses in the order of their sigla.
DUIZHAO_EXPORT std::string to_json(const std::vector<VariantGroup>& groups,
                                   const std::vector<GroupComparison>& comparisons,
                                   const Tracer& tracer);

/// The same as a critical apparatus: TEI P5, parallel segmentation. Each group is a `div` with its
/// own `listWit`; the original is a witness too; an omission is an empty `rdg`. Characters that XML
/// forbids become U+FFFD.
DUIZHAO_EXPORT std::string to_tei(const std::vector<VariantGroup>& groups,
                                  const std::vector<GroupComparison>& comparisons,
                                  const Tracer& tracer);

/// The same as variant graphs in GraphML, one graph for each group: a node for each reading, with
/// the text and the witnesses that have it, and an edge from each reading of a witness to its next,
/// from an empty first node to an empty last one.
DUIZHAO_EXPORT std::string to_graphml(const std::vector<VariantGroup>& groups,
                                      const std::vector<GroupComparison>& comparisons,
                                      const Tracer& tracer);

/// The name of a kind of difference, as in JSON: "paraphrase".
DUIZHAO_EXPORT std::string_view name_of(DifferenceKind kind);

/// A line: `{"source":[{"begin","end","text","alone"}],"target":[…],"links":[{"source","target",
/// "probability"}],"phrases":[{"source":[…],"target":[…]}],"differences":[{"kind","moved",
/// "source":[…],"target":[…],"probability"}]}`. Words are counted from 0; what is equal and has not
/// moved is no difference.
DUIZHAO_EXPORT std::string to_jsonl(const WordAlignment& alignment);

/// The links as `i-j`, source first, counted from 0, with spaces between them, and a line feed
/// (Pharaoh's format). Probabilities are left out.
DUIZHAO_EXPORT std::string to_pharaoh(const WordAlignment& alignment);

/// `{"findings":[{"rule","severity","probability","kind","arguments","message","source","target",
/// "suggestion"?,"evidence"?,"bead","fingerprint"}],"documents":[…],"summary":{…}}`; source and
/// target are
/// `{"document","begin","end","line","text"}` or null, and evidence is a list of such places with a
/// `"kind"`. The message is the rule's template of that kind with the arguments filled in, always
/// in English: like everything here the same bytes in every locale. Documents are named as given,
/// the source first; the summary counts beads and findings by severity and by rule.
DUIZHAO_EXPORT std::string to_json(const std::vector<Finding>& findings,
                                   const std::vector<Alignment>& translations);

/// The same as SARIF 2.1.0 (OASIS): one run, a rule for each that the library has, a result for
/// each finding at its place in the translation, or in the source where the translation has
/// nothing; the other places are related locations. Messages have an id and arguments, their
/// templates are the rules' messageStrings, in English. High is error, medium warning, low note.
DUIZHAO_EXPORT std::string to_sarif(const std::vector<Finding>& findings);

/// What there is to know of all rules: `{"rules":[{"name","summary",
/// "details","options":[…],"examples":[…],"misses":[…]}]}`.
DUIZHAO_EXPORT std::string to_json(const std::vector<RuleDescription>& rules);

/// A glossary in TBX-Basic (ISO 30042:2019, style DCA): an entry for each term, in the order of the
/// first ones, with all its renderings; forbidden ones are deprecated. Languages are ISO 639.
/// Characters that XML forbids become U+FFFD. parse_glossary reads it.
DUIZHAO_EXPORT std::string to_tbx(const std::vector<Term>& terms,
                                  const std::string& source_language,
                                  const std::string& target_language);

/// The alignment that a translation memory in TMX 1.4b holds: a bead for each `tu`, a sentence for
/// each `seg`, in UTF-8 or UTF-16. The source language is the header's `srclang` unless the options
/// name one, the target the other one that the units have first. Both documents are the file
/// itself, so that places in them are places in the file. Throws Error (format, decoding) with line
/// and byte; no external entity is read. Linear.
DUIZHAO_EXPORT Alignment parse_tmx(std::string bytes, const std::string& name,
                                   const AlignOptions& options = {});

}  // namespace duizhao
