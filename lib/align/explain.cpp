#include "align/explain.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <tuple>
#include <utility>

namespace duizhao::align {
namespace {

constexpr double kLeastContribution = 0.1;  // nats

/// Adds the shares of one direction; add(explaining, explained, share) by positions.
template <typename Add>
void share_contributions(const std::vector<std::uint32_t>& explaining,
                         const std::vector<std::uint32_t>& explained, const Tokens& tokens,
                         const Direction& direction, const Add& add) {
  double weight = 0;
  for (const std::uint32_t word : explaining) weight += static_cast<double>(tokens.weight(word));
  weight = std::max(1.0, weight);
  std::vector<double> supports(explaining.size());
  for (std::size_t t = 0; t < explained.size(); ++t) {
    double support = 0;
    for (std::size_t s = 0; s < explaining.size(); ++s) {
      const double ratio = direction.ratio(explaining[s], explained[t]);
      supports[s] = ratio * static_cast<double>(tokens.weight(explaining[s]));
      support += supports[s];
    }
    const double contribution =
        std::min(kCap, std::log(kLambda + (1 - kLambda) * support / weight));
    if (support == 0 || contribution <= 0) continue;
    for (std::size_t s = 0; s < explaining.size(); ++s) {
      if (supports[s] > 0) add(s, t, contribution * supports[s] / support);
    }
  }
}

}  // namespace

std::vector<Link> explain(const std::vector<std::uint32_t>& source,
                          const std::vector<std::uint32_t>& target, const Tokens& source_tokens,
                          const Tokens& target_tokens, const LexicalModel& model) {
  std::map<std::pair<std::size_t, std::size_t>, double> contributions;
  share_contributions(source, target, source_tokens, model.forward,
                      [&](std::size_t s, std::size_t t, double share) {
                        contributions[{s, t}] += share;
                      });
  share_contributions(target, source, target_tokens, model.backward,
                      [&](std::size_t t, std::size_t s, double share) {
                        contributions[{s, t}] += share;
                      });
  std::vector<Link> links;
  for (const auto& [words, contribution] : contributions) {
    if (contribution >= kLeastContribution) {
      links.push_back({words.first, words.second, contribution});
    }
  }
  std::stable_sort(links.begin(), links.end(), [](const Link& left, const Link& right) {
    return left.contribution > right.contribution;
  });
  return links;
}

}  // namespace duizhao::align
