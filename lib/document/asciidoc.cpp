// AsciiDoc, as far as headings, paragraphs, lists, listings and tables go (the AsciiDoc Language
// documentation of the Eclipse project). Lines decide what a block is; marks inside of a line are
// hidden where they come in pairs.
#include <algorithm>
#include <array>
#include <optional>
#include <string>

#include "document/front_matter.hpp"
#include "document/layout.hpp"
#include "document/markup_builder.hpp"
#include "document/opaque.hpp"
#include "text/ascii.hpp"
#include "text/display.hpp"
#include "text/scripts.hpp"
#include "text/utf8.hpp"

namespace duizhao::document {
namespace {

bool is_run_of(std::string_view text, char mark, std::size_t fewest) {
  return text.size() >= fewest && text.find_first_not_of(mark) == std::string_view::npos;
}

/// The size of `mark`s and the white space behind them at the beginning of `text`, at most six; 0
/// without both.
std::size_t marks_size(std::string_view text, char mark) {
  const std::size_t marks = std::min(text.find_first_not_of(mark), text.size());
  if (marks == 0 || marks > 6 || marks >= text.size() || text[marks] != ' ') return 0;
  return std::min(text.find_first_not_of(' ', marks), text.size());
}

/// The marks inside of a line.
class Inline : private LineWalk {
 public:
  Inline(std::string_view bytes, ByteRange line, MarkupBuilder& out) : LineWalk(bytes, line, out) {}

  void run() {
    walk("`*_#^~:<(\\{[", [this](std::size_t at) { return pass(at); });
  }

 private:
  bool word_before(std::size_t at) const {
    return at > line_.begin && text::is_word(text::decode_before(bytes_, at).value);
  }
  bool word_at(std::size_t at) const {
    return at < line_.end && text::is_word(text::decode(bytes_, at).value);
  }

  std::size_t pass(std::size_t at) {
    const std::string_view line = rest(at);
    switch (bytes_[at]) {
      case '`':
        return pass_code(at);
      case '\\':
        return cut(at, at + 1) + (at + 1 < line_.end);
      case ':':
        return pass_macro(at);
      case '<':
        if (line.starts_with("<<")) return pass_reference(at);
        return at + 1;
      case '(':
        return pass_index_term(at);
      case '{': {
        const std::size_t close = line.find('}');
        const bool name =
            close != std::string_view::npos && close > 1 &&
            std::all_of(line.begin() + 1, line.begin() + static_cast<std::ptrdiff_t>(close),
                        text::is_ascii_name);
        if (!name) return at + 1;
        cut(at, at + close + 1);
        out_.opaque(RunKind::code, {at, at + close + 1});
        return at + close + 1;
      }
      case '[': {
        const bool anchor =
            line.starts_with("[[") || line.starts_with("[#") || line.starts_with("[.");
        const std::string_view end = line.starts_with("[[") ? "]]" : "]";
        const std::size_t close = anchor ? line.find(end) : std::string_view::npos;
        return close == std::string_view::npos ? at + 1 : hide(at, at + close + end.size());
      }
      default:
        return pass_emphasis(at);
    }
  }

  std::size_t pass_code(std::size_t at) {
    const std::size_t size = code_span_size(bytes_.substr(0, line_.end), at);
    if (size == 0) return std::min(bytes_.find_first_not_of('`', at), line_.end);
    std::size_t begin = std::min(bytes_.find_first_not_of("`", at), at + size);
    std::size_t end = at + size - (begin - at);
    if (end > begin + 1 && bytes_[begin] == '+' && bytes_[end - 1] == '+') {
      ++begin;
      --end;
    }
    cut(at, at + size);
    out_.opaque(RunKind::code, {begin, end});
    return at + size;
  }

  /// `*strong*`, `_emphasis_` and their kind, also doubled: `**strong**`. The closing mark must
  /// come on the same line; single ones stand at the edges of words.
  std::size_t pass_emphasis(std::size_t at) {
    const char mark = bytes_[at];
    const bool twice = at + 1 < line_.end && bytes_[at + 1] == mark;
    const std::size_t size = twice ? 2 : 1;
    const auto open = std::find(open_.begin(), open_.end(), std::pair(mark, twice));
    const std::size_t end = at + size;
    if (open != open_.end()) {
      if (!twice && word_at(end) && !text::is_cjk(text::decode(bytes_, end).value)) return end;
      open_.erase(open);
      if (mark == '*') out_.toggle_strong();
      return cut_mark(at, end, mark, false);
    }
    const bool starts = end < line_.end && bytes_[end] != ' ' &&
                        (twice || mark == '^' || mark == '~' || !word_before(at) ||
                         text::is_cjk(text::decode_before(bytes_, at).value));
    const std::string close(size, mark);
    const std::size_t found = starts ? rest(end).find(close) : std::string_view::npos;
    if (found == std::string_view::npos || found == 0 || bytes_[end + found - 1] == ' ') return end;
    open_.emplace_back(mark, twice);
    return cut_mark(at, end, mark, true);
  }

  std::size_t cut_mark(std::size_t at, std::size_t end, char mark, bool opens) {
    if (mark == '*' && opens) {
      cut(at, end);
      out_.toggle_strong();
      return end;
    }
    if (mark == '*') out_.toggle_strong();  // the words before are still strong
    cut(at, end);
    if (mark == '*') out_.toggle_strong();
    return end;
  }

  /// `<<id,text>>`: the text; without one the id, which no reader sees as such.
  std::size_t pass_reference(std::size_t at) {
    const std::size_t close = rest(at).find(">>");
    if (close == std::string_view::npos) return at + 2;
    const std::size_t end = at + close + 2;
    const std::size_t comma = rest(at).substr(0, close).find(',');
    if (comma != std::string_view::npos) {
      cut(at, end);
      out_.words(trimmed(bytes_, {at + comma + 1, end - 2}));
      return end;
    }
    cut(at, end);
    out_.opaque(RunKind::code, {at + 2, end - 2});
    return end;
  }

  /// `(((hidden, term)))` and `((shown term))`.
  std::size_t pass_index_term(std::size_t at) {
    const std::string_view line = rest(at);
    const bool hidden = line.starts_with("(((");
    if (!hidden && !line.starts_with("((")) return at + 1;
    const std::string_view mark = hidden ? ")))" : "))";
    const std::size_t close = line.find(mark);
    if (close == std::string_view::npos) return at + mark.size();
    const std::size_t end = at + close + mark.size();
    if (hidden) return hide(at, end);
    cut(at, end);
    out_.words({at + 2, end - 2});
    return end;
  }

  /// `name:target[text]`: a link shows its text, a formula and a key are opaque, an image is none.
  std::size_t pass_macro(std::size_t at) {
    std::size_t begin = at;
    while (begin > shown_ && text::is_ascii_name(bytes_[begin - 1])) --begin;
    const std::string name = text::ascii_lower(bytes_.substr(begin, at - begin));
    if (name.empty()) return at + 1;
    const std::string_view line = rest(at);
    const std::size_t open = line.find_first_of("[ ");
    if (open == std::string_view::npos || line[open] != '[') {
      return at + 1;
    }
    constexpr std::size_t kLongest = 2'000;  // bytes
    std::size_t close = open + 1;
    for (std::size_t depth = 1; close < std::min(line.size(), open + kLongest); ++close) {
      depth += line[close] == '[' ? 1 : 0;
      depth -= line[close] == ']' ? 1 : 0;
      if (depth == 0) break;
    }
    if (close >= line.size() || line[close] != ']') return at + 1;
    const ByteRange inside{at + open + 1, at + close};
    const std::size_t end = at + close + 1;
    if (name == "image" || name == "icon" || name == "anchor" || name == "indexterm") {
      return hide(begin, end);
    }
    if (name == "stem" || name == "latexmath" || name == "asciimath") {
      cut(begin, end);
      out_.opaque(RunKind::formula, inside);
      return end;
    }
    if (name == "kbd" || name == "btn" || name == "menu") {
      cut(begin, end);
      out_.opaque(RunKind::code, {at + 1, end});
      return end;
    }
    if (name == "footnote" || name == "footnoteref") {
      cut(begin, at + open);  // its brackets stay about it
      return at + open + 1;
    }
    constexpr auto kLinks = std::to_array<std::string_view>(
        {"link", "xref", "mailto", "http", "https", "ftp", "indexterm2"});
    if (std::find(kLinks.begin(), kLinks.end(), name) == kLinks.end()) {
      if (open == 1) return at + 1;  // no target: a colon before a bracket
      cut(begin, end);               // a macro of somebody's own
      out_.opaque(RunKind::code, {at + 1, end});
      return end;
    }
    cut(begin, end);
    ByteRange text = inside;
    while (!text.empty() && bytes_[text.end - 1] == '^') --text.end;  // opens another window
    if (text.empty()) {
      out_.opaque(RunKind::address, {begin, at + open});
    } else {
      out_.words(text);
    }
    return end;
  }

  std::vector<std::pair<char, bool>> open_;  // marks, and whether they are doubled
};

class Reader {
 public:
  Reader(std::string_view bytes, std::size_t begin) : bytes_(bytes), next_(begin), out_(bytes) {}

  Layout run() {
    while (next_ < bytes_.size()) {
      line_ = line_at(next_, next_);
      read();
    }
    return out_.finish();
  }

 private:
  /// The physical line that begins at `offset`, without the white space at its end.
  ByteRange line_at(std::size_t offset, std::size_t& next) const {
    const ByteRange line = physical_line(bytes_, offset, next);
    return {line.begin, text::text_end(bytes_, line.begin, line.end)};
  }

  std::string_view text() const { return bytes_.substr(line_.begin, line_.size()); }

  void read() {
    const std::string_view line = text();
    if (line.empty()) return end_paragraph();
    if (pass_delimited(line) || pass_matter(line) || pass_heading(line) || pass_table(line)) return;
    if (!in_paragraph_ && (line.front() == ' ' || line.front() == '\t') && pass_literal()) return;
    pass_text();
  }

  void end_paragraph() {
    out_.end_block();
    in_paragraph_ = false;
    kind_ = BlockKind::paragraph;
  }

  /// Where a line that is exactly `mark` comes next; nothing if it does not.
  std::optional<ByteRange> find_line(std::string_view mark) const {
    for (std::size_t next = next_; next < bytes_.size();) {
      const ByteRange line = line_at(next, next);
      if (bytes_.substr(line.begin, line.size()) == mark) return line;
    }
    return std::nullopt;
  }

  /// Listings and the other blocks between two lines of marks.
  bool pass_delimited(std::string_view line) {
    const bool fence = line.starts_with("```");
    const bool code = is_run_of(line, '-', 4) || is_run_of(line, '.', 4) || fence;
    const bool comment = is_run_of(line, '/', 4);
    const bool pass = is_run_of(line, '+', 4);
    if (code && is_underline(line)) return false;
    if (code || comment || pass) {
      end_paragraph();
      const auto close = find_line(fence ? "```" : line);
      if (!close) {
        out_.fault(comment ? MarkupFault::unclosed_comment : MarkupFault::unclosed_code,
                   line_.begin);
        return true;
      }
      const ByteRange inside{next_, close->begin};
      if (comment) {
        out_.matter({line_.begin, close->end});
      } else {
        out_.displayed(pass && is_formula_ ? BlockKind::formula : BlockKind::code, inside);
      }
      next_ = close->end;
      physical_line(bytes_, close->begin, next_);
      is_formula_ = false;
      return true;
    }
    const bool container = is_run_of(line, '=', 4) || is_run_of(line, '*', 4) ||
                           is_run_of(line, '_', 4) || line == "--";
    if (container && is_underline(line)) return false;
    if (!container && line != "+" && line != "'''" && line != "<<<") return false;
    end_paragraph();
    return true;
  }

  /// Whether a line of marks underlines the line before it, which alone is the paragraph so far.
  bool is_underline(std::string_view line) const {
    if (!in_paragraph_ || paragraph_lines_ != 1 || kind_ != BlockKind::paragraph) return false;
    const std::string_view title = bytes_.substr(last_.begin, last_.size());
    const auto near = [&](std::size_t width) {
      return width + 2 >= line.size() && line.size() + 2 >= width;
    };
    const auto characters =
        static_cast<std::size_t>(std::count_if(title.begin(), title.end(), [](char c) {
          return (static_cast<unsigned char>(c) & 0xC0) != 0x80;
        }));
    return near(characters) || near(text::display_width(title));
  }

  /// Attributes, comments, macros on a line of their own.
  bool pass_matter(std::string_view line) {
    constexpr auto kMacros =
        std::to_array<std::string_view>({"image::", "include::", "toc::", "video::", "audio::",
                                         "ifdef::", "ifndef::", "ifeval::", "endif::"});
    const bool macro = std::any_of(kMacros.begin(), kMacros.end(),
                                   [&](std::string_view name) { return line.starts_with(name); }) &&
                       line.ends_with(']');
    const bool comment = line.starts_with("//") && !line.starts_with("///");
    const bool attributes = line.size() > 2 && line.starts_with('[') && line.ends_with(']') &&
                            !in_paragraph_ && !text::has_han(line.substr(0, 8));
    const std::size_t name = line.starts_with(':') ? line.find(':', 1) : std::string_view::npos;
    const bool entry =
        name != std::string_view::npos && name > 1 &&
        (name + 1 == line.size() || line[name + 1] == ' ') &&
        std::all_of(line.begin() + 1, line.begin() + static_cast<std::ptrdiff_t>(name),
                    [](char c) { return text::is_ascii_name(c) || c == '!'; });
    if (!macro && !comment && !attributes && !entry) return false;
    out_.end_block();
    out_.matter(line_);
    if (attributes) {
      is_formula_ = line.starts_with("[stem") || line.starts_with("[latexmath") ||
                    line.starts_with("[asciimath");
    }
    if (macro) in_paragraph_ = false;
    return true;
  }

  bool pass_heading(std::string_view line) {
    constexpr std::string_view kUnderlines = "=-~^+";
    const bool marks = is_run_of(line, line.front(), 3) &&
                       kUnderlines.find(line.front()) != std::string_view::npos;
    if (marks && is_underline(line)) {
      // show() has made the line above a heading.
      end_paragraph();
      return true;
    }
    const std::size_t size = std::max(marks_size(line, '='), marks_size(line, '#'));
    if (size == 0) return false;
    end_paragraph();
    show({line_.begin + size, line_.end}, BlockKind::heading);
    end_paragraph();
    return true;
  }

  /// `|===` and its rows, a cell from each `|` on.
  bool pass_table(std::string_view line) {
    const bool mark = line.size() >= 4 && (line.front() == '|' || line.front() == '!') &&
                      is_run_of(line.substr(1), '=', 3);
    if (mark) {
      end_paragraph();
      in_table_ = !in_table_;
      return true;
    }
    if (!in_table_) return false;
    const auto is_cell_mark = [&](std::size_t k) {
      return line[k] == '|' && (k == 0 || line[k - 1] != '\\');
    };
    for (std::size_t at = 0; at < line.size();) {
      std::size_t end = at;
      if (is_cell_mark(at)) {
        out_.end_block();
        end = ++at;
      }
      while (end < line.size() && !is_cell_mark(end)) ++end;
      ByteRange cell{line_.begin + at, line_.begin + end};
      // The next cell's format stands before its mark: `2+^.>s|`.
      if (end < line.size()) {
        std::size_t format = end;
        while (format > at && std::string_view("0123456789.+*<>^aehlmsd").find(line[format - 1]) !=
                                  std::string_view::npos) {
          --format;
        }
        if (format == at || line[format - 1] == ' ') cell.end = line_.begin + format;
      }
      cell = trimmed(bytes_, cell);
      Inline(bytes_, cell, out_).run();
      out_.end_line(BlockKind::table_cell);
      at = end;
    }
    return true;
  }

  /// Indented lines that read as code.
  bool pass_literal() {
    std::size_t next = line_.begin;
    std::size_t end = line_.begin;
    std::size_t behind = next;
    while (next < bytes_.size()) {
      const ByteRange line = physical_line(bytes_, next, next);
      const std::string_view text = bytes_.substr(line.begin, line.size());
      if (!text.starts_with(' ') && !text.starts_with('\t')) break;
      end = line.end;
      behind = next;
    }
    const ByteRange block{line_.begin, end};
    if (!looks_like_code(bytes_.substr(block.begin, block.size()))) return false;
    out_.displayed(BlockKind::code, block);
    next_ = behind;
    return true;
  }

  /// The marks of lists, admonitions and titles, and then the text.
  void pass_text() {
    ByteRange range = trimmed(bytes_, line_);
    const std::string_view line = bytes_.substr(range.begin, range.size());
    std::size_t item =
        std::max({marks_size(line, '*'), marks_size(line, '-'), marks_size(line, '.')});
    const std::size_t digits = std::min(line.find_first_not_of("0123456789"), line.size());
    if (item == 0 && digits > 0 && digits < 4 && line.substr(digits).starts_with(". ")) {
      item = digits + 2;
    }
    if (item > 0) {
      end_paragraph();
      kind_ = BlockKind::list_item;
      range.begin += item;
      for (const std::string_view box : {"[ ] ", "[x] ", "[*] "}) {
        if (line.substr(item).starts_with(box)) range.begin += box.size();
      }
      return show(range, kind_);
    }
    if (!in_paragraph_) {
      constexpr auto kNotes = std::to_array<std::string_view>(
          {"NOTE: ", "TIP: ", "IMPORTANT: ", "WARNING: ", "CAUTION: "});
      for (const std::string_view note : kNotes) {
        if (!line.starts_with(note)) continue;
        out_.matter({range.begin, range.begin + note.size()});
        range.begin += note.size();
        return show(range, kind_);
      }
      const bool title = line.size() > 1 && line.front() == '.' && line[1] != '.' && line[1] != ' ';
      if (title) {
        show({range.begin + 1, range.end}, BlockKind::paragraph);
        return end_paragraph();
      }
      if (line.starts_with("<") && line.size() > 3 &&
          (text::is_ascii_digit(line[1]) || line[1] == '.') && line.find("> ") < 5) {
        range.begin += line.find("> ") + 2;  // a callout
        return show(range, BlockKind::list_item);
      }
    }
    const std::size_t term = line.find(":: ");
    const bool labelled = term != std::string_view::npos && term > 0 && line[term - 1] != ':';
    if (labelled || (line.size() > 2 && line.ends_with("::"))) {
      end_paragraph();
      const std::size_t end = labelled ? term : line.size() - 2;
      show({range.begin, range.begin + end}, BlockKind::list_item);
      end_paragraph();
      kind_ = BlockKind::list_item;
      if (labelled) show({range.begin + end + 3, range.end}, kind_);
      return;
    }
    show(range, kind_);
  }

  /// A line of a paragraph; a title if the next line underlines it.
  void show(ByteRange range, BlockKind kind) {
    range = trimmed(bytes_, range);
    paragraph_lines_ = in_paragraph_ ? paragraph_lines_ + 1 : 1;
    in_paragraph_ = true;
    last_ = range;
    const bool breaks = bytes_.substr(range.begin, range.size()).ends_with(" +");
    if (breaks) range = trimmed(bytes_, {range.begin, range.end - 1});
    if (kind == BlockKind::paragraph && paragraph_lines_ == 1) {
      std::size_t next = next_;
      const ByteRange under = line_at(next_, next);
      const std::string_view marks = bytes_.substr(under.begin, under.size());
      if (marks.size() > 2 &&
          std::string_view("=-~^+").find(marks.front()) != std::string_view::npos &&
          is_run_of(marks, marks.front(), 3) && is_underline(marks)) {
        kind = BlockKind::heading;
      }
    }
    Inline(bytes_, range, out_).run();
    out_.end_line(kind);
    if (breaks) out_.end_block();
  }

  std::string_view bytes_;
  std::size_t next_;
  MarkupBuilder out_;
  ByteRange line_;
  ByteRange last_;  // line of the paragraph
  std::size_t paragraph_lines_ = 0;
  BlockKind kind_ = BlockKind::paragraph;
  bool in_paragraph_ = false;
  bool in_table_ = false;
  bool is_formula_ = false;  // the attributes before a block say so
};

}  // namespace

Layout read_asciidoc(std::string_view bytes, std::size_t begin) {
  Layout front;
  begin = read_front_matter(bytes, begin, front);
  Layout layout = Reader(bytes, begin).run();
  layout.lines.insert(layout.lines.begin(), std::make_move_iterator(front.lines.begin()),
                      std::make_move_iterator(front.lines.end()));
  layout.matter.insert(layout.matter.begin(), front.matter.begin(), front.matter.end());
  return layout;
}

}  // namespace duizhao::document
