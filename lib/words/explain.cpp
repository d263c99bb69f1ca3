#include "words/explain.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <utility>

namespace duizhao::words {
namespace {

constexpr double kLeastContribution = 0.1;  // nats

using Positions = std::map<std::uint32_t, std::vector<std::size_t>>;  // by word

Positions positions_of(const std::vector<std::uint32_t>& words) {
  Positions positions;
  for (std::size_t k = 0; k < words.size(); ++k) positions[words[k]].push_back(k);
  return positions;
}

/// Adds what one direction gives each pair of words, for one occurrence of each:
/// add(explaining word, explained word, share). Cost: the words and the entries of their rows.
template <typename Add>
void share_contributions(const Positions& explaining, const Positions& explained,
                         const Tokens& tokens, const Direction& direction, const Add& add) {
  double weight = 0;
  std::map<std::uint32_t, double> supports;  // of each explained word, by all occurrences
  const auto for_each_support = [&](const auto& visit) {
    for (const auto& [word, places] : explaining) {
      for (const auto& [other, ratio] : direction.rows[word]) {
        if (!explained.contains(other)) continue;
        const auto one = static_cast<double>(tokens.weight(word)) * static_cast<double>(ratio);
        visit(word, other, one, static_cast<double>(places.size()));
      }
    }
  };
  for (const auto& [word, places] : explaining) {
    weight += static_cast<double>(tokens.weight(word)) * static_cast<double>(places.size());
  }
  weight = std::clamp(weight, 1.0, kMostInMean);
  for_each_support([&](std::uint32_t, std::uint32_t other, double one, double times) {
    supports[other] += one * times;
  });
  for_each_support([&](std::uint32_t word, std::uint32_t other, double one, double) {
    const double support = supports[other];
    const double contribution =
        std::min(kCap, std::log(kLambda + (1 - kLambda) * support / weight));
    if (contribution > 0) add(word, other, contribution * one / support);
  });
}

}  // namespace

std::vector<PairContribution> explain(const std::vector<std::uint32_t>& source,
                                      const std::vector<std::uint32_t>& target,
                                      const Tokens& source_tokens, const Tokens& target_tokens,
                                      const LexicalModel& model) {
  const Positions sources = positions_of(source);
  const Positions targets = positions_of(target);
  std::map<std::pair<std::uint32_t, std::uint32_t>, double> contributions;  // by words
  share_contributions(sources, targets, source_tokens, model.forward,
                      [&](std::uint32_t s, std::uint32_t t, double share) {
                        contributions[{s, t}] += share;
                      });
  share_contributions(targets, sources, target_tokens, model.backward,
                      [&](std::uint32_t t, std::uint32_t s, double share) {
                        contributions[{s, t}] += share;
                      });
  std::vector<PairContribution> links;
  for (const auto& [words, contribution] : contributions) {
    if (contribution < kLeastContribution) continue;
    for (const std::size_t s : sources.at(words.first)) {
      for (const std::size_t t : targets.at(words.second)) links.push_back({s, t, contribution});
    }
  }
  std::sort(links.begin(), links.end(),
            [](const PairContribution& left, const PairContribution& right) {
              if (left.contribution != right.contribution)
                return left.contribution > right.contribution;
              return std::pair(left.source, left.target) < std::pair(right.source, right.target);
            });
  return links;
}

}  // namespace duizhao::words
