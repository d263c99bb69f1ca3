// Results for people to read.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "duizhao/bitext/alignment.hpp"
#include "duizhao/bitext/evaluation.hpp"
#include "duizhao/check/findings.hpp"
#include "duizhao/check/rules.hpp"
#include "duizhao/collate/group_comparison.hpp"
#include "duizhao/collate/variants.hpp"
#include "duizhao/compare/comparison.hpp"
#include "duizhao/io/exchange.hpp"
#include "duizhao/lexicon/lexicon.hpp"
#include "duizhao/segment/segmenter.hpp"
#include "duizhao/text/export.hpp"
#include "duizhao/trace/tracer.hpp"
#include "duizhao/words/explanation.hpp"
#include "duizhao/words/word_aligner.hpp"

namespace duizhao {

/// What a text report is laid out for.
struct TextLayout {
  /// Columns of the terminal; 0 for a file or pipe: nothing is wrapped.
  std::size_t width = 0;

  /// Marks by colour (ANSI escape sequences).
  bool colour = false;
};

/// `text` with control characters, marks that turn its direction and bytes that are no UTF-8 made
/// visible: for names of files and other words that come from outside, in messages.
DUIZHAO_EXPORT std::string printable(const std::string& text);

/// Columns that `text` takes on a terminal: two for a wide character.
DUIZHAO_EXPORT std::size_t display_width(const std::string& text);

/// Lines of `text` of at most `width` columns, or one line if `width` is 0; broken where Unicode
/// allows it (UAX 14). `language` is a code such as "zh".
DUIZHAO_EXPORT std::vector<std::string> wrap(const std::string& text, std::size_t width,
                                             const std::string& language);

/// Rows of cells in columns as wide as their widest cell, with two spaces between them.
DUIZHAO_EXPORT std::string text_table(const std::vector<std::vector<std::string>>& rows);

/// What an alignment's report shows beside the beads.
struct AlignmentNotes {
  /// Beads below it are marked with a question mark.
  double min_confidence = 0;

  /// By bead: the word pairs behind it are shown below it. Empty: none.
  std::vector<Explanation> explanations = {};
};

/// The beads of an alignment. From 100 columns on the two sides stand beside each other, else the
/// target below the source; columns line up whatever the width of the characters. Control
/// characters in the texts are shown as pictures.
DUIZHAO_EXPORT std::string text_report(const Alignment& alignment, const TextLayout& layout = {},
                                       const AlignmentNotes& notes = {});

/// What an alignment covers of both documents, in a line without its end: `zh.md: 40 sentences in
/// beads, 2 in null beads, left out: 1 block of code; en.md: …`.
DUIZHAO_EXPORT std::string coverage_line(const Alignment& alignment);

/// Whether a difference is told without being asked for: forms of a word and mere order are not,
/// nor are choices of words below a probability of .75, whose words are not surely linked.
DUIZHAO_EXPORT bool is_told(const Difference& difference);

/// As many statements are shown of a comparison if nothing else is asked for.
inline constexpr std::size_t kMostStatements = 10;

/// All statements of a comparison, those on inflection and order among them.
inline constexpr std::size_t kAllStatements = static_cast<std::size_t>(-1);

/// The statements of a comparison, at most so many, the gravest first: `number  A “thirty” | B
/// “three hundred”`, `omission  B omits A “of the bridge”`. Words are those of the witness that is
/// named. Forms of a word, mere order, and choices of words below a probability of .75 are told
/// only among all.
DUIZHAO_EXPORT std::vector<std::string> statements_of(const Comparison& comparison,
                                                      std::size_t most = kMostStatements);

/// The witnesses below each other in columns, one for each place of their apparatus (apparatus_of):
/// for short texts. What differs is in brackets or in colour; a dash says that a witness has
/// nothing there. As many columns side by side as fit the layout.
DUIZHAO_EXPORT std::string comparison_table(const Comparison& comparison,
                                            const TextLayout& layout = {});

/// The original, each witness in its own order with the words that statements name in brackets or
/// in colour, and the statements.
DUIZHAO_EXPORT std::string text_report(const Comparison& comparison, const TextLayout& layout = {},
                                       std::size_t most = kMostStatements);

/// The sentences of a document with their indices, blocks set apart, speakers named where turns
/// begin.
DUIZHAO_EXPORT std::string text_report(const SegmentedDocument& document,
                                       const TextLayout& layout = {});

/// Tables of precision, recall and F1, of bead types, and of the most frequent confusions.
DUIZHAO_EXPORT std::string text_report(const Evaluation& evaluation);

/// A word and its translations with their probabilities, a line each.
DUIZHAO_EXPORT std::string text_report(const std::string& word,
                                       const std::vector<Translation>& translations);

/// `12 quotes, 9 attested, 2 altered, 1 unattested`: verdicts that some quote received.
DUIZHAO_EXPORT std::string totals_of(const std::vector<Trace>& traces);

/// What a verdict rests on, a line each: `number  “310” | “300”`, the quote's words and the
/// passage's; `no passage  “…”` for a sentence without one.
DUIZHAO_EXPORT std::vector<std::string> statements_of(const Trace& trace);

/// Each quote of `document` with its line and its verdict, and below it the passage that it
/// renders, its document and its confidence; of unattested quotes the likeliest candidate, said to
/// be one.
DUIZHAO_EXPORT std::string text_report(const std::vector<Trace>& traces, const Document& document,
                                       const Tracer& tracer, const TextLayout& layout = {});

/// What a report of variants shows.
struct VariantsNotes {
  std::size_t most_statements = kMostStatements;  ///< of a group, the gravest first
  bool table = false;  ///< also the words laid against each other, in columns
};

/// Groups of variants: the texts of each with their places, the words that statements name in
/// brackets or in colour, then the statements. A text that stands in several places is shown once,
/// below them.
DUIZHAO_EXPORT std::string text_report(const std::vector<VariantGroup>& groups,
                                       const std::vector<GroupComparison>& comparisons,
                                       const Tracer& tracer, const TextLayout& layout = {},
                                       const VariantsNotes& notes = {});

/// Findings by the beads that they lie in, those with the surest first: places, both texts with the
/// words in question in bold, then each finding with its severity, its rule, why, and what might
/// stand there instead.
DUIZHAO_EXPORT std::string text_report(const std::vector<Finding>& findings,
                                       const std::vector<Alignment>& translations,
                                       const TextLayout& layout = {});

/// A table of rules: name, what it finds.
DUIZHAO_EXPORT std::string text_report(const std::vector<RuleDescription>& rules,
                                       const TextLayout& layout = {});

/// What a finding says, one line, in the language of the program's locale (messages.hpp); empty
/// where its rule has no message of its kind.
DUIZHAO_EXPORT std::string message_of(const Finding& finding);

/// What a piece of evidence shows, in the same language.
DUIZHAO_EXPORT std::string message_of(EvidenceKind kind);

/// The words of two texts and what renders what, `source_language` and `target_language` as "zh".
/// Between texts of one language also what differs.
DUIZHAO_EXPORT std::string text_report(const WordAlignment& alignment,
                                       const std::string& source_language,
                                       const std::string& target_language,
                                       const TextLayout& layout = {});

/// What a difference is, for a list: "other words".
DUIZHAO_EXPORT std::string message_of(DifferenceKind kind);

/// What is lost, for a list: "sentences", "locks".
DUIZHAO_EXPORT std::string message_of(Loss loss);

/// A rule's page in Markdown: what it finds, examples of both verdicts, options, known misses.
DUIZHAO_EXPORT std::string to_markdown(const RuleDescription& rule);

}  // namespace duizhao
