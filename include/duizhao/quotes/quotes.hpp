// Words that a text attributes to somebody.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "duizhao/document/document.hpp"
#include "duizhao/text/byte_range.hpp"
#include "duizhao/text/export.hpp"

namespace duizhao {

enum class QuoteKind {
  quotation,   ///< between quotation marks
  blockquote,  ///< a quoted paragraph, or several in a row
  turn,        ///< what one speaker of an interview says until the next one speaks
  indirect,    ///< reported without marks: he said that …, 他表示，……
};

/// "quotation", "blockquote", "turn", "indirect".
DUIZHAO_EXPORT std::string_view name_of(QuoteKind kind);

/// A quote, as the document has it.
struct Quote {
  QuoteKind kind = QuoteKind::quotation;  ///< how it is marked as a quote

  /// The bytes of its parts, quotation marks left out: one, or several where an attribution
  /// (“… ,” he said. “…”) or the end of a paragraph interrupts it. Never empty.
  std::vector<ByteRange> parts = {};

  std::size_t block = 0;  ///< index into Document::blocks(): where it begins
  std::string text = {};  ///< what a reader sees: the parts with a space between, none in Chinese
  std::string language = {};  ///< that of its block, or that of its own letters where they differ
  std::string
      speaker;  ///< whose turn it is, or whom English text names beside it; empty if not said

  /// Whether it states something. Words set off for other reasons do not: titles, names, single
  /// words used with a distance (“catfish”).
  bool statement = true;

  /// From the first part's beginning to the last part's end.
  ByteRange range() const { return {parts.front().begin, parts.back().end}; }
};

/// The bytes of a document behind a range of a quote's text, as results give one: of the words that
/// are seen there, markup and what interrupts the quote included. The document must be the one that
/// it was found in. An empty range, and one beyond the text, is an empty one at the quote's end.
DUIZHAO_EXPORT ByteRange in_document(const Document& document, const Quote& quote, ByteRange seen);

/// The quotes of a document, by their beginnings; quotations inside others are part of those, but
/// quotations inside turns and blockquotes are quotes of their own as well.
///
/// Quotation marks are curly, straight, 「」 and 『』, may be mixed up (“…") and need not be
/// balanced: one that is never closed is no quotation unless the next paragraph opens with it
/// again. 《》 mark titles, not quotes. Linear.
DUIZHAO_EXPORT std::vector<Quote> find_quotes(const Document& document);

/// What a document reports without quotation marks, by their beginnings: the rest of a sentence
/// behind `said that` and its kin, and behind a Chinese reporting clause with a comma. Candidates:
/// who writes so chooses the words. Linear.
DUIZHAO_EXPORT std::vector<Quote> find_indirect_speech(const Document& document);

}  // namespace duizhao
