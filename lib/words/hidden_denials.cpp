#include "words/hidden_denials.hpp"

#include <algorithm>
#include <set>

#include "text/embedded.hpp"
#include "text/split.hpp"

namespace duizhao::words {

bool hides_english_denial(std::string_view word) {
  constexpr std::size_t kLeast = 5;  // letters of a word in -less
  static const auto kEntries = text::entries(text::kEnglishHiddenDenials);
  static const std::set<std::string_view> kHidden(kEntries.begin(), kEntries.end());
  const bool without = word.size() > kLeast && word != "unless" &&
                       (word.ends_with("less") || word.ends_with("lessly"));
  return without || kHidden.contains(word);
}

bool hides_chinese_denial(std::string_view text) {
  static const auto kHidden = text::entries(text::kChineseHiddenDenials);
  return std::ranges::any_of(
      kHidden, [&](std::string_view word) { return text.find(word) != std::string_view::npos; });
}

}  // namespace duizhao::words
