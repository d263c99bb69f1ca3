#include "align/support.hpp"

#include <algorithm>

namespace duizhao::align {

Support::Support(const Tokens& explaining, const Tokens& explained, const Direction& direction)
    : explaining_(explaining),
      explained_(explained),
      direction_(direction),
      by_word_(explained.vocabulary().size(), 0) {}

void Support::of(std::size_t index, const Window& window, std::vector<float>& support) {
  for (const std::uint32_t word : explaining_.sentence(index)) {
    for (const auto& [other, ratio] : direction_.rows[word]) by_word_[other] += ratio;
  }
  const auto words = explained_.sentences(window.begin, window.end);
  support.resize(words.size());
  std::transform(words.begin(), words.end(), support.begin(),
                 [this](std::uint32_t word) { return by_word_[word]; });
  for (const std::uint32_t word : explaining_.sentence(index)) {
    for (const auto& [other, ratio] : direction_.rows[word]) by_word_[other] = 0;
  }
}

double Support::weight(std::size_t index) const {
  return static_cast<double>(std::max<std::size_t>(1, explaining_.sentence(index).size()));
}

}  // namespace duizhao::align
