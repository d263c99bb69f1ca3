// Documents cut into sentences.
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "duizhao/document/document.hpp"
#include "duizhao/segment/srx.hpp"
#include "duizhao/text/byte_range.hpp"
#include "duizhao/text/export.hpp"

namespace duizhao {

/// A sentence: bytes of its document, without the white space around it.
///
/// A sentence never crosses a block. Sentences are in order and disjoint; together with the gaps
/// between them (white space, marks, labels, front matter) they tile the document:
///
///     **Liang:** Very surprised. We didn’t expect …
///     [  gap    )[  sentence   )g[ sentence …
///
/// and everything of a block that is no white space lies in one of its sentences, but for blocks of
/// code and displayed formulas, which have none.
struct Sentence {
  ByteRange range = {};   ///< bytes of the document
  std::size_t block = 0;  ///< index into Document::blocks()

  friend bool operator==(const Sentence&, const Sentence&) = default;
};

/// A document and its sentences. A handle to shared immutable data, as Document is.
class DUIZHAO_EXPORT SegmentedDocument {
 public:
  SegmentedDocument() = default;

  /// Throws Error (content) for sentences that are out of order or not inside their blocks. Linear.
  SegmentedDocument(Document document, std::vector<Sentence> sentences);

  /// A document of sentences that the caller has cut: each is a block of its own and kept as it is,
  /// line breaks and all. `language` is "auto" or an ISO 639 code, `name` is used in messages and
  /// results. Throws Error (decoding, content) as Document does.
  static SegmentedDocument from_sentences(const std::vector<std::string>& sentences,
                                          const std::string& language = "auto",
                                          std::string name = {});

  /// The text that was cut.
  const Document& document() const { return document_; }

  /// In the order of the text.
  const std::vector<Sentence>& sentences() const { return sentences_ ? *sentences_ : none(); }

  /// The number of sentences.
  std::size_t size() const { return sentences().size(); }

  /// What a reader sees of sentence `index` < size().
  std::string text(std::size_t index) const;

  /// The block that sentence `index` < size() lies in.
  const Block& block(std::size_t index) const;

  /// The bytes of the document behind a range of `text(index)`, as results give one: of the words
  /// that are seen there, markup between them included. A range that is empty or beyond the text is
  /// an empty one at the sentence's end. Linear in the sentence.
  ByteRange in_document(std::size_t index, ByteRange seen) const;

  /// The line of the document on which sentence `index` < size() begins, counted from 1.
  std::size_t line(std::size_t index) const;

 private:
  static const std::vector<Sentence>& none();

  Document document_;
  std::shared_ptr<const std::vector<Sentence>> sentences_;  // null: none
};

/// How text is cut.
struct SegmentOptions {
  /// Cut after `；` and `;` too. For statutes and verse, whose clauses are set out by semicolons.
  bool split_at_semicolons = false;

  /// Take each block of code and each displayed formula for a sentence. They have none otherwise.
  bool code_and_formulas = false;

  /// Rules that take the place of our own and ICU's, also of `split_at_semicolons`.
  std::optional<SrxRules> rules = std::nullopt;
};

/// Cuts text into sentences.
///
/// Chinese and English: ICU's rule engine finds the stops, by rules of our own; what a stop means
/// is then decided by its surroundings: quotations and brackets, abbreviations, numbers, addresses,
/// footnote marks, reporting clauses (`“走吧！”他说。` is one sentence). Other languages: ICU's
/// sentence rules with CLDR's suppressions (UAX 29). No sentence ends inside of code, a formula or
/// an address: in a piece of plain text those are what backticks, dollars and `://` mark.
///
/// Immutable, and shared by threads.
class DUIZHAO_EXPORT Segmenter {
 public:
  /// Compiles the rules, about a millisecond: keep one rather than make many.
  explicit Segmenter(SegmentOptions options = {});
  ~Segmenter();
  Segmenter(Segmenter&&) noexcept;
  Segmenter& operator=(Segmenter&&) noexcept;

  /// The sentences of every block of a document. Blocks of the kind `line` are one sentence each,
  /// even where they are empty. Linear.
  SegmentedDocument segment(const Document& document) const;

  /// The sentences of a piece of plain text in the given language (ISO 639), as ranges of its
  /// bytes.
  std::vector<ByteRange> split(std::string_view text, const std::string& language) const;

 private:
  struct State;
  std::unique_ptr<const State> state_;
};

}  // namespace duizhao
