// Plain text: a paragraph a line, or paragraphs of wrapped lines. List marks and quotation marks of
// mail
// (`>`) are structure, as in Markdown.
#include <algorithm>
#include <optional>

#include "document/layout.hpp"
#include "document/opaque.hpp"
#include "text/ascii.hpp"
#include "text/display.hpp"
#include "text/marks.hpp"
#include "text/scripts.hpp"
#include "text/utf8.hpp"

namespace duizhao::document {
namespace {

// A paragraph counts as wrapped if no line is wider than the last of these columns, and the widest
// one at least as wide as the first.
constexpr std::size_t kNarrowestWrap = 50;
constexpr std::size_t kWidestWrap = 120;

/// The size of `- `, `• `, `12. `, `3) `, `1、` at the beginning of `text`, with the spaces after
/// it; 0 if there is none.
std::size_t list_mark(std::string_view text) {
  std::size_t size = 0;
  bool needs_space = true;
  while (size < 3 && size < text.size() && text::is_ascii_digit(text[size])) ++size;
  if (size > 0) {
    const std::string_view rest = text.substr(size);
    if (rest.starts_with('.') || rest.starts_with(')')) {
      ++size;
    } else if (rest.starts_with("、") || rest.starts_with("．")) {
      size += std::string_view("、").size();
      needs_space = false;
    } else {
      return 0;
    }
  } else {
    for (const std::string_view bullet : {"-", "*", "•", "‣", "▪", "●", "◦", "·"}) {
      if (text.starts_with(bullet)) size = bullet.size();
    }
    if (size == 0) return 0;
  }
  const std::size_t mark = size;
  size = text::space_end(text, size, text.size());
  const bool has_text = size < text.size();
  return has_text && (size > mark || !needs_space) ? size : 0;
}

/// A line that only sets paragraphs apart: ***, * * *, -----, ◆◆◆.
bool is_rule(std::string_view text) {
  constexpr std::u32string_view kMarks = U"*-_=~·•◆◇★☆●○■□※＊—─";
  std::size_t marks = 0;
  char32_t mark = 0;
  for (std::size_t at = 0; at < text.size();) {
    const auto [c, size] = text::decode(text, at);
    at += size;
    if (text::is_space(c)) continue;
    if (kMarks.find(c) == std::u32string_view::npos || (marks > 0 && c != mark)) return false;
    mark = c;
    ++marks;
  }
  return marks >= 3;
}

/// A line without its indentation, list mark or `>`.
Line read_line(std::string_view bytes, ByteRange range) {
  Line line{.kind = BlockKind::paragraph, .runs = {{range, {}}}};
  trim(bytes, line);
  if (line.runs.empty()) return line;
  ByteRange& seen = line.runs.front().range;
  const std::string_view text = bytes.substr(seen.begin, seen.size());
  if (is_rule(text)) {
    line.runs.clear();
  } else if (const std::size_t mark = list_mark(text)) {
    line.kind = BlockKind::list_item;
    seen.begin += mark;
  } else if (text.starts_with("> ") || text == ">") {
    line.kind = BlockKind::blockquote;
    seen.begin += 1;
    trim(bytes, line);
  }
  return line;
}

std::size_t first_word_width(std::string_view text) {
  const auto [code_point, size] = text::decode(text, 0);
  if (text::is_cjk(code_point)) return text::display_width(text.substr(0, size));
  return text::display_width(text.substr(0, text.find(' ')));
}

bool has_stop(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const auto [c, size] = text::decode(text, at);
    if (text::is_stop(c)) return true;
    at += size;
  }
  return false;
}

/// Whether lines [first, last) are one wrapped paragraph: each but the last is as full as it could
/// be.
bool is_wrapped(std::string_view bytes, const std::vector<Line>& lines, std::size_t first,
                std::size_t last) {
  std::vector<std::size_t> widths;
  for (std::size_t i = first; i < last; ++i) {
    const ByteRange range = lines[i].runs.front().range;
    if (range.size() > 4 * kWidestWrap) return false;
    if (i > first && lines[i].kind != BlockKind::paragraph) return false;
    widths.push_back(text::display_width(bytes.substr(range.begin, range.size())));
  }
  // Speech that was written down without marks: its lines are all that sets sentences apart.
  constexpr std::size_t kManyLines = 4;
  bool stops = last - first < kManyLines;
  for (std::size_t i = first; i < last && !stops; ++i) {
    const ByteRange range = lines[i].runs.front().range;
    stops = has_stop(bytes.substr(range.begin, range.size()));
  }
  if (!stops) return false;
  // A word that is cut at the end of a line says so by itself.
  for (std::size_t i = first; i + 1 < last; ++i) {
    const ByteRange own = lines[i].runs.front().range;
    const ByteRange next = lines[i + 1].runs.front().range;
    if (ends_at_hyphen(bytes.substr(own.begin, own.size()),
                       bytes.substr(next.begin, next.size()))) {
      return true;
    }
  }
  const std::size_t widest = *std::max_element(widths.begin(), widths.end());
  if (widest < kNarrowestWrap || widest > kWidestWrap) return false;
  for (std::size_t i = first; i + 1 < last; ++i) {
    const ByteRange next = lines[i + 1].runs.front().range;
    const std::size_t word = first_word_width(bytes.substr(next.begin, next.size()));
    if (widths[i - first] + 1 + word < widest) return false;
  }
  return true;
}

}  // namespace

bool begins_with_mark(std::string_view line) {
  return read_line(line, {0, line.size()}).kind != BlockKind::paragraph;
}

Layout read_text(std::string_view bytes, std::size_t begin) {
  std::vector<Line> lines;
  std::size_t paragraph = 0;  // the line that begins the paragraph
  const auto end_paragraph = [&] {
    if (lines.size() > paragraph + 1 && is_wrapped(bytes, lines, paragraph, lines.size())) {
      for (std::size_t i = paragraph + 1; i < lines.size(); ++i) {
        lines[i].continues = true;
        lines[i].kind = lines[paragraph].kind;
      }
    }
    paragraph = lines.size();
  };
  for (std::size_t next = begin; next < bytes.size();) {
    Line line = read_line(bytes, physical_line(bytes, next, next));
    if (line.runs.empty()) {
      end_paragraph();
      continue;
    }
    if (line.kind != BlockKind::paragraph) end_paragraph();
    lines.push_back(std::move(line));
  }
  end_paragraph();
  for (Line& line : lines) {
    cut_runs(find_opaque(bytes, line.runs.front().range, OpaqueMarks::all), line.runs);
  }
  return {.lines = std::move(lines)};
}

}  // namespace duizhao::document
