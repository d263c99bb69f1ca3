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
/// all, and two words with each other. Others are taken for usual.
class Habits {
 public:
  using Rates = std::map<std::string, float, std::less<>>;
  using Pairs = std::map<std::string, Rates, std::less<>>;

  Rates source;
  Rates target;
  Pairs pairs;

  template <typename Words>
  std::vector<float> of_source(const std::vector<const Words*>& words) const {
    constexpr float kUsual = 1.1F;
    return rates_of(source, words, kUsual);
  }
  template <typename Words>
  std::vector<float> of_target(const std::vector<const Words*>& words) const {
    constexpr float kUsual = 0.85F;
    return rates_of(target, words, kUsual);
  }

  /// 0 for a pair that is not known.
  float of_pair(std::string_view source_word, std::string_view target_word) const {
    const auto row = pairs.find(source_word);
    if (row == pairs.end()) return 0;
    const auto found = row->second.find(target_word);
    return found == row->second.end() ? 0 : found->second;
  }

 private:
  template <typename Words>
  static std::vector<float> rates_of(const Rates& rates, const std::vector<const Words*>& words,
                                     float usual) {
    std::vector<float> list;
    for (const auto* word : words) {
      const auto found = rates.find(word->text);
      list.push_back(found == rates.end() ? usual : found->second);
    }
    return list;
  }
};

/// The features of all pairs of a text's words with another's: pair (i, j) has `count` values and
/// belongs to a group that has weights of its own.
struct PairFeatures {
  std::size_t count;
  Grid<std::uint8_t> groups;
  std::vector<float> values;  // by row, by column, by feature

  PairFeatures(std::size_t features, std::size_t rows, std::size_t columns)
      : count(features), groups(rows, columns), values(rows * columns * features) {}

  std::size_t rows() const { return groups.rows(); }
  std::size_t columns() const { return groups.columns(); }
  std::span<const float> operator()(std::size_t row, std::size_t column) const {
    return std::span(values).subspan((row * columns() + column) * count, count);
  }
  std::span<float> operator()(std::size_t row, std::size_t column) {
    return std::span(values).subspan((row * columns() + column) * count, count);
  }
};

/// How alike the pinyin of a Chinese word and an English one are, 0 to 1: their letters, or their
/// consonants, by the longest common subsequence.
float sound_likeness(const ChineseFacts& chinese, const EnglishFacts& english);

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

/// Whether two content words are known to mean the same, rather than only to share renderings.
bool are_synonyms(const EnglishFacts& left, const EnglishFacts& right,
                  const lexicon::Tables* tables);
bool are_synonyms(const ChineseFacts& left, const ChineseFacts& right,
                  const lexicon::Tables* tables);

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
