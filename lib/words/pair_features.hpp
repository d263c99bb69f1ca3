// What is measured of a pair of words that may be linked.
#pragma once

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "words/grid.hpp"
#include "words/word_facts.hpp"

namespace duizhao::words {

/// How readily closed-class words and marks are linked, as log-odds learned from gold: a word at
/// all, and two words with each other. Words and pairs that are not listed are as `kUnknown…`.
struct Habits {
  static constexpr float kUnknownSource = 1.1F;
  static constexpr float kUnknownTarget = 0.85F;
  static constexpr float kUnknownPair = 0;

  std::map<std::string, float, std::less<>> source;
  std::map<std::string, float, std::less<>> target;
  std::map<std::pair<std::string, std::string>, float> pairs;
};

/// The features of all pairs of a text's words with another's: pair (i, j) has `count` values and
/// belongs to a group that has weights of its own.
struct PairFeatures {
  std::size_t count = 0;
  Grid<std::uint8_t> groups;
  std::vector<float> values;  // by row, by column, by feature

  std::size_t rows() const { return groups.rows(); }
  std::size_t columns() const { return groups.columns(); }
  std::span<const float> operator()(std::size_t row, std::size_t column) const {
    return std::span(values).subspan((row * columns() + column) * count, count);
  }
};

// Of a Chinese and an English text: lexicon, counted links, numbers, sounds, places.
inline constexpr std::size_t kBilingualGroups = 1;
std::span<const std::string_view> bilingual_feature_names();
PairFeatures bilingual_features(const std::vector<const ChineseFacts*>& chinese,
                                const std::vector<const EnglishFacts*>& english,
                                const Habits& habits);

// Of two texts in one language: forms, lemmas, relations, strings, numbers, places. A group each
// for equal content words, other equal words, different ones with both, one or none of content.
inline constexpr std::size_t kMonolingualGroups = 5;
std::span<const std::string_view> monolingual_feature_names();
PairFeatures monolingual_features(const std::vector<const EnglishFacts*>& left,
                                  const std::vector<const EnglishFacts*>& right,
                                  const Habits& habits, const lexicon::Tables* tables);
PairFeatures monolingual_features(const std::vector<const ChineseFacts*>& left,
                                  const std::vector<const ChineseFacts*>& right,
                                  const Habits& habits, const lexicon::Tables* tables);

/// How likely two English stems, or two Chinese words, mean the same, 0 to 1: through the headwords
/// that both stems are glosses of, or the stems that render both words.
float synonymy(const EnglishFacts& left, const EnglishFacts& right, const lexicon::Tables* tables);
float synonymy(const ChineseFacts& left, const ChineseFacts& right, const lexicon::Tables* tables);

/// Whether WordNet derives two words from each other, and whether they are opposites.
bool are_family(const EnglishFacts& left, const EnglishFacts& right, const lexicon::Tables* tables);
bool are_opposites(const EnglishFacts& left, const EnglishFacts& right,
                   const lexicon::Tables* tables);
inline bool are_family(const ChineseFacts&, const ChineseFacts&, const lexicon::Tables*) {
  return false;
}
inline bool are_opposites(const ChineseFacts&, const ChineseFacts&, const lexicon::Tables*) {
  return false;
}

}  // namespace duizhao::words
