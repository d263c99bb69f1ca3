// A text and its translation as a book for reading, paragraph by paragraph.
#pragma once

#include <string>

#include "duizhao/bitext/alignment.hpp"
#include "duizhao/text/export.hpp"

namespace duizhao {

/// The paragraphs of the source, each followed by what it became, as one page of HTML without
/// script: for a browser, or to print. Paragraphs that only the translation has stand between them.
/// `title` stands above it; texts are shown as text, whatever they hold. Linear.
DUIZHAO_EXPORT std::string to_book(const Alignment& alignment, const std::string& title);

/// The same as a book for readers of books (EPUB 3, W3C), a chapter for each heading of the source.
/// The same bytes for the same texts: it bears no date but 1980. Characters that XML forbids become
/// U+FFFD. Linear.
DUIZHAO_EXPORT std::string to_epub(const Alignment& alignment, const std::string& title);

}  // namespace duizhao
