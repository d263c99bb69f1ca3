// Which words of a pair stand for each other.
#pragma once

#include <cstddef>
#include <vector>

#include "check/material.hpp"
#include "variants/word_weights.hpp"

namespace duizhao::check {

/// Two words that may stand for each other: indices into the sides' words.
struct Link {
  std::size_t chinese;
  std::size_t english;
  double strength;  // 0 to 1: how likely the one renders the other
};

/// Links words of pairs by the lexicon. For translations between Chinese and English.
class Linker {
 public:
  explicit Linker(const Material& material);

  /// The links of a pair, by Chinese word.
  std::vector<Link> links(const Translation& translation, const Pair& pair) const;

  /// How likely a stem of the lexicon renders a Chinese word, 0 to 1.
  double strength(const std::string& chinese, std::size_t stem) const;

  /// By word of a side: the strength of its best link, 0 without one.
  static std::vector<double> support(const Translation& translation, const Pair& pair,
                                     const std::vector<Link>& links, SideOf side);

  /// Whether a word, a stem or a Chinese one, carries meaning.
  bool is_content(std::string_view word) const { return words_.is_content(std::string(word)); }

  /// By word of a side: 1 for words that carry meaning, 0 for others.
  std::vector<double> weights(const Translation& translation, const Pair& pair, SideOf side) const;

 private:
  const lexicon::Tables* tables_;
  variants::WordWeights words_;
};

}  // namespace duizhao::check
