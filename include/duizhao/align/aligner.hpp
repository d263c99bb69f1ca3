// Sentence alignment.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "duizhao/bitext/alignment.hpp"
#include "duizhao/bitext/locks.hpp"
#include "duizhao/document/document.hpp"
#include "duizhao/lexicon/glossary.hpp"
#include "duizhao/lexicon/lexicon.hpp"
#include "duizhao/segment/segmenter.hpp"
#include "duizhao/text/export.hpp"
#include "duizhao/text/progress.hpp"
#include "duizhao/words/explanation.hpp"

namespace duizhao {

/// How texts are aligned.
struct AlignOptions {
  /// The languages of the two sides, ISO 639. "auto" takes each document's main language; where one
  /// text that holds two languages is given for both sides, the Chinese of it is the source and the
  /// other language the target. A named language picks the blocks in that language.
  std::string source_language = "auto";
  std::string target_language = "auto";  ///< the same for the target

  SegmentOptions segmentation = {};  ///< how texts are cut that are not cut yet

  /// Renderings that outrank the lexicon: domain terms, names.
  std::vector<Term> glossary = {};

  /// How many threads search a text of more than some thousand sentences, at least one: the
  /// caller's, and others that end before `align` returns. The result does not depend on it.
  std::size_t threads = 1;
};

/// Aligns the sentences of a text with those of its translation.
///
/// In two passes: the first scores beads by how well their words explain each other through the
/// lexicon, by the prior of their type (1:1, 1:2, …) and by their lengths, in a band around
/// anchors; the second decides among the best of them by learned weights of some twenty features,
/// which adapt themselves to how freely the text is translated, and by paragraphs, headings and
/// turns (the model: examples/guides/how-the-aligner-works.md). Confidence is the probability of a
/// bead in the second. Sections that were moved leave null beads that say where their counterpart
/// stands. Chinese-English, simplified or traditional, uses the lexicon; other pairs are aligned by
/// lengths, numbers, words that both texts share, and by what the surest beads teach (Moore 2002).
///
/// Immutable; threads may share one. Time and memory grow with the length of the texts, not with
/// its square.
class DUIZHAO_EXPORT Aligner {
 public:
  /// Compiles the segmenter's rules; one aligner serves any number of texts. Throws Error (content)
  /// for languages that nobody knows.
  explicit Aligner(Lexicon lexicon, AlignOptions options = {});

  /// Segments and aligns. Every sentence of the blocks that take part lies in exactly one bead, and
  /// each lock is one. A document's blocks in other languages take no part where they are a text of
  /// their own: more than one, and more than a twentieth of the document. Throws Error (content) if
  /// a document has text but none in the language asked for, or if locks contradict each other or
  /// the documents.
  Alignment align(const Document& source, const Document& target,
                  const std::vector<Lock>& locks = {}) const;

  /// The same for documents that are segmented already: several translations of one original.
  /// `progress` is told after each of the windows that long texts are searched in.
  Alignment align(const SegmentedDocument& source, const SegmentedDocument& target,
                  const std::vector<Lock>& locks = {}, const ProgressReport& progress = {}) const;

  /// The sentences of a document as `align` sees them.
  SegmentedDocument segment(const Document& document) const;

  /// For each bead of an alignment, by its index, the words that render each other (WordAligner);
  /// empty between languages that it does not know, and for beads that are too long for it.
  std::vector<Explanation> explain(const Alignment& alignment) const;

 private:
  Lexicon lexicon_;
  AlignOptions options_;
  Segmenter segmenter_;
};

}  // namespace duizhao
