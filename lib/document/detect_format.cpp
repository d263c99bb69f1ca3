// Which layout a text has, told from its content.
#include <algorithm>
#include <array>
#include <string>

#include "document/layout.hpp"
#include "document/opaque.hpp"
#include "document/subtitles.hpp"
#include "duizhao/document/read_document.hpp"
#include "text/ascii.hpp"
#include "text/detect_encoding.hpp"
#include "text/display.hpp"
#include "text/fold.hpp"
#include "text/scripts.hpp"
#include "text/utf8.hpp"

namespace duizhao {
namespace {

// One-sentence-a-line input: at least so many lines, and at most one in so many with an end inside;
// in a bilingual text one in so many at least is in the other script.
constexpr std::size_t kFewestSentenceLines = 8;
constexpr std::size_t kLinesToAnInnerEnd = 20;
constexpr std::size_t kLinesOfOther = 4;

bool is_heading(std::string_view line) {
  const std::size_t marks = std::min(line.find_first_not_of('#'), line.size());
  return marks >= 1 && marks <= 6 && marks + 1 < line.size() && line[marks] == ' ';
}

/// `**text**` with text right inside the marks.
bool has_strong_emphasis(std::string_view line) {
  const std::size_t open = line.find("**");
  if (open == std::string_view::npos || open + 2 >= line.size()) return false;
  const char inside = line[open + 2];
  if (inside == ' ' || inside == '*') return false;
  const std::size_t close = line.find("**", open + 3);
  return close != std::string_view::npos && line[close - 1] != ' ';
}

/// `[text](address)` or `![text](address)`.
bool has_link(std::string_view line) {
  const std::size_t middle = line.find("](");
  return middle != std::string_view::npos && line.rfind('[', middle) != std::string_view::npos &&
         line.find(')', middle) != std::string_view::npos;
}

/// `|---|:--:|`
bool is_table_rule(std::string_view line) {
  return line.find("--") != std::string_view::npos && line.find('|') != std::string_view::npos &&
         line.find_first_not_of("|-: \t") == std::string_view::npos;
}

bool has_inline_html(std::string_view line) {
  constexpr std::array<std::string_view, 10> kTags = {
      "<b>", "<strong>", "<i>", "<em>", "<br>", "<br/>", "<br />", "<details>", "<!--", "<img "};
  return std::any_of(kTags.begin(), kTags.end(), [line](std::string_view tag) {
    return line.find(tag) != std::string_view::npos;
  });
}

/// `[^1]: A footnote.`, `:::tip`, `> [!NOTE]`
bool is_dialect_line(std::string_view line) {
  const bool footnote = line.starts_with("[^") && line.find("]:") != std::string_view::npos;
  return footnote || line.starts_with(":::") || line.starts_with("> [!");
}

bool is_markdown_line(std::string_view line) {
  return is_dialect_line(line) || is_table_rule(line) || has_inline_html(line) ||
         is_heading(line) || has_strong_emphasis(line) || has_link(line) ||
         line.starts_with("```") || line.starts_with("~~~");
}

/// Whether a text has code spans or displayed formulas, which plain text may hold as well, and sets
/// its paragraphs apart by empty lines, as Markdown must.
bool has_spans_and_paragraphs(std::string_view bytes) {
  std::size_t lines = 0;
  std::size_t paragraphs = 0;
  bool blank = true;
  for (std::size_t next = 0; next < bytes.size();) {
    const ByteRange range = document::physical_line(bytes, next, next);
    const std::string_view line = bytes.substr(range.begin, range.size());
    const bool empty = line.find_first_not_of(" \t") == std::string_view::npos;
    lines += !empty;
    paragraphs += !empty && blank;
    blank = empty;
  }
  if (2 * paragraphs < lines) return false;
  const std::vector<document::Opaque> found =
      document::find_opaque(bytes, {0, bytes.size()}, document::OpaqueMarks::all);
  return std::any_of(found.begin(), found.end(), [&](const document::Opaque& each) {
    const std::string_view text = bytes.substr(each.range.begin, each.range.size());
    return each.kind == RunKind::code || text.starts_with("$$") || text.starts_with("\\[");
  });
}

/// Signs of AsciiDoc and reStructuredText, which Markdown does not know.
struct LightMarkup {
  std::size_t asciidoc = 0;
  std::size_t restructured_text = 0;
  std::size_t underlines = 0;  // of titles, by = and -, as Markdown has them too
  bool markdown = false;       // signs that neither of them has

  explicit LightMarkup(std::string_view bytes) {
    std::string_view before, second;
    bool fenced = false;
    for (std::size_t next = 0; next < bytes.size();) {
      const ByteRange range = document::physical_line(bytes, next, next);
      const std::string_view line = bytes.substr(range.begin, range.size());
      if (line.starts_with("```") || line.starts_with("~~~")) {
        fenced = !fenced;
        markdown = markdown || line.starts_with("```");
      }
      if (!fenced) {
        asciidoc += is_asciidoc(line, before);
        restructured_text += is_restructured_text(line, before, second);
        underlines += is_underline(line, before);
        markdown = markdown || is_heading(line) || has_link(line) || is_table_rule(line);
      }
      second = before;
      before = line;
    }
    if (markdown) return;
    asciidoc += asciidoc > 1 ? underlines : 0;
    restructured_text += underlines;
  }

  static bool is_underline(std::string_view line, std::string_view before) {
    const bool marks = line.size() > 3 && (line.front() == '=' || line.front() == '-') &&
                       line.find_first_not_of(line.front()) == std::string_view::npos;
    const std::size_t width = text::display_width(before);
    return marks && text::has_word(before) && line.size() + 1 >= width && line.size() <= width + 2;
  }

  static bool is_asciidoc(std::string_view line, std::string_view before) {
    const std::size_t marks = std::min(line.find_first_not_of('='), line.size());
    const bool heading = marks > 0 && marks < 6 && marks + 1 < line.size() && line[marks] == ' ' &&
                         line.find_first_not_of("= ", marks) != std::string_view::npos &&
                         line.back() != '=';
    const bool listing =
        line.starts_with("----") && before.starts_with('[') && before.ends_with(']');
    const bool macro =
        (line.starts_with("image::") || line.starts_with("include::")) && line.ends_with(']');
    const bool anchor = line.starts_with("[[") && line.ends_with("]]");
    // A term and its definition: `-a::` and an indented line.
    const bool definition = before.size() > 2 && before.ends_with("::") && line.starts_with('\t');
    return heading || listing || macro || anchor || definition || line == "|===" || line == "+" ||
           has_inline_macro(line);
  }

  /// `xref:id[text]`, `<<id,text>>`
  static bool has_inline_macro(std::string_view line) {
    const std::size_t open = line.find("<<");
    if (open != std::string_view::npos && line.find(">>", open) != std::string_view::npos)
      return true;
    const std::size_t bracket = line.find('[');
    if (bracket == std::string_view::npos || line.find(']', bracket) == std::string_view::npos) {
      return false;
    }
    const std::size_t space = line.rfind(' ', bracket);
    const std::size_t begin = space == std::string_view::npos ? 0 : space + 1;
    const std::string_view word = line.substr(begin, bracket - begin);
    const std::size_t colon = word.find(':');
    return colon != std::string_view::npos && colon > 1 && colon + 1 < word.size() &&
           std::all_of(word.begin(), word.begin() + static_cast<std::ptrdiff_t>(colon),
                       text::is_ascii_letter);
  }

  /// `before` is the line above, `second` the one above that.
  static bool is_restructured_text(std::string_view line, std::string_view before,
                                   std::string_view second) {
    if (line.starts_with(".. ") || line == "..") return true;
    const bool field = line.starts_with(':') && line.find(": ", 2) != std::string_view::npos &&
                       text::is_ascii_upper(line[1]) && line.find('`') == std::string_view::npos;
    const std::size_t role = line.find(":`");
    const bool has_role =
        role != std::string_view::npos && role > 0 && text::is_ascii_letter(line[role - 1]);
    const bool link = line.find(">`_") != std::string_view::npos;
    // A literal block: `like this::`, an empty line, and an indented one.
    const bool literal = (line.starts_with(' ') || line.starts_with('\t')) && before.empty() &&
                         second.ends_with("::");
    return field || has_role || link || literal || is_title_mark(line, before, second);
  }

  /// Underlines that Markdown takes for nothing; = and - are titles there as well, unless a line of
  /// them stands above the title, too.
  static bool is_title_mark(std::string_view line, std::string_view before,
                            std::string_view second) {
    constexpr std::string_view kMarks = "=-~^\"'*+#";
    const bool marks = line.size() > 3 && kMarks.find(line.front()) != std::string_view::npos &&
                       line.find_first_not_of(line.front()) == std::string_view::npos;
    if (!marks || !text::has_word(before)) return false;
    if (line.front() == '=' || line.front() == '-') return line == second;
    return line.size() + 2 >= text::display_width(before);
  }
};

/// What a text begins with: an HTML page, a block of HTML (with which Markdown may begin too), or
/// neither.
enum class HtmlSign { none, block, page };

HtmlSign html_sign(std::string_view bytes) {
  constexpr std::size_t kSample = 4096;
  const std::string head = text::ascii_lower(bytes.substr(0, kSample));
  std::string_view left = head;
  while (true) {  // comments and XML declarations may come first
    const std::size_t begin = left.find_first_not_of(" \t\r\n");
    if (begin == std::string_view::npos || left[begin] != '<') return HtmlSign::none;
    left.remove_prefix(begin);
    const std::string_view close = left.starts_with("<!--") ? "-->"
                                   : left.starts_with("<?") ? "?>"
                                                            : "";
    if (close.empty()) break;
    const std::size_t end = left.find(close);
    if (end == std::string_view::npos) return HtmlSign::none;
    left.remove_prefix(end + close.size());
  }
  constexpr std::array<std::string_view, 4> kPage = {"<!doctype html", "<html", "<head", "<body"};
  constexpr std::array<std::string_view, 9> kBlock = {
      "<article", "<main", "<section", "<div", "<p", "<h1", "<h2", "<ul", "<table"};
  const auto begins = [left](std::string_view tag) { return left.starts_with(tag); };
  if (std::any_of(kPage.begin(), kPage.end(), begins)) return HtmlSign::page;
  const bool block = std::any_of(kBlock.begin(), kBlock.end(), begins) &&
                     bytes.find("</") != std::string_view::npos;
  return block ? HtmlSign::block : HtmlSign::none;
}

/// Whether a sentence seems to end before the end of the line. Rough: it only has to tell
/// paragraphs from single sentences over a whole file.
bool has_inner_end(std::string_view line) {
  bool ended = false;   // a stop was seen
  bool spaced = false;  // and white space after it
  for (std::size_t offset = 0; offset < line.size();) {
    const auto [c, size] = text::decode(line, offset);
    offset += size;
    if (c == U'。' || c == U'！' || c == U'？') {
      ended = spaced = true;
    } else if (c == U'.' || c == U'!' || c == U'?') {
      ended = true;
      spaced = false;
    } else if (text::is_space(c)) {
      spaced = ended;
    } else if (text::is_word(c)) {
      if (ended && spaced && (text::is_upper(c) || text::is_cjk(c))) return true;
      ended = false;
    }
  }
  return false;
}

bool is_sentence_lines(std::string_view bytes) {
  std::size_t lines = 0;
  std::size_t inner_ends = 0;
  std::size_t marked = 0;
  std::size_t han = 0;
  std::size_t latin = 0;
  for (std::size_t next = 0; next < bytes.size();) {
    const ByteRange range = document::physical_line(bytes, next, next);
    const std::string_view line = bytes.substr(range.begin, range.size());
    if (line.find_first_not_of(" \t") == std::string_view::npos) return false;
    ++lines;
    marked += document::begins_with_mark(line);
    inner_ends += has_inner_end(line);
    (text::has_han(line) ? han : latin) += 1;
  }
  // Two languages line by line are paragraphs of a bilingual text.
  const bool bilingual = kLinesOfOther * std::min(han, latin) >= lines;
  return lines >= kFewestSentenceLines && 2 * marked < lines && !bilingual &&
         inner_ends * kLinesToAnInnerEnd <= lines;
}

/// Whether speakers' labels stand before lines, which one-sentence-a-line input does not have.
bool has_turns(std::string_view bytes) {
  std::vector<document::Line> lines = document::read_text(bytes, 0).lines;
  return !document::take_labels(bytes, lines).empty();
}

}  // namespace

InputFormat detect_format(std::string_view bytes) {
  if (bytes.starts_with(text::kByteOrderMark)) bytes.remove_prefix(text::kByteOrderMark.size());
  if (bytes.starts_with("---\n") || bytes.starts_with("---\r\n")) return InputFormat::markdown;
  if (const auto subtitles = document::subtitle_format(bytes)) {
    return *subtitles == document::SubtitleFormat::srt      ? InputFormat::srt
           : *subtitles == document::SubtitleFormat::webvtt ? InputFormat::webvtt
                                                            : InputFormat::ass;
  }
  const HtmlSign html = html_sign(bytes);
  if (html == HtmlSign::page) return InputFormat::html;
  const LightMarkup light(bytes);
  if (light.asciidoc > 1 || light.restructured_text > 1) {
    return light.asciidoc >= light.restructured_text ? InputFormat::asciidoc
                                                     : InputFormat::restructured_text;
  }
  for (std::size_t next = 0; next < bytes.size();) {
    const ByteRange line = document::physical_line(bytes, next, next);
    if (is_markdown_line(bytes.substr(line.begin, line.size()))) return InputFormat::markdown;
  }
  if (html == HtmlSign::block) return InputFormat::html;
  if (has_spans_and_paragraphs(bytes)) return InputFormat::markdown;
  if (is_sentence_lines(bytes) && !has_turns(bytes)) return InputFormat::lines;
  return InputFormat::text;
}

}  // namespace duizhao
