#include "synonyms.hpp"

#include <algorithm>
#include <utility>

namespace duizhao::lexicon {

std::vector<Row> find_synonyms(const std::vector<Pivot>& pivots, std::size_t stem_count) {
  constexpr std::size_t kMostSynonyms = 60;
  struct Posting {
    std::size_t pivot;
    double share;
  };
  std::vector<std::vector<Posting>> postings(stem_count);
  for (std::size_t k = 0; k < pivots.size(); ++k) {
    for (const auto& [stem, share] : pivots[k].stems) {
      postings[stem].push_back({k, share * pivots[k].weight});
    }
  }
  std::vector<Row> synonyms(stem_count);
  std::vector<double> sums(stem_count, 0);
  for (std::uint32_t stem = 0; stem < stem_count; ++stem) {
    std::vector<std::uint32_t> touched;
    for (const auto& [pivot, weight] : postings[stem]) {
      for (const auto& [other, share] : pivots[pivot].stems) {
        if (other == stem) continue;
        if (sums[other] == 0) touched.push_back(other);
        sums[other] += weight * share;
      }
    }
    std::vector<std::pair<double, std::uint32_t>> ranked;
    for (const std::uint32_t other : touched) {
      ranked.emplace_back(-sums[other], other);
      sums[other] = 0;
    }
    std::sort(ranked.begin(), ranked.end());
    if (ranked.size() > kMostSynonyms) ranked.resize(kMostSynonyms);
    double total = 0;
    for (const auto& [negative, other] : ranked) total -= negative;
    for (const auto& [negative, other] : ranked) synonyms[stem][other] = -negative / total;
  }
  return synonyms;
}

Row with_synonyms(const Row& row, const std::vector<Row>& synonyms) {
  constexpr double kShare = 0.2;
  constexpr double kLeast = 0.01;
  Row mixed;
  for (const auto& [stem, probability] : row) {
    for (const auto& [other, weight] : synonyms[stem])
      mixed[other] += kShare * probability * weight;
  }
  std::erase_if(mixed, [&](const auto& entry) {
    return entry.second < kLeast && !row.contains(entry.first);
  });
  for (const auto& [stem, probability] : row) mixed[stem] += (1 - kShare) * probability;
  return mixed;
}

}  // namespace duizhao::lexicon
