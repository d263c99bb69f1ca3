// Which passage a quote renders, if any.
#pragma once

#include <cstddef>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "duizhao/bitext/alignment.hpp"
#include "duizhao/lexicon/lexicon.hpp"
#include "duizhao/quotes/quotes.hpp"
#include "duizhao/segment/segmenter.hpp"
#include "duizhao/text/export.hpp"
#include "duizhao/trace/documents.hpp"

namespace duizhao {

/// A passage that a quote renders, or may render.
struct Match {
  std::size_t document = 0;        ///< index into Tracer::documents()
  std::size_t sentence = 0;        ///< its first sentence
  std::size_t sentence_count = 1;  ///< sentences of the passage
  ByteRange range = {};            ///< bytes of the document, from the first sentence to the last
  std::string text = {};           ///< what a reader sees of them
  std::string speaker = {};        ///< whose turn it stands in; empty outside turns
  double confidence = 0;           ///< the probability that the quote renders it, 0 to 1
  std::string through = {};  ///< language of the text that it was found by: its own, or that of a
                             ///< translation that is aligned with it
};

/// Whether a quote is what was said, the best first.
enum class QuoteStatus {
  attested,    ///< it says what the passage says
  altered,     ///< a number, a denial, a name, a certainty or an essential word differs
  partial,     ///< a part of it has no passage
  unattested,  ///< it has none
};

/// The lower-case name.
DUIZHAO_EXPORT std::string_view name_of(QuoteStatus status);

/// How an attested quote says it.
enum class QuoteWording {
  verbatim,  ///< the passage's words; marks, spelling and markup apart
  faithful,  ///< in other words, or another language
};

/// The lower-case name.
DUIZHAO_EXPORT std::string_view name_of(QuoteWording wording);

/// How a quote and its passage differ, the gravest first.
enum class QuoteDifferenceKind {
  speaker,   ///< other words than of the one who is named
  number,    ///< another value
  negation,  ///< one denies what the other states
  name,      ///< another name, or names that changed places
  modality,  ///< how sure or how binding it is; a question made a statement
  word,      ///< another word in what is otherwise word by word the same
  addition,  ///< the passage does not say it
  omission,  ///< the quote leaves it out, which need not harm
};

/// The lower-case name.
DUIZHAO_EXPORT std::string_view name_of(QuoteDifferenceKind kind);

/// A place where a quote and its passage differ.
struct QuoteDifference {
  QuoteDifferenceKind kind = QuoteDifferenceKind::word;  ///< how
  double probability = 0;                                ///< that it is so, 0 to 1
  std::optional<ByteRange> quote = {};    ///< bytes of the quote's text; absent: it says nothing
  std::optional<ByteRange> passage = {};  ///< bytes of the text of Trace::matches.front(); the same
};

/// A sentence of a quote.
struct QuoteSentence {
  ByteRange range = {};                          ///< bytes of the quote's text
  QuoteStatus status = QuoteStatus::unattested;  ///< attested, altered or unattested
  std::optional<std::size_t> match = {};         ///< index into Trace::matches: its passage
};

/// What became of a quote.
struct Trace {
  Quote quote = {};                               ///< what was looked for
  QuoteStatus status = QuoteStatus::unattested;   ///< the verdict
  std::optional<QuoteWording> wording = {};       ///< of an attested quote
  std::vector<QuoteDifference> differences = {};  ///< by kind, then by place
  std::vector<QuoteSentence> sentences = {};      ///< in the quote's order
  std::vector<Match> matches =
      {};  ///< surest first; those of an unattested quote are mere candidates

  /// Whether it has a passage that says it, or something else: all but unattested ones.
  bool has_passage() const { return status != QuoteStatus::unattested; }
};

/// The bytes of a document behind a range of a match's text, as results give one. The document must
/// be the match's. An empty range, and one beyond the text, is an empty one at the passage's end.
DUIZHAO_EXPORT ByteRange in_document(const SegmentedDocument& document, const Match& match,
                                     ByteRange seen);

/// What counts as a match.
struct TraceOptions {
  /// A quote has a passage from this confidence of its first match on.
  double threshold = 0.5;

  /// Matches below it are left out.
  double min_confidence = 0.01;

  /// Matches of one document at most.
  std::size_t matches_per_document = 2;
};

/// Where quotes are looked for.
struct TraceScope {
  /// A document among the tracer's in which the quote itself stands: the bytes of the quote are no
  /// match.
  std::optional<std::size_t> own = {};
  ByteRange range = {};  ///< the bytes of the quote in it
};

/// Two of the documents that are translations of each other, or one that holds both.
struct LinkedTranslation {
  std::size_t source = 0;    ///< index into Tracer::documents()
  std::size_t target = 0;    ///< the same
  Alignment alignment = {};  ///< of their sentences
};

/// Traces quotes to passages of documents, and judges them: whole sentences, parts of them, one or
/// many, shortened, reordered or paraphrased, in English or Chinese.
///
/// An index of words finds candidates without going through the documents; which of them a quote
/// renders is told by how their words are linked with it. How it is done, how often it errs and
/// what confidence was fitted to: lib/trace/README.md. Threads may share it while nothing is added
/// or linked.
class DUIZHAO_EXPORT Tracer {
 public:
  /// Without documents: add() and link() give it some.
  explicit Tracer(Lexicon lexicon);

  /// Indexes the documents. Linear in their length.
  Tracer(Lexicon lexicon, std::vector<SegmentedDocument> documents);

  /// Opens what save() wrote: the index stays in the file, which is mapped into memory, and a
  /// document is read when a passage of it is a candidate. Memory and time in proportion to the
  /// different words and to the documents, and the index is read once through to tell damage.
  /// Throws Error (io), (format) for a file that is none, was cut short or damaged, or was made by
  /// another version or with another lexicon. What is damaged of a document shows when it is read:
  /// trace() throws Error (format) then.
  static Tracer open(Lexicon lexicon, const std::filesystem::path& path);
  ~Tracer();
  Tracer(Tracer&&) noexcept;
  Tracer& operator=(Tracer&&) noexcept;

  /// Indexes one more document and gives its number. Linear in its length; an index that was opened
  /// is first copied into memory. No thread may trace meanwhile.
  std::size_t add(SegmentedDocument document);

  /// Saves documents, index and links in one file, whole or not at all; it may be the one that was
  /// opened. The file is for this version, this lexicon and little-endian machines. Throws Error
  /// (io).
  void save(const std::filesystem::path& path) const;

  /// In the order that they were given in.
  const Documents& documents() const;

  /// Says that two of the documents are translations of each other, so that what is found in one is
  /// found in the other: an English quote is traced through an English translation more surely than
  /// in the Chinese original. The alignment's sides must be documents `source` and `target`. Throws
  /// Error (content) if they have other sentences.
  void link(std::size_t source, std::size_t target, const Alignment& alignment);

  /// Aligns Chinese with English documents, and those that hold both languages with themselves, and
  /// links those that are translations of each other: three quarters of the sentences of one
  /// correspond to the other's, and their words are linked. With `same_language` also documents in
  /// one language, for find_groups; each is linked with the first of its translations alone then.
  /// Documents of an index that was opened stay linked as they were, and are not tried.
  /// Gives how many are linked. Tries at most 64 pairs: of larger collections the caller knows what
  /// belongs together.
  std::size_t link_translations(bool same_language = false);

  /// What was linked, in that order.
  const std::vector<LinkedTranslation>& translations() const;

  /// What words are known by.
  const Lexicon& lexicon() const;

  /// Traces a quote, as a whole by its first 500 words, and judges it; sentences that the passage
  /// of the whole does not bear out are traced by themselves. Some milliseconds in ten thousand
  /// documents; in proportion to the sentences that share its words and to its length.
  Trace trace(const Quote& quote, const TraceOptions& options = {},
              const TraceScope& scope = {}) const;

  /// Traces the quotes of one text, in its order, and lets what is certain about some tell about
  /// others: quotes that stand together are often taken from one place, and most quotes of an
  /// interview are its answers. `own` is the index of the text if it is one of the documents.
  std::vector<Trace> trace(const std::vector<Quote>& quotes, const TraceOptions& options = {},
                           std::optional<std::size_t> own = {}) const;

  /// The second half of that, for quotes that were traced one by one, by several threads perhaps,
  /// with the same options.
  void weigh_context(std::vector<Trace>& traces, const TraceOptions& options = {}) const;

  /// Traces words that stand in no document. Throws Error (content) if `text` has no word;
  /// `language` is "auto" or an ISO 639 code.
  Trace trace(std::string_view text, const TraceOptions& options = {},
              const std::string& language = "auto") const;

 private:
  struct State;
  explicit Tracer(std::unique_ptr<State> state);

  std::unique_ptr<State> state_;
};

}  // namespace duizhao
