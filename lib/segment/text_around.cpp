#include "segment/text_around.hpp"

#include "text/ascii.hpp"
#include "text/enclosures.hpp"
#include "text/marks.hpp"
#include "text/scripts.hpp"
#include "text/utf8.hpp"

namespace duizhao::segment {

char32_t TextAround::at(std::size_t offset) const {
  return offset < text_.size() ? text::decode(text_, offset).value : U'\0';
}

char32_t TextAround::before(std::size_t offset) const {
  return offset > 0 ? text::decode_before(text_, offset).value : U'\0';
}

char32_t TextAround::before_space(std::size_t offset) const {
  return before(text::text_end(text_, 0, offset));
}

void TextAround::skip_space(std::size_t& offset) const {
  offset = text::space_end(text_, offset, text_.size());
}

std::size_t TextAround::after_dashes(std::size_t offset) const {
  while (text::is_dash(at(offset))) offset += text::decode(text_, offset).size;
  return offset;
}

std::size_t TextAround::first_letter(std::size_t offset) const {
  while (offset < text_.size()) {
    const auto [code_point, size] = text::decode(text_, offset);
    const bool opens = text::is_opening_quote(code_point) || code_point == U'"' ||
                       code_point == U'\'' || code_point == U'(' || code_point == U'[' ||
                       code_point == U'*' || code_point == U'_';
    if (!opens) break;
    offset += size;
  }
  return offset;
}

std::string_view TextAround::word_before(std::size_t offset) const {
  std::size_t begin = offset;
  while (begin > 0 && offset - begin < kLongestWord) {
    const char c = text_[begin - 1];
    if (c <= ' ' || c >= '\x7F' || c == '(' || c == '[' || c == '"' || c == '\'') break;
    --begin;
  }
  return text_.substr(begin, offset - begin);
}

std::string_view TextAround::word_at(std::size_t offset) const {
  std::size_t end = offset;
  while (end < text_.size() && text::is_ascii_letter(text_[end])) ++end;
  return text_.substr(offset, end - offset);
}

}  // namespace duizhao::segment
