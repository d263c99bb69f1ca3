#include "text/display.hpp"

#include <unicode/brkiter.h>
#include <unicode/locid.h>
#include <utf8proc.h>

#include <algorithm>
#include <array>
#include <memory>

#include "text/scripts.hpp"
#include "text/utext_view.hpp"
#include "text/utf8.hpp"

namespace duizhao::text {
namespace {

struct Cluster {
  std::size_t size;   // bytes
  std::size_t width;  // columns
};

/// The grapheme cluster at `offset`.
Cluster cluster_at(std::string_view text, std::size_t offset) {
  auto [code_point, size] = decode(text, offset);
  auto width = static_cast<std::size_t>(
      std::max(0, utf8proc_charwidth(static_cast<utf8proc_int32_t>(code_point))));
  utf8proc_int32_t state = 0;
  char32_t previous = code_point;
  while (offset + size < text.size()) {
    const CodePoint next = decode(text, offset + size);
    if (utf8proc_grapheme_break_stateful(static_cast<utf8proc_int32_t>(previous),
                                         static_cast<utf8proc_int32_t>(next.value), &state)) {
      break;
    }
    const int extra = utf8proc_charwidth(static_cast<utf8proc_int32_t>(next.value));
    width = std::max(width, static_cast<std::size_t>(std::max(0, extra)));
    size += next.size;
    previous = next.value;
  }
  return {size, width};
}

/// Where a line may end, in ascending order, the end of the text included.
std::vector<std::size_t> line_breaks(std::string_view text, const std::string& language) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::BreakIterator> breaks(
      icu::BreakIterator::createLineInstance(icu::Locale(language.c_str()), status));
  UTextView view(text);
  std::vector<std::size_t> places;
  if (U_SUCCESS(status)) breaks->setText(view.get(), status);
  if (U_SUCCESS(status)) {
    while (breaks->next() != icu::BreakIterator::DONE) {
      places.push_back(static_cast<std::size_t>(breaks->current()));
    }
  }
  if (places.empty() || places.back() != text.size()) places.push_back(text.size());
  return places;
}

std::string_view without_trailing_space(std::string_view text) {
  return text.substr(0, text_end(text, 0, text.size()));
}

}  // namespace

std::size_t display_width(std::string_view text) {
  std::size_t width = 0;
  for (std::size_t offset = 0; offset < text.size();) {
    const Cluster cluster = cluster_at(text, offset);
    width += cluster.width;
    offset += cluster.size;
  }
  return width;
}

std::vector<std::string> wrap(std::string_view text, std::size_t width,
                              const std::string& language) {
  std::vector<std::string> lines;
  const std::vector<std::size_t> breaks = line_breaks(text, language);
  std::size_t line_begin = 0;
  std::size_t last_break = 0;  // the last place where the line could end
  std::size_t columns = 0;     // of [line_begin, offset)
  std::size_t offset = 0;
  auto next_break = breaks.begin();
  while (offset < text.size()) {
    const Cluster cluster = cluster_at(text, offset);
    const bool blank = is_space(decode(text, offset).value);
    while (columns + cluster.width > width && !blank && offset > line_begin) {
      const std::size_t end = last_break > line_begin ? last_break : offset;
      lines.emplace_back(without_trailing_space(text.substr(line_begin, end - line_begin)));
      line_begin = end;
      columns = display_width(text.substr(end, offset - end));
    }
    columns += cluster.width;
    offset += cluster.size;
    while (next_break != breaks.end() && *next_break <= offset) last_break = *next_break++;
  }
  lines.emplace_back(without_trailing_space(text.substr(line_begin)));
  return lines;
}

namespace {

/// The name of a mark that makes text show in another order than it stands in, and so as another
/// text (Unicode TR 36); empty for others.
std::string_view turning_mark(char32_t c) {
  constexpr std::array<std::string_view, 5> kEmbeddings = {"[LRE]", "[RLE]", "[PDF]", "[LRO]",
                                                           "[RLO]"};
  constexpr std::array<std::string_view, 4> kIsolates = {"[LRI]", "[RLI]", "[FSI]", "[PDI]"};
  if (c >= 0x202A && c <= 0x202E) return kEmbeddings[c - 0x202A];
  if (c >= 0x2066 && c <= 0x2069) return kIsolates[c - 0x2066];
  return {};
}

}  // namespace

std::string printable(std::string_view text) {
  if (find_fault(text)) return printable(well_formed(text));
  std::string shown;
  shown.reserve(text.size());
  for (std::size_t offset = 0; offset < text.size();) {
    const auto [code_point, size] = decode(text, offset);
    if (code_point == U'\n' || code_point == U'\t') {
      shown += ' ';
    } else if (code_point < 0x20) {
      append(shown, 0x2400 + code_point);
    } else if (code_point == 0x7F) {
      append(shown, 0x2421);
    } else if (code_point >= 0x80 && code_point < 0xA0) {
      append(shown, 0xFFFD);
    } else if (const auto mark = turning_mark(code_point); !mark.empty()) {
      shown += mark;
    } else {
      shown += text.substr(offset, size);
    }
    offset += size;
  }
  return shown;
}

}  // namespace duizhao::text
