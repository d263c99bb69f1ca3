// IBM Model 1: which words stand for which.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace duizhao::lexicon {

/// Two lists of words that stand for each other as a whole, as numbers: the distinct characters of
/// a headword and the stems of one gloss, or the words of a sentence and of its translation.
struct TrainingPair {
  std::vector<std::uint32_t> source;  ///< distinct
  std::vector<std::uint32_t> target;
};

struct TrainedEntry {
  std::uint32_t source;
  std::uint32_t target;
  double probability;
};

/// p(target word | source word) by Brown et al. 1993's Model 1: six rounds of expectation
/// maximisation from a uniform start, each count discounted by .2 and each source word's total
/// raised by 2, which keeps rare words from being sure. Entries of at most .002 are left out. In
/// the order of source, then target words. Time and memory: the products of the pairs' sizes.
std::vector<TrainedEntry> train_model1(const std::vector<TrainingPair>& pairs);

}  // namespace duizhao::lexicon
