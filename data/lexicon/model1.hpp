// IBM Model 1 over the entries of a dictionary.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace duizhao::lexicon {

/// An entry to learn from: the distinct characters of a headword and the stems of one gloss, as
/// numbers.
struct TrainingPair {
  std::vector<std::uint32_t> characters;
  std::vector<std::uint32_t> stems;
};

struct CharacterEntry {
  std::uint32_t character;
  std::uint32_t stem;
  double probability;
};

/// p(stem | character) by Brown et al. 1993's Model 1: six rounds of expectation maximisation from
/// a uniform start, each count discounted by .2 and each character's total raised by 2, which keeps
/// rare characters from being sure. Entries of at most .002 are left out. In the order of
/// characters, then stems.
std::vector<CharacterEntry> train_model1(const std::vector<TrainingPair>& pairs);

}  // namespace duizhao::lexicon
