#include "text/marks.hpp"

#include "text/enclosures.hpp"
#include "text/fold.hpp"
#include "text/scripts.hpp"
#include "text/utf8.hpp"

namespace duizhao::text {
namespace {

/// What may stand in a footnote mark: a word such as 注 or note before its number, more numbers
/// after it.
bool fits_footnote(char32_t c, bool has_number) {
  if (text::is_digit(c) || c == U' ') return true;
  if (!has_number) return c == U'注' || c == U'^' || text::is_lower(c);
  return c == U',' || c == U'，' || c == U'、' || c == U'-' || is_dash(c);
}

}  // namespace

bool is_wide_stop(char32_t c) { return c == U'。' || c == U'！' || c == U'？' || c == U'｡'; }

bool is_ellipsis(char32_t c) { return c == U'…' || c == U'⋯'; }

bool is_semicolon(char32_t c) { return c == U';' || c == U'；'; }

bool is_dash(char32_t c) { return c == U'—' || c == U'–' || c == U'―' || c == U'─'; }

bool is_superscript(char32_t c) {
  return c == U'¹' || c == U'²' || c == U'³' || (c >= U'⁰' && c <= U'⁹') || c == U'†' || c == U'‡';
}

char32_t half_width(char32_t c) {
  if (c >= U'！' && c <= U'～') return c - U'！' + U'!';
  if (c == U'　') return U' ';
  if (c == U'。') return U'.';
  if (c == U'、') return U',';
  return 0;
}

bool is_stop(char32_t c) {
  return is_wide_stop(c) || is_ellipsis(c) || c == U'.' || c == U'!' || c == U'?' || c == U'．';
}

bool continues_sentence(char32_t c) {
  return c == U',' || c == U'，' || c == U'、' || c == U':' || c == U'：' || is_semicolon(c) ||
         is_dash(c);
}

bool introduces_quotation(char32_t c) {
  return c == U':' || c == U'：' || c == U',' || c == U'，' || is_dash(c) || is_stop(c) ||
         is_semicolon(c) || is_closing_mark(c) || is_opening_quote(c) || c == U'（' || c == U'(';
}

std::size_t footnote_size(std::string_view text, std::size_t offset) {
  constexpr std::u32string_view kOpen = U"[［〔【";
  constexpr std::u32string_view kClose = U"]］〕】";
  constexpr std::size_t kLongest = 24;  // bytes inside
  if (offset >= text.size()) return 0;
  const auto [open, open_size] = text::decode(text, offset);
  if (open >= U'①' && open <= U'⑳') return open_size;
  const std::size_t kind = kOpen.find(open);
  if (kind == std::u32string_view::npos) return 0;
  const std::size_t begin = offset + open_size;
  bool has_number = false;
  for (std::size_t at = begin; at < text.size() && at - begin <= kLongest;) {
    const auto [c, size] = text::decode(text, at);
    if (c == kClose[kind]) {
      const bool is_letter = at - begin == 1 && text::is_lower(text::decode(text, begin).value);
      return has_number || is_letter ? at + size - offset : 0;
    }
    if (!fits_footnote(c, has_number)) return 0;
    has_number = has_number || text::is_digit(c);
    at += size;
  }
  return 0;
}

bool ends_in_question(std::string_view text) {
  while (!text.empty()) {
    const auto [code_point, size] = text::decode_before(text, text.size());
    if (code_point == U'?' || code_point == U'？') return true;
    if (text::is_word(code_point) || is_stop(code_point)) return false;
    text.remove_suffix(size);
  }
  return false;
}

}  // namespace duizhao::text
