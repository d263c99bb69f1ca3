// What one sentence says about the words of others.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "align/span.hpp"
#include "words/lexical_model.hpp"
#include "words/tokens.hpp"

namespace duizhao::align {

/// The support that a sentence S gives to a word t: the sum of p(t | s) over the words s of S,
/// divided by p(t). Words that nothing explains anywhere speak neither for a sentence nor against
/// it. Not thread-safe.
class Support {
 public:
  static constexpr float kUnknown = -1;  ///< the support of such words

  Support(const words::Tokens& explaining, const words::Tokens& explained,
          const words::Direction& direction);

  /// The support of sentence `index` for each word of the window's sentences.
  void of(std::size_t index, const SentenceRange& window, std::vector<float>& support);

  /// The same for given words of the explained side.
  void of(std::size_t index, std::span<const std::uint32_t> words, std::vector<float>& support);

  /// How much a sentence counts in means over several: the weights of its words, at least 1.
  double weight(std::size_t index) const;

 private:
  const words::Tokens& explaining_;
  const words::Tokens& explained_;
  const words::Direction& direction_;
  std::vector<float> by_word_;
};

}  // namespace duizhao::align
