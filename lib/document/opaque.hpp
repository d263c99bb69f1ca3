// What is no prose in running text: code in backticks, formulas, addresses.
#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "duizhao/document/document.hpp"

namespace duizhao::document {

/// A stretch of a text that is no prose.
struct Opaque {
  RunKind kind;  // never prose
  ByteRange range;
};

/// What marks code and formulas in a text. Addresses are found in any.
enum class OpaqueMarks {
  none,      ///< addresses alone
  formulas,  ///< $…$, $$…$$, \(…\), \[…\]
  all,       ///< and `…`
};

/// The stretches of a range of the text that are no prose, in order and disjoint. Linear.
std::vector<Opaque> find_opaque(std::string_view text, ByteRange range, OpaqueMarks marks);

/// The size of a code span that begins with the backticks at `at` and ends in the same paragraph; 0
/// if there is none (CommonMark 6.1).
std::size_t code_span_size(std::string_view text, std::size_t at);

/// Finds formulas in a text from its beginning on. Linear over all of its calls, if these come in
/// the order of the text.
class FormulaFinder {
 public:
  explicit FormulaFinder(std::string_view text) : text_(text) {}

  /// The size of a formula, its marks included, that begins with `$`, `$$`, `\(` or `\[` at `at`; 0
  /// if there is none. Dollars are told from money as Pandoc does: no white space inside of them,
  /// no digit behind; and what stands between them must not read as prose.
  std::size_t size(std::size_t at);

 private:
  /// The size of what begins at `at` and ends with the mark `close`, one of three.
  std::size_t enclosed_size(std::size_t at, std::size_t close, std::size_t longest);

  std::string_view text_;
  std::array<std::size_t, 3> next_{};  // the next place of each closing mark, from here on
  std::array<std::size_t, 3> asked_{};
};

/// Whether a block of lines reads as code rather than as prose: by its share of marks that programs
/// are full of.
bool looks_like_code(std::string_view block);

/// Puts letters in place of a stretch of text, so that its marks mean nothing and it stays a word
/// of the same size.
void mask(std::string& text, ByteRange range);

/// The prose of a line among what is not: its runs cut where that begins and ends, `found` in the
/// order of the text.
void cut_runs(const std::vector<Opaque>& found, std::vector<TextRun>& runs);

}  // namespace duizhao::document
