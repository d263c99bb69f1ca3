#include "lexicon/model1.hpp"

#include <algorithm>
#include <cstddef>

namespace duizhao::lexicon {
namespace {

constexpr int kRounds = 6;
constexpr double kDiscount = 0.2;
constexpr double kSmallestCount = 1e-4;
constexpr double kSmoothing = 2.0;
constexpr double kSmallestProbability = 0.002;

/// A target word and one source word that may explain it.
struct Link {
  std::uint64_t parameter;  // which (source, target)
  std::size_t token;        // which occurrence of the target word
};

}  // namespace

std::vector<TrainedEntry> train_model1(const std::vector<TrainingPair>& pairs) {
  std::vector<std::uint64_t> keys;  // source and target word in one number
  std::vector<Link> links;
  std::size_t tokens = 0;
  for (const TrainingPair& pair : pairs) {
    for (const std::uint32_t target : pair.target) {
      for (const std::uint32_t source : pair.source) {
        links.push_back({(std::uint64_t{source} << 32) | target, tokens});
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
  const auto source_of = [&](std::size_t key) { return static_cast<std::size_t>(keys[key] >> 32); };
  const std::size_t sources = keys.empty() ? 0 : source_of(keys.size() - 1) + 1;

  std::vector<double> probability(keys.size());
  std::vector<double> totals(sources, 0);
  for (std::size_t k = 0; k < keys.size(); ++k) totals[source_of(k)] += 1;
  for (std::size_t k = 0; k < keys.size(); ++k) probability[k] = 1 / totals[source_of(k)];

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
      totals[source_of(k)] += counts[k];
    }
    for (std::size_t k = 0; k < keys.size(); ++k) {
      probability[k] = counts[k] / (totals[source_of(k)] + kSmoothing);
    }
  }
  std::vector<TrainedEntry> entries;
  for (std::size_t k = 0; k < keys.size(); ++k) {
    if (probability[k] > kSmallestProbability) {
      entries.push_back({static_cast<std::uint32_t>(keys[k] >> 32),
                         static_cast<std::uint32_t>(keys[k]), probability[k]});
    }
  }
  return entries;
}

}  // namespace duizhao::lexicon
