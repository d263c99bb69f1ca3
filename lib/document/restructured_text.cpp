// reStructuredText, as far as headings, paragraphs, lists, literal blocks, directives and tables go
// (the reStructuredText specification of Docutils; roles of Sphinx). Lines and their indentation
// decide what a block is; marks inside of a paragraph are hidden.
#include <algorithm>
#include <array>
#include <string>

#include "document/layout.hpp"
#include "document/markup_builder.hpp"
#include "document/opaque.hpp"
#include "text/ascii.hpp"
#include "text/display.hpp"
#include "text/scripts.hpp"
#include "text/utf8.hpp"

namespace duizhao::document {
namespace {

bool is_name(char c) { return text::is_ascii_name(c) || c == ':' || c == '+' || c == '.'; }

template <std::size_t Size>
bool is_among(std::string_view word, const std::array<std::string_view, Size>& list) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

/// The marks inside of a line.
class Inline : private LineWalk {
 public:
  Inline(std::string_view bytes, ByteRange line, MarkupBuilder& out) : LineWalk(bytes, line, out) {}

  void run() {
    walk("`*|[\\_:", [this](std::size_t at) { return pass(at); });
  }

 private:
  std::size_t pass(std::size_t at) {
    const std::string_view line = rest(at);
    switch (bytes_[at]) {
      case '`':
        return line.starts_with("``") ? pass_literal(at) : pass_text(at, {});
      case ':':
        return pass_role(at);
      case '*':
        return pass_emphasis(at);
      case '\\':
        cut(at, std::min(line_.end, at + 1 + line.substr(1).starts_with(' ')));
        return std::min(line_.end, at + 2);
      case '|': {
        const std::size_t close = line.find('|', 1);
        const bool name = close != std::string_view::npos && close > 1 && line[1] != ' ' &&
                          line[close - 1] != ' ';
        if (!name) return at + 1;
        cut(at, at + close + 1);
        out_.opaque(RunKind::code, {at, at + close + 1});
        return at + close + 1;
      }
      case '[': {
        const std::size_t close = line.find("]_");
        if (close == std::string_view::npos || line.find(']') != close) return at + 1;
        cut(at, at + close + 2);
        out_.matter({at, at + close + 2});
        return at + close + 2;
      }
      default: {
        // A word with its link: `Docutils_ is`.
        const bool after = at > line_.begin && text::is_ascii_letter(bytes_[at - 1]);
        std::size_t end = std::min(bytes_.find_first_not_of('_', at), line_.end);
        const bool ends = end == line_.end || !text::is_word(text::decode(bytes_, end).value) ||
                          text::is_cjk(text::decode(bytes_, end).value);
        if (after && ends && end - at <= 2) cut(at, end);
        return end;
      }
    }
  }

  std::size_t pass_literal(std::size_t at) {
    const std::size_t close = rest(at + 2).find("``");
    if (close == std::string_view::npos || close == 0) return at + 2;
    const std::size_t end = at + 2 + close + 2;
    cut(at, end);
    out_.opaque(RunKind::code, {at + 2, end - 2});
    return end;
  }

  /// `:role:` and its text.
  std::size_t pass_role(std::size_t at) {
    std::size_t end = at + 1;
    while (end < line_.end && is_name(bytes_[end])) ++end;
    if (end == at + 1 || end >= line_.end || bytes_[end] != '`' || bytes_[end - 1] != ':') {
      return at + 1;
    }
    const std::string_view role = bytes_.substr(at + 1, end - at - 2);
    cut(at, end);
    const std::size_t behind = pass_text(end, role.substr(role.rfind(':') + 1));
    if (behind == end + 1) shown_ = at;
    return behind;
  }

  /// Text in single backticks: what a role makes of it, a link's words without its address.
  std::size_t pass_text(std::size_t at, std::string_view role) {
    constexpr auto kWords = std::to_array<std::string_view>(
        {"ref", "doc", "term", "numref", "any", "abbr", "dfn", "emphasis", "strong", "guilabel",
         "menuselection", "title", "title-reference", "pep", "rfc", "download"});
    const std::size_t close = rest(at + 1).find('`');
    if (close == std::string_view::npos || close == 0) return at + 1;
    ByteRange inside{at + 1, at + 1 + close};
    std::size_t end = inside.end + 1;
    while (end < line_.end && bytes_[end] == '_') ++end;
    cut(at, end);
    if (!role.empty() && !is_among(role, kWords)) {
      out_.opaque(role == "math" ? RunKind::formula : RunKind::code, inside);
      return end;
    }
    const std::string_view text = bytes_.substr(inside.begin, inside.size());
    const std::size_t target = text.ends_with('>') ? text.rfind(" <") : std::string_view::npos;
    if (target != std::string_view::npos) {
      inside.end = inside.begin + target;
    } else if (role == "ref" || role == "doc" || role == "numref" || role == "any") {
      out_.opaque(RunKind::code, inside);  // a label, which no reader sees as such
      return end;
    }
    out_.words(inside);
    return end;
  }

  std::size_t pass_emphasis(std::size_t at) {
    const std::string_view mark = rest(at).starts_with("**") ? "**" : "*";
    const std::size_t inner = at + mark.size();
    const std::size_t close = rest(inner).find(mark);
    const bool pair = close != std::string_view::npos && close > 0 && bytes_[inner] != ' ' &&
                      bytes_[inner + close - 1] != ' ';
    if (!pair) return inner;
    cut(at, inner);
    if (mark.size() == 2) out_.toggle_strong();
    out_.words({inner, inner + close});
    if (mark.size() == 2) out_.toggle_strong();
    shown_ = inner + close + mark.size();
    return shown_;
  }
};

class Reader {
 public:
  Reader(std::string_view bytes, std::size_t begin) : bytes_(bytes), next_(begin), out_(bytes) {}

  Layout run() {
    while (next_ < bytes_.size()) {
      step();
      read();
    }
    return out_.finish();
  }

 private:
  // Indentations: of empty lines, and of the next line of a paragraph, whatever it is.
  static constexpr std::size_t kBlank = static_cast<std::size_t>(-1);
  static constexpr std::size_t kAny = kBlank - 1;

  /// A physical line without the white space at its end, and its indentation.
  struct Physical {
    ByteRange range;  // from the first character that is no white space
    std::size_t indent;
  };

  Physical line_at(std::size_t offset, std::size_t& next) const {
    ByteRange range = physical_line(bytes_, offset, next);
    const std::size_t begin = range.begin;
    range = trimmed(bytes_, range);
    return {range, range.empty() ? kBlank : range.begin - begin};
  }

  void step() {
    const Physical line = line_at(next_, next_);
    line_ = line.range;
    indent_ = line.indent;
  }

  std::string_view text() const { return bytes_.substr(line_.begin, line_.size()); }
  std::string_view text(const Physical& line) const {
    return bytes_.substr(line.range.begin, line.range.size());
  }

  static bool is_adornment(std::string_view line, std::size_t fewest) {
    constexpr std::string_view kMarks = "=-`:.'\"~^_*+#<>";
    return line.size() >= fewest && kMarks.find(line.front()) != std::string_view::npos &&
           line.find_first_not_of(line.front()) == std::string_view::npos;
  }

  void read() {
    const std::string_view line = text();
    if (line.empty()) return end_paragraph();
    if (pass_explicit(line) || pass_heading(line) || pass_grid(line) || pass_simple_table(line))
      return;
    pass_text();
  }

  void end_paragraph() {
    out_.end_block();
    in_paragraph_ = false;
    kind_ = BlockKind::paragraph;
  }

  /// The block that is indented deeper than `indent`, from the next line on, empty lines included;
  /// reading goes on behind it.
  ByteRange take_indented(std::size_t indent) {
    ByteRange block{next_, next_};
    for (std::size_t next = next_; next < bytes_.size();) {
      const Physical line = line_at(next, next);
      if (line.indent == kBlank) continue;
      if (line.indent <= indent) break;
      block.end = line.range.end;
      next_ = next;
    }
    return block;
  }

  /// Comments, targets, footnotes and directives: what begins with two dots.
  bool pass_explicit(std::string_view line) {
    if (in_paragraph_ && kind_ == BlockKind::paragraph) return false;
    if (line != ".." && !line.starts_with(".. ")) return false;
    out_.end_block();
    const std::size_t indent = indent_;
    const ByteRange head = line_;
    const std::size_t body = std::min(line.find_first_not_of(' ', 2), line.size());
    const std::string_view rest = line.substr(body);
    if (rest.starts_with('[')) {  // a footnote or a citation: its text is text
      const std::size_t close = rest.find("] ");
      if (close != std::string_view::npos) {
        out_.matter({head.begin, head.begin + body + close + 1});
        show({head.begin + body + close + 2, head.end}, BlockKind::list_item);
        return true;
      }
    }
    const std::size_t colons = rest.find("::");
    const bool names = colons != std::string_view::npos &&
                       std::all_of(rest.begin(), rest.begin() + static_cast<std::ptrdiff_t>(colons),
                                   [](char c) { return is_name(c) && c != '.'; });
    if (!names) {
      out_.matter({head.begin, std::max(head.end, take_indented(indent).end)});
      return true;
    }
    const std::string name = text::ascii_lower(rest.substr(0, colons));
    const ByteRange argument =
        trimmed(bytes_, {head.begin + body + std::min(rest.size(), colons + 2), head.end});
    pass_directive(name, {head.begin, argument.begin}, argument, indent);
    return true;
  }

  void pass_directive(const std::string& name, ByteRange mark, ByteRange argument,
                      std::size_t indent) {
    constexpr auto kCode = std::to_array<std::string_view>(
        {"code", "code-block", "sourcecode", "parsed-literal", "literalinclude", "highlight",
         "prompt", "doctest", "testcode", "testoutput", "productionlist", "graphviz"});
    // Their argument is the first line of the text, or its title.
    constexpr auto kText = std::to_array<std::string_view>(
        {"note",           "tip",        "warning",  "caution",    "important",  "attention",
         "danger",         "error",      "hint",     "admonition", "seealso",    "topic",
         "sidebar",        "rubric",     "epigraph", "highlights", "pull-quote", "versionadded",
         "versionchanged", "deprecated", "glossary", "centered"});
    out_.matter(mark);
    if (is_among(name, kCode) || name == "math") {
      const BlockKind kind = name == "math" ? BlockKind::formula : BlockKind::code;
      if (kind == BlockKind::formula) {
        const ByteRange block = take_indented(indent);
        out_.displayed(kind, {argument.empty() ? block.begin : argument.begin,
                              std::max(block.end, argument.end)});
        return;
      }
      out_.matter(argument);
      skip_options(indent);
      out_.displayed(kind, take_indented(indent));
      return;
    }
    const bool has_text = is_among(name, kText);
    const bool is_version = name.starts_with("version") || name == "deprecated";
    if (has_text && !is_version) {
      if (!argument.empty()) {
        show(argument, BlockKind::paragraph);
        paragraph_indent_ = kAny;  // its text goes on, indented
        const bool title =
            name == "admonition" || name == "topic" || name == "sidebar" || name == "rubric";
        if (title) end_paragraph();
      }
    } else {
      out_.matter(argument);
    }
    skip_options(indent);
    // Of figures, tables and the domain's objects the content is text, too; of others nothing is.
    constexpr auto kMatter = std::to_array<std::string_view>(
        {"toctree", "contents", "include", "raw", "image", "csv-table", "currentmodule", "module",
         "index", "meta", "only-html"});
    if (is_among(name, kMatter)) out_.matter(take_indented(indent));
  }

  void skip_options(std::size_t indent) {
    while (next_ < bytes_.size()) {
      std::size_t next = next_;
      const Physical line = line_at(next_, next);
      const bool option = line.indent != kBlank && line.indent > indent &&
                          text(line).starts_with(':') &&
                          text(line).find(':', 1) != std::string_view::npos &&
                          text(line).find('`') == std::string_view::npos;
      if (!option) return;
      out_.matter(line.range);
      next_ = next;
    }
  }

  /// A title above its underline, with or without a line above.
  bool pass_heading(std::string_view line) {
    if (in_paragraph_) return false;
    std::size_t next = next_;
    if (is_adornment(line, 2)) {
      const Physical title = line_at(next_, next);
      std::size_t behind = next;
      const Physical under = title.indent == kBlank ? title : line_at(next, behind);
      if (title.indent != kBlank && text(under) == line) {
        show(title.range, BlockKind::heading);
        end_paragraph();
        next_ = behind;
        return true;
      }
      return is_adornment(line, 4);  // a transition
    }
    const Physical under = line_at(next_, next);
    if (under.indent != indent_ || !is_adornment(text(under), 2)) return false;
    const std::size_t width = text::display_width(line);
    if (text(under).size() + 1 < width && text(under).size() < 4) return false;
    show(line_, BlockKind::heading);
    end_paragraph();
    next_ = next;
    return true;
  }

  /// A table drawn with `+---+` and `|`: a cell for each column of each row.
  bool pass_grid(std::string_view line) {
    if (!line.starts_with('+') || line.find_first_not_of("+-=") != std::string_view::npos ||
        line.size() < 3) {
      return false;
    }
    end_paragraph();
    while (next_ < bytes_.size()) {
      std::size_t next = next_;
      const Physical row = line_at(next_, next);
      if (row.indent == kBlank) break;
      const std::string_view cells = text(row);
      if (!cells.starts_with('|') && !cells.starts_with('+')) break;
      next_ = next;
      if (cells.starts_with('+')) continue;
      for (std::size_t at = 1; at < cells.size();) {
        const std::size_t end = std::min(cells.find('|', at), cells.size());
        show_cell({row.range.begin + at, row.range.begin + end});
        at = end + 1;
      }
    }
    return true;
  }

  /// A table between rows of `===  ===`: a cell where each column begins. A line without a first
  /// cell goes on with the row above, whose last cell it may be the rest of.
  bool pass_simple_table(std::string_view line) {
    const bool rule = line.find_first_not_of("= \t") == std::string_view::npos &&
                      line.find_first_of(" \t") != std::string_view::npos && line.size() > 4;
    if (!rule) return false;
    std::vector<std::size_t> columns;  // display columns where they begin
    const std::string_view whole = bytes_.substr(line_.begin - indent_, line.size() + indent_);
    for (std::size_t k = indent_; k < whole.size(); ++k) {
      if (whole[k] == '=' && (k == 0 || whole[k - 1] != '='))
        columns.push_back(column_of(whole, k));
    }
    if (columns.size() < 2) return false;
    end_paragraph();
    std::size_t last = 0;  // column of the cell before
    while (next_ < bytes_.size()) {
      std::size_t next = next_;
      const Physical row = line_at(next_, next);
      next_ = next;
      std::size_t behind = next;
      const bool last_row = next >= bytes_.size() || line_at(next, behind).indent == kBlank;
      if (row.indent == kBlank) {
        if (last_row) break;
        continue;
      }
      if (text(row).find_first_not_of("=- \t") == std::string_view::npos) {
        if (last_row) break;
        continue;
      }
      const std::size_t begin = row.range.begin - row.indent;
      const std::string_view cells = bytes_.substr(begin, row.range.end - begin);
      std::size_t at = 0;
      for (std::size_t c = 0; c < columns.size() && at < cells.size(); ++c) {
        const std::size_t end =
            c + 1 < columns.size() ? std::max(at, place_of(cells, columns[c + 1])) : cells.size();
        const ByteRange cell = trimmed(bytes_, {begin + at, begin + end});
        at = end;
        if (cell.empty()) continue;
        const bool goes_on = row.indent > indent_ && c == last;
        if (!goes_on) out_.end_block();
        Inline(bytes_, cell, out_).run();
        out_.end_line(BlockKind::table_cell);
        last = c;
      }
    }
    out_.end_block();
    return true;
  }

  /// The display column behind a character at `width`, tabs to every eighth.
  static std::size_t width_behind(std::string_view character, std::size_t width) {
    return character == "\t" ? (width / 8 + 1) * 8 : width + text::display_width(character);
  }

  /// The display column of a byte.
  static std::size_t column_of(std::string_view line, std::size_t byte) {
    std::size_t width = 0;
    for (std::size_t at = 0; at < byte;) {
      const std::size_t size = text::decode(line, at).size;
      width = width_behind(line.substr(at, size), width);
      at += size;
    }
    return width;
  }

  /// The byte at a display column.
  static std::size_t place_of(std::string_view line, std::size_t column) {
    std::size_t at = 0;
    std::size_t width = 0;
    while (at < line.size() && width < column) {
      const std::size_t size = text::decode(line, at).size;
      width = width_behind(line.substr(at, size), width);
      at += size;
    }
    return at;
  }

  void show_cell(ByteRange cell) {
    cell = trimmed(bytes_, cell);
    Inline(bytes_, cell, out_).run();
    out_.end_line(BlockKind::table_cell);
    out_.end_block();
  }

  /// Marks of lists, fields, and then the text; `::` at its end announces a literal block.
  void pass_text() {
    ByteRange range = line_;
    const std::string_view line = text();
    if (!in_paragraph_ || kind_ == BlockKind::list_item) {
      if (const std::size_t mark = item_size(line)) {
        end_paragraph();
        kind_ = BlockKind::list_item;
        range.begin += mark;
      }
    }
    if (!in_paragraph_ && line.starts_with(':')) {
      const std::size_t close = line.find(": ", 1);
      // `:Original:` with a space behind it; a role's text follows its colon at once.
      const bool named = close != std::string_view::npos &&
                         line.substr(0, close).find('`') == std::string_view::npos;
      const bool alone = line.size() > 2 && line.find(':', 1) + 1 == line.size();
      if (named || alone) {
        out_.matter(line_);
        return;
      }
    }
    if (!in_paragraph_ && line.starts_with(">>> ")) return pass_doctest();
    if (in_paragraph_ && paragraph_indent_ != kAny && indent_ != paragraph_indent_ &&
        kind_ == BlockKind::paragraph) {
      out_.end_block();  // a term and its definition, or the end of a quotation
    }
    paragraph_indent_ = indent_;
    if (!line.ends_with("::")) return show(range, kind_);
    const std::size_t indent = indent_;
    range.end -= 2;
    const bool spaced = range.size() > 0 && bytes_[range.end - 1] == ' ';
    if (!trimmed(bytes_, range).empty()) {
      if (!spaced) ++range.end;  // `Example::` shows `Example:`
      show(range, kind_);
    }
    end_paragraph();
    out_.displayed(BlockKind::code, take_indented(indent));
  }

  void pass_doctest() {
    ByteRange block = line_;
    while (next_ < bytes_.size()) {
      std::size_t next = next_;
      const Physical line = line_at(next_, next);
      if (line.indent == kBlank) break;
      block.end = line.range.end;
      next_ = next;
    }
    out_.displayed(BlockKind::code, block);
  }

  /// The size of a bullet or a number and the space behind it; 0 without one.
  static std::size_t item_size(std::string_view line) {
    if (line.size() > 2 && std::string_view("-*+").find(line.front()) != std::string_view::npos &&
        line[1] == ' ') {
      return 2;
    }
    if (line.starts_with("| ")) return 2;  // a line of verse
    std::size_t size = 0;
    while (size < 3 && size < line.size() && text::is_ascii_digit(line[size])) ++size;
    if (line.starts_with('#')) size = 1;
    const bool marked = size > 0 && size + 1 < line.size() &&
                        (line[size] == '.' || line[size] == ')') && line[size + 1] == ' ';
    return marked ? size + 2 : 0;
  }

  void show(ByteRange range, BlockKind kind) {
    in_paragraph_ = true;
    Inline(bytes_, trimmed(bytes_, range), out_).run();
    out_.end_line(kind);
  }

  std::string_view bytes_;
  std::size_t next_;
  MarkupBuilder out_;
  ByteRange line_;
  std::size_t indent_ = 0;
  std::size_t paragraph_indent_ = 0;
  BlockKind kind_ = BlockKind::paragraph;
  bool in_paragraph_ = false;
};

}  // namespace

Layout read_restructured_text(std::string_view bytes, std::size_t begin) {
  return Reader(bytes, begin).run();
}

}  // namespace duizhao::document
