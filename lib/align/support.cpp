#include "align/support.hpp"

#include <algorithm>

namespace duizhao::align {

Support::Support(const words::Tokens& explaining, const words::Tokens& explained,
                 const words::Direction& direction)
    : explaining_(explaining),
      explained_(explained),
      direction_(direction),
      by_word_(explained.vocabulary().size()) {
  for (std::size_t word = 0; word < by_word_.size(); ++word) {
    by_word_[word] = direction.explains[word] ? 0 : kUnknown;
  }
}

void Support::of(std::size_t index, const SentenceRange& window, std::vector<float>& support) {
  of(index, explained_.sentences(window.begin, window.end), support);
}

void Support::of(std::size_t index, std::span<const std::uint32_t> words,
                 std::vector<float>& support) {
  for (const std::uint32_t word : explaining_.sentence(index)) {
    const float weight = explaining_.weight(word);
    for (const auto& [other, ratio] : direction_.rows[word]) by_word_[other] += weight * ratio;
  }
  support.resize(words.size());
  std::transform(words.begin(), words.end(), support.begin(),
                 [this](std::uint32_t word) { return by_word_[word]; });
  for (const std::uint32_t word : explaining_.sentence(index)) {
    for (const auto& [other, ratio] : direction_.rows[word]) by_word_[other] = 0;
  }
}

double Support::weight(std::size_t index) const {
  double sum = 0;
  for (const std::uint32_t word : explaining_.sentence(index)) {
    sum += static_cast<double>(explaining_.weight(word));
  }
  return std::max(1.0, sum);
}

}  // namespace duizhao::align
