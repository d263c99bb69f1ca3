#include "document/dialects.hpp"

#include <algorithm>
#include <array>
#include <functional>
#include <set>

#include "document/layout.hpp"
#include "text/ascii.hpp"

namespace duizhao::document {
namespace {

constexpr std::size_t kLongestTag = 1000;  // bytes of a shortcode or an attribute list

/// Walks a Markdown text line by line, and along each line.
class Walk {
 public:
  Walk(std::string_view bytes, std::size_t begin) : bytes_(bytes), at_(begin), formulas_(bytes) {
    found_.masked = bytes;
  }

  PlainMarkdown run() {
    while (at_ < bytes_.size()) {
      std::size_t next = at_;
      line_ = physical_line(bytes_, at_, next);
      text_ = line_.begin;
      if (!pass_block()) pass_inline();
    }
    return std::move(found_);
  }

 private:
  std::string_view rest(std::size_t at) const { return bytes_.substr(at, line_.end - at); }

  /// The next place of one of some marks in the line; its end if there is none.
  std::size_t next_of(std::string_view marks, std::size_t at) const {
    return at + std::min(rest(at).find_first_of(marks), line_.end - at);
  }

  std::size_t skip_space(std::size_t at) const {
    while (at < line_.end && (bytes_[at] == ' ' || bytes_[at] == '\t')) ++at;
    return at;
  }

  /// The line's first byte behind marks of quotations and lists.
  std::size_t content() const {
    std::size_t at = skip_space(line_.begin);
    while (at < line_.end) {
      std::size_t mark = at;
      if (bytes_[at] == '>' || bytes_[at] == '-' || bytes_[at] == '*' || bytes_[at] == '+') {
        ++mark;
      } else {
        while (mark < line_.end && text::is_ascii_digit(bytes_[mark])) ++mark;
        if (mark == at || mark == line_.end || (bytes_[mark] != '.' && bytes_[mark] != ')')) break;
        ++mark;
      }
      const std::size_t behind = skip_space(mark);
      if (behind == mark && bytes_[at] != '>') break;
      at = behind;
    }
    return at;
  }

  bool only_space_from(std::size_t at) const { return skip_space(at) == line_.end; }

  /// What fills lines of its own: fences, displayed formulas, marks of admonitions, imports.
  /// Whether it did, so that at_ is on another line.
  bool pass_block() {
    const std::size_t text = content();
    if (text == line_.end) {
      after_blank_ = true;
      return leave_line();
    }
    const bool begins = after_blank_;
    after_blank_ = false;
    const std::size_t indent = skip_space(line_.begin) - line_.begin;
    const bool deep = indent >= 4 || bytes_[line_.begin] == '\t';
    if (!deep) in_list_ = text > skip_space(line_.begin) && bytes_[text - 1] != '>';
    if (deep && begins && !in_list_ && pass_indented_code()) return true;
    return pass_fence(text) || pass_display(text) || pass_matter_line(text);
  }

  /// A block of lines that are indented by four columns, if they read as code (CommonMark 4.4).
  bool pass_indented_code() {
    if (line_.begin < prose_end_) return false;
    std::size_t next = line_.begin;
    std::size_t end = line_.begin;  // of the last line with text
    std::size_t behind = next;
    while (next < bytes_.size()) {
      const ByteRange line = physical_line(bytes_, next, next);
      const std::string_view text = bytes_.substr(line.begin, line.size());
      if (text.find_first_not_of(" \t") == std::string_view::npos) continue;
      if (!text.starts_with("    ") && !text.starts_with('\t')) break;
      end = line.end;
      behind = next;
    }
    const ByteRange block{line_.begin, end};
    if (!looks_like_code(bytes_.substr(block.begin, block.size()))) {
      prose_end_ = block.end;
      return false;
    }
    found_.displayed.push_back({RunKind::code, block});
    blank(block);
    at_ = behind;
    return true;
  }

  bool leave_line() {
    physical_line(bytes_, line_.begin, at_);
    return true;
  }

  bool pass_fence(std::size_t text) {
    const char mark = bytes_[text];
    if (mark != '`' && mark != '~') return false;
    const std::size_t info = std::min(bytes_.find_first_not_of(mark, text), line_.end);
    const std::size_t ticks = info - text;
    if (ticks < 3 || (mark == '`' && rest(info).find('`') != std::string_view::npos)) return false;
    const ByteRange opening = line_;
    const bool open_to_end = unclosed_ticks_[mark == '~'] <= ticks;
    std::size_t next = line_.end;
    physical_line(bytes_, opening.begin, next);
    while (!open_to_end && next < bytes_.size()) {
      line_ = physical_line(bytes_, next, next);
      std::size_t at = line_.begin;
      while (at < line_.end && (bytes_[at] == ' ' || bytes_[at] == '\t' || bytes_[at] == '>')) ++at;
      const std::size_t end = std::min(bytes_.find_first_not_of(mark, at), line_.end);
      if (end - at >= ticks && only_space_from(end)) {
        at_ = next;
        return true;
      }
    }
    unclosed_ticks_[mark == '~'] = std::min(unclosed_ticks_[mark == '~'], ticks);
    found_.faults.push_back({MarkupFault::unclosed_code, text});
    line_ = opening;
    hide({text, line_.end});
    return leave_line();
  }

  /// The end of a formula that begins a line and has it to itself; `text` if there is none.
  std::size_t display_end(std::size_t text) {
    const std::string_view line = rest(text);
    if (line.starts_with("$$") || line.starts_with("\\[")) return text + formulas_.size(text);
    constexpr std::string_view kBegin = "\\begin{";
    if (!line.starts_with(kBegin)) return text;
    const std::size_t brace = line.find('}');
    if (brace == std::string_view::npos) return text;
    return behind_next(
        "\\end{" + std::string(line.substr(kBegin.size(), brace + 1 - kBegin.size())), text);
  }

  bool pass_display(std::size_t text) {
    const std::size_t end = display_end(text);
    if (end == text) return false;
    std::size_t next = end;
    const ByteRange last = physical_line(bytes_, end, next);
    // Nothing but a mark, a number or attributes may stand behind it.
    std::string_view behind = bytes_.substr(end, last.end - end);
    while (!behind.empty() &&
           std::string_view(" \t.,;").find(behind.front()) != std::string_view::npos) {
      behind.remove_prefix(1);
    }
    if (!behind.empty() && behind.front() != '{' && behind.front() != '(') return false;
    found_.displayed.push_back({RunKind::formula, {text, end}});
    blank({text, last.end});
    at_ = next;
    return true;
  }

  /// Marks that take a line, or begin one before text.
  bool pass_matter_line(std::size_t text) {
    const std::string_view line = rest(text);
    if (line.starts_with(":::")) {
      return set_title_apart(text, line.find_first_not_of(':'));
    }
    if (line.starts_with("!!! ") || line.starts_with("??? ") || line.starts_with("???+ ")) {
      return set_title_apart(text, line.find(' '));
    }
    if (line.starts_with("[!") && bytes_[line_.begin] == '>') {
      const std::size_t close = line.find(']');
      return close != std::string_view::npos && set_apart({text, text + close + 1});
    }
    if (line.starts_with("[^")) {
      const std::size_t close = line.find("]:");
      if (close == std::string_view::npos || close == 2) return false;
      set_apart({text, text + close + 2});
      found_.masked[text] = '-';
      return false;
    }
    const bool imports = line_.begin == text && line.starts_with("import ") &&
                         (line.ends_with("';") || line.ends_with("\";") || line.ends_with('\'') ||
                          line.ends_with('"'));
    const std::size_t role = role_size(text);
    const bool labels = role > 0 && only_space_from(text + role);
    return (imports || labels) && set_apart({text, line_.end});
  }

  /// Takes out the mark and the name of an admonition, so that its title is a heading of its own.
  bool set_title_apart(std::size_t text, std::size_t name) {
    std::size_t title = admonition_title(text, name);
    if (title < line_.end && bytes_[title] == '"') {
      const std::size_t close = rest(title + 1).find('"');
      if (close != std::string_view::npos) {
        const std::size_t mark = title + 1 + close;
        if (set_apart({text, title + 1})) return true;
        found_.masked[text] = '#';
        found_.masked[mark] = ' ';
        return false;
      }
    }
    if (set_apart({text, title})) return true;
    found_.masked[text] = '#';
    return false;
  }

  /// Takes out a mark at the beginning of a line. Whether nothing is left of the line.
  bool set_apart(ByteRange mark) {
    found_.matter.push_back(mark);
    blank(mark);
    text_ = mark.end;
    return only_space_from(mark.end) && leave_line();
  }

  /// Where the title of an admonition begins, whose name follows at `name` of the rest of the line;
  /// the end of the line without one. Attributes in braces are no title.
  std::size_t admonition_title(std::size_t text, std::size_t name) const {
    if (name == std::string_view::npos) return line_.end;
    std::size_t at = skip_space(text + name);
    if (at < line_.end && bytes_[at] == '{') {
      const std::size_t close = rest(at).find('}');
      at = close == std::string_view::npos ? line_.end : at + close + 1;
    } else {
      while (at < line_.end && text::is_ascii_name(bytes_[at])) ++at;
    }
    return skip_space(at);
  }

  /// The size of a role and its code span: :numref:`fig_x`, {ref}`x`; 0 if there is none.
  std::size_t role_size(std::size_t at) const {
    const char open = bytes_[at];
    if (open != ':' && open != '{') return 0;
    std::size_t end = at + 1;
    while (end < line_.end &&
           (text::is_ascii_name(bytes_[end]) ||
            (bytes_[end] == ':' && end + 1 < line_.end && text::is_ascii_name(bytes_[end + 1])))) {
      ++end;
    }
    const char close = open == ':' ? ':' : '}';
    if (end == at + 1 || end + 1 >= line_.end || bytes_[end] != close || bytes_[end + 1] != '`') {
      return 0;
    }
    const std::size_t code = code_span_size(bytes_, end + 1);
    return code == 0 ? 0 : end + 1 + code - at;
  }

  /// Along the line, which is at_'s, behind what pass_block has hidden.
  void pass_inline() {
    std::size_t at = text_;
    while (at < line_.end) {
      at = next_of("`$\\{<[:", at);
      if (at == line_.end) break;
      const std::size_t end = pass_mark(at);
      if (end > line_.end) {  // it goes on through further lines
        at_ = end;
        line_ = physical_line(bytes_, end, at_);
        line_.begin = end;
      }
      at = end;
    }
    physical_line(bytes_, line_.begin, at_);
  }

  /// The offset behind what begins with the mark at `at`.
  std::size_t pass_mark(std::size_t at) {
    const std::string_view line = rest(at);
    switch (bytes_[at]) {
      case '`': {
        const std::size_t size = code_span_size(bytes_, at);
        return size > 0 ? at + size : std::min(bytes_.find_first_not_of('`', at), bytes_.size());
      }
      case '$':
      case '\\': {
        const std::size_t size = formulas_.size(at);
        if (size > 0) return cover(RunKind::formula, at, size);
        const bool single = bytes_[at] == '$' && !line.starts_with("$$");
        return std::min(line_.end, at + (single ? 1 : 2));
      }
      case ':': {
        const std::size_t size = role_size(at);
        return size > 0 ? cover(RunKind::code, at, size) : at + 1;
      }
      case '{':
        return pass_brace(at);
      case '<':
        return pass_tag(at);
      default: {
        const std::size_t close = line.starts_with("[^") ? line.find(']') : std::string_view::npos;
        if (close == std::string_view::npos || close == 2) return at + 1;
        hide({at, at + close + 1});
        return at + close + 1;
      }
    }
  }

  std::size_t pass_brace(std::size_t at) {
    if (const std::size_t size = role_size(at)) return cover(RunKind::code, at, size);
    const std::string_view text = bytes_.substr(at, kLongestTag);
    constexpr std::array<std::pair<std::string_view, std::string_view>, 3> kTags = {
        std::pair{"{{<", ">}}"}, {"{{%", "%}}"}, {"{%", "%}"}};
    for (const auto& [open, close] : kTags) {
      if (!text.starts_with(open)) continue;
      const std::size_t found = text.find(close, open.size());
      if (found == std::string_view::npos) return at + open.size();
      hide({at, at + found + close.size()});
      return at + found + close.size();
    }
    if (text.starts_with("{{")) {
      const std::size_t found = rest(at).find("}}");
      return found == std::string_view::npos ? at + 2 : cover(RunKind::code, at, found + 2);
    }
    const bool attributes = text.size() > 2 &&
                            (text[1] == '#' || text[1] == '.' || text[1] == ':') &&
                            (text::is_ascii_name(text[2]) || text[2] == ' ');
    const std::size_t close = rest(at).find('}');
    if (!attributes || close == std::string_view::npos) return at + 1;
    hide({at, at + close + 1});
    return at + close + 1;
  }

  /// Comments, and elements that hold no text.
  std::size_t pass_tag(std::size_t at) {
    constexpr std::array<std::pair<std::string_view, std::string_view>, 3> kHidden = {
        std::pair{"<!--", "-->"}, {"<script", "</script>"}, {"<style", "</style>"}};
    const std::string head = text::ascii_lower(bytes_.substr(at, 8));
    if (head.starts_with("<pre") && (head.size() == 4 || !text::is_ascii_name(head[4]))) {
      const std::size_t end = behind_next("</pre>", at);
      if (end == at) return at + 4;
      found_.displayed.push_back({RunKind::code, {at, end}});
      blank({at, end});
      return end;
    }
    for (const std::string_view tag : {"<code>", "<kbd>", "<samp>", "<tt>", "<var>"}) {
      if (!head.starts_with(tag)) continue;
      const std::size_t inner = at + tag.size();
      const std::size_t size = rest(inner).find("</" + std::string(tag.substr(1)));
      return size == std::string_view::npos || size == 0 ? inner
                                                         : cover(RunKind::code, inner, size);
    }
    for (const auto& [open, close] : kHidden) {
      if (!head.starts_with(open)) continue;
      if (open != "<!--" && head.size() > open.size() && text::is_ascii_name(head[open.size()]))
        continue;
      const bool is_known = missing_.contains(close);
      const std::size_t end = behind_next(close, at);
      if (end == at) {
        if (!is_known) found_.faults.push_back({MarkupFault::unclosed_comment, at});
        return at + open.size();
      }
      hide({at, end});
      return end;
    }
    return at + 1;
  }

  /// The offset behind the next `close`, which a text without it is searched for once; `at` if it
  /// does not come.
  std::size_t behind_next(std::string_view close, std::size_t at) {
    if (missing_.contains(close)) return at;
    const std::size_t found = bytes_.find(close, at);
    if (found != std::string_view::npos) return found + close.size();
    missing_.insert(std::string(close));
    return at;
  }

  std::size_t cover(RunKind kind, std::size_t at, std::size_t size) {
    found_.opaque.push_back({kind, {at, at + size}});
    mask(found_.masked, {at, at + size});
    return at + size;
  }

  /// Takes out what is no text: on lines of its own it leaves them empty, inside of a line
  /// punctuation, which spaces at its end would break.
  void hide(ByteRange range) {
    if (range.empty()) return;
    found_.matter.push_back(range);
    ByteRange last = line_;  // that it ends in
    if (range.end > line_.end) {
      std::size_t next = range.end;
      last = physical_line(bytes_, range.end, next);
    }
    const std::size_t first = bytes_.find_first_not_of(" \t", line_.begin);
    const std::size_t behind = bytes_.find_first_not_of(" \t", range.end);
    const bool fills = first >= range.begin && behind >= last.end;
    if (fills) return blank(range);
    std::fill_n(found_.masked.begin() + static_cast<std::ptrdiff_t>(range.begin), range.size(),
                '.');
  }

  /// Spaces; the lines stay.
  void blank(ByteRange range) {
    for (std::size_t k = range.begin; k < range.end; ++k) {
      if (bytes_[k] != '\n' && bytes_[k] != '\r') found_.masked[k] = ' ';
    }
  }

  std::string_view bytes_;
  std::size_t at_;
  ByteRange line_;
  std::size_t text_ = 0;  // of the line begins here, behind what is set apart
  FormulaFinder formulas_;
  PlainMarkdown found_;
  std::size_t prose_end_ = 0;                   // indented lines up to here are no code
  bool after_blank_ = true;                     // the line before is empty
  bool in_list_ = false;                        // indented lines belong to a list
  std::set<std::string, std::less<>> missing_;  // ends that do not come
  std::array<std::size_t, 2> unclosed_ticks_ = {bytes_.npos, bytes_.npos};  // by ` and ~
};

}  // namespace

PlainMarkdown read_dialects(std::string_view bytes, std::size_t begin) {
  return Walk(bytes, begin).run();
}

}  // namespace duizhao::document
