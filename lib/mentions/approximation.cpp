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

bool figures_stand_in(std::string_view text, ByteRange number, std::string_view other) {
  const auto closed = [](std::string_view open) {
    std::string all(open);
    std::erase(all, ' ');
    return all;
  };
  const std::string figures = closed(text.substr(number.begin, number.size()));
  const std::string there = closed(other);
  if (figures.empty() || !text::is_ascii_digit(figures.front())) return false;
  const auto is_digit = [&](std::size_t at) {
    return at < there.size() && text::is_ascii_digit(there[at]);
  };
  for (std::size_t at = there.find(figures); at != std::string::npos;
       at = there.find(figures, at + 1)) {
    const bool goes_on = is_digit(at + figures.size()) && text::is_ascii_digit(figures.back());
    if (!goes_on && (at == 0 || !is_digit(at - 1))) return true;
  }
  return false;
}

}  // namespace duizhao::mentions
