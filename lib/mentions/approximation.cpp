#include "mentions/approximation.hpp"

#include <algorithm>

#include "text/ascii.hpp"
#include "text/embedded.hpp"
#include "text/split.hpp"

namespace duizhao::mentions {

std::string_view around(std::string_view text, ByteRange range, std::size_t bytes) {
  const std::size_t begin = range.begin > bytes ? range.begin - bytes : 0;
  return text.substr(begin, std::min(text.size(), range.end + bytes) - begin);
}

bool is_approximate(std::string_view text, ByteRange range, bool chinese) {
  static const auto kChinese = text::section(text::kNumberContexts, "chinese about");
  static const auto kEnglish = text::section(text::kNumberContexts, "english about");
  constexpr std::size_t kReach = 12;  // bytes: some four Chinese characters, two English words
  const std::string_view near = around(text, range, kReach);
  // English words end where they end: some, not something.
  const auto in = [&](std::string_view word) {
    const std::size_t at = near.find(word);
    if (at == std::string_view::npos) return false;
    const std::size_t end = at + word.size();
    return chinese || end == near.size() || !text::is_ascii_letter(near[end]);
  };
  return std::ranges::any_of(chinese ? kChinese : kEnglish, in);
}

}  // namespace duizhao::mentions
