#include "metrics/words.hpp"

#include "duizhao/text/error.hpp"
#include "duizhao/text/messages.hpp"
#include "text/scripts.hpp"
#include "text/utf8.hpp"

namespace duizhao::metrics {

bool is_space(char32_t c) {
  if (c < 0x80) return c == ' ' || (c >= 0x09 && c <= 0x0D) || (c >= 0x1C && c <= 0x1F);
  return text::is_space(c);
}

std::string_view trim_right(std::string_view text) {
  while (!text.empty()) {
    const auto [code_point, size] = text::decode_before(text, text.size());
    if (!is_space(code_point)) break;
    text.remove_suffix(size);
  }
  return text;
}

std::string_view trim(std::string_view text) {
  while (!text.empty()) {
    const auto [code_point, size] = text::decode(text, 0);
    if (!is_space(code_point)) break;
    text.remove_prefix(size);
  }
  return trim_right(text);
}

std::vector<std::string_view> split(std::string_view text) {
  std::vector<std::string_view> words;
  words.reserve(text.size() / 4);
  std::size_t begin = 0;
  for (std::size_t offset = 0; offset < text.size();) {
    const auto [code_point, size] = text::decode(text, offset);
    if (is_space(code_point)) {
      if (offset > begin) words.push_back(text.substr(begin, offset - begin));
      begin = offset + size;
    }
    offset += size;
  }
  if (begin < text.size()) words.push_back(text.substr(begin));
  return words;
}

std::uint32_t WordNumbers::of(std::string_view word) {
  return numbers_.try_emplace(word, static_cast<std::uint32_t>(numbers_.size())).first->second;
}

std::vector<std::uint32_t> WordNumbers::of(std::span<const std::string_view> words) {
  numbers_.reserve(numbers_.size() + words.size());
  std::vector<std::uint32_t> numbers;
  numbers.reserve(words.size());
  for (const std::string_view word : words) numbers.push_back(of(word));
  return numbers;
}

void check_references(std::size_t count) {
  if (count == 0) {
    throw Error(ErrorCode::content, {}, translate("expected at least one reference, found none"));
  }
}

}  // namespace duizhao::metrics
