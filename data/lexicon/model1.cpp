#include "model1.hpp"

#include <algorithm>
#include <cstddef>

namespace duizhao::lexicon {
namespace {

constexpr int kRounds = 6;
constexpr double kDiscount = 0.2;
constexpr double kSmallestCount = 1e-4;
constexpr double kSmoothing = 2.0;
constexpr double kSmallestProbability = 0.002;

/// A stem of a gloss and one character that may explain it.
struct Link {
  std::uint64_t parameter;  // which (character, stem)
  std::size_t token;        // which occurrence of the stem
};

}  // namespace

std::vector<CharacterEntry> train_model1(const std::vector<TrainingPair>& pairs) {
  std::vector<std::uint64_t> keys;  // character and stem in one number
  std::vector<Link> links;
  std::size_t tokens = 0;
  for (const TrainingPair& pair : pairs) {
    for (const std::uint32_t stem : pair.stems) {
      for (const std::uint32_t character : pair.characters) {
        links.push_back({(std::uint64_t{character} << 32) | stem, tokens});
      }
      ++tokens;
    }
  }
  keys.reserve(links.size());
  for (const Link& link : links) keys.push_back(link.parameter);
  std::sort(keys.begin(), keys.end());
  keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
  for (Link& link : links) {
    const auto key = std::lower_bound(keys.begin(), keys.end(), link.parameter);
    link.parameter = static_cast<std::uint64_t>(key - keys.begin());
  }
  const auto character_of = [&](std::size_t key) {
    return static_cast<std::size_t>(keys[key] >> 32);
  };
  const std::size_t characters = keys.empty() ? 0 : character_of(keys.size() - 1) + 1;

  std::vector<double> probability(keys.size());
  std::vector<double> totals(characters, 0);
  for (std::size_t k = 0; k < keys.size(); ++k) totals[character_of(k)] += 1;
  for (std::size_t k = 0; k < keys.size(); ++k) probability[k] = 1 / totals[character_of(k)];

  std::vector<double> explained(tokens);
  std::vector<double> counts(keys.size());
  for (int round = 0; round < kRounds; ++round) {
    std::fill(explained.begin(), explained.end(), 0);
    std::fill(counts.begin(), counts.end(), 0);
    std::fill(totals.begin(), totals.end(), 0);
    for (const Link& link : links) explained[link.token] += probability[link.parameter];
    for (const Link& link : links) {
      counts[link.parameter] += probability[link.parameter] / explained[link.token];
    }
    for (std::size_t k = 0; k < keys.size(); ++k) {
      counts[k] = std::max(counts[k] - kDiscount, kSmallestCount);
      totals[character_of(k)] += counts[k];
    }
    for (std::size_t k = 0; k < keys.size(); ++k) {
      probability[k] = counts[k] / (totals[character_of(k)] + kSmoothing);
    }
  }
  std::vector<CharacterEntry> entries;
  for (std::size_t k = 0; k < keys.size(); ++k) {
    if (probability[k] > kSmallestProbability) {
      entries.push_back({static_cast<std::uint32_t>(keys[k] >> 32),
                         static_cast<std::uint32_t>(keys[k]), probability[k]});
    }
  }
  return entries;
}

}  // namespace duizhao::lexicon
