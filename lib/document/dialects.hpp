// What writers add to CommonMark: formulas, attributes, footnotes, admonitions, shortcodes.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "document/opaque.hpp"

namespace duizhao::document {

/// A Markdown text in which a CommonMark parser meets nothing that it would misread.
struct PlainMarkdown {
  /// The text byte for byte, but for letters in place of formulas and roles, and spaces in place of
  /// what is no text.
  std::string masked = {};
  std::vector<Opaque> opaque = {};      ///< inside lines, in order: letters in `masked`
  std::vector<Opaque> displayed = {};   ///< on lines of their own, in order: blank in `masked`
  std::vector<ByteRange> matter = {};   ///< in order: spaces in `masked`
  std::vector<MarkupNote> faults = {};  ///< in order
};

/// Finds, outside of code: formulas (`$…$`, `$$…$$`, `\(…\)`, `\[…\]`, environments of TeX), roles
/// (`:ref:` or `{ref}` and a code span), attributes (`{#id .class}`), shortcodes (`{{< … >}}`,
/// `{% … %}`), marks of admonitions (`:::`, `!!!`, `[!NOTE]`), footnotes' labels and marks (`[^1]`;
/// the definition becomes a list item), comments, scripts, styles, and imports of MDX. A fence that
/// never ends is taken away, so that what follows is read as text. Linear.
PlainMarkdown read_dialects(std::string_view bytes, std::size_t begin);

}  // namespace duizhao::document
