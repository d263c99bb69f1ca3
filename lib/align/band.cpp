#include "align/band.hpp"

#include <algorithm>
#include <cmath>
#include <unordered_map>

namespace duizhao::align {
namespace {

// Words that occur more often than this say little about where their sentences belong, and cost
// much. Long texts have fewer rare words for each sentence: more are let in.
constexpr std::size_t kMostOccurrences = 12;
constexpr std::size_t kSentencesForOneMore = 1'000;
constexpr double kLeastProbability = 0.05;
constexpr double kLeastWeight = 4.0;        // nats, of a pair of sentences
constexpr std::size_t kMostCandidates = 4;  // for each source sentence

// Leaving the diagonal costs by the sentence, up to what a jump costs; a chain looks back over so
// many candidates for a predecessor near the diagonal, and to the best of all for one behind a
// jump.
constexpr double kDriftCost = 0.3;
constexpr double kJumpCost = 25.0;
constexpr std::size_t kNeighbours = 200;
constexpr std::size_t kNone = static_cast<std::size_t>(-1);

constexpr double kMargin = 8;          // sentences on each side of a rectangle,
constexpr double kMarginForDrift = 2;  // more for each that its width is off the diagonal,
constexpr double kMostMargin = 60;     // and at most so many
constexpr std::size_t kLargestRectangle =
    60'000;                                 // states; larger ones are searched about the diagonal
constexpr double kWidestStrip = 120;        // half of it, in sentences
constexpr double kStripStates = 2'000'000;  // so many states at the most, in the whole strip
constexpr double kStripShare = 0.2;         // half the strip's width, of the rectangle's

std::size_t most_occurrences(const Tokens& side) {
  return kMostOccurrences + side.sentence_count() / kSentencesForOneMore;
}

std::vector<std::vector<std::size_t>> sentences_by_word(const Tokens& side) {
  const std::size_t most = most_occurrences(side);
  std::vector<std::vector<std::size_t>> lists(side.vocabulary().size());
  for (std::size_t i = 0; i < side.sentence_count(); ++i) {
    for (const std::uint32_t word : side.sentence(i)) {
      auto& list = lists[word];
      if (side.occurrences(word) <= most && (list.empty() || list.back() != i)) {
        list.push_back(i);
      }
    }
  }
  return lists;
}

std::vector<Anchor> candidates(const Tokens& source, const Tokens& target,
                               const LexicalModel& model) {
  const auto target_sentences = sentences_by_word(target);
  const std::size_t most = most_occurrences(source);
  std::vector<Anchor> all;
  std::unordered_map<std::size_t, double> weights;
  for (std::size_t i = 0; i < source.sentence_count(); ++i) {
    weights.clear();
    for (const std::uint32_t word : source.sentence(i)) {
      if (source.occurrences(word) > most) continue;
      for (const auto& [other, ratio] : model.forward.rows[word]) {
        if (ratio * model.forward.background[other] < kLeastProbability) continue;
        const double weight = std::min(kCap, std::log(static_cast<double>(ratio)));
        if (weight <= 0) continue;
        for (const std::size_t j : target_sentences[other]) weights[j] += weight;
      }
    }
    std::vector<Anchor> best;
    for (const auto& [j, weight] : weights) {
      if (weight >= kLeastWeight) best.push_back({i, j, weight});
    }
    std::sort(best.begin(), best.end(), [](const Anchor& left, const Anchor& right) {
      return left.weight != right.weight ? left.weight > right.weight : left.target < right.target;
    });
    if (best.size() > kMostCandidates) best.resize(kMostCandidates);
    all.insert(all.end(), best.begin(), best.end());
  }
  return all;
}

/// Maximum over prefixes, with updates (Fenwick 1994).
class PrefixMaximum {
 public:
  struct Best {
    double weight = 0;
    std::size_t anchor = kNone;
  };

  explicit PrefixMaximum(std::size_t size) : nodes_(size + 1) {}

  void raise(std::size_t index, Best value) {
    for (std::size_t k = index + 1; k < nodes_.size(); k += k & (~k + 1)) {
      if (value.weight > nodes_[k].weight) nodes_[k] = value;
    }
  }

  /// The best of indices below `end`.
  Best below(std::size_t end) const {
    Best best;
    for (std::size_t k = end; k > 0; k -= k & (~k + 1)) {
      if (nodes_[k].weight > best.weight) best = nodes_[k];
    }
    return best;
  }

 private:
  std::vector<Best> nodes_;
};

/// Half the width of a strip about the diagonal of a rectangle.
double strip_reach(double height, double width) {
  const double affordable = kStripStates / (2 * std::max(1.0, height));
  return std::min({kWidestStrip, kStripShare * width, affordable});
}

}  // namespace

std::vector<Anchor> find_anchors(const Tokens& source, const Tokens& target,
                                 const LexicalModel& model) {
  const std::vector<Anchor> all = candidates(source, target, model);
  const double slope = static_cast<double>(target.sentence_count()) /
                       static_cast<double>(std::max<std::size_t>(1, source.sentence_count()));
  std::vector<std::size_t> previous(all.size());
  std::vector<double> totals(all.size());
  PrefixMaximum maximum(target.sentence_count());
  std::size_t begin = 0;
  while (begin < all.size()) {
    // The anchors of one source sentence exclude each other: look all of them up before any is
    // entered.
    std::size_t end = begin;
    for (; end < all.size() && all[end].source == all[begin].source; ++end) {
      const Anchor& here = all[end];
      const auto farthest = maximum.below(here.target);
      double best = farthest.weight - kJumpCost;
      previous[end] = farthest.anchor;
      if (best < 0) {
        best = 0;
        previous[end] = kNone;
      }
      for (std::size_t k = begin; k-- > (begin > kNeighbours ? begin - kNeighbours : 0);) {
        if (all[k].target >= here.target) continue;
        const double expected = slope * static_cast<double>(here.source - all[k].source);
        const double drift = std::abs(static_cast<double>(here.target - all[k].target) - expected);
        const double weight = totals[k] - std::min(kJumpCost, kDriftCost * drift);
        if (weight > best) {
          best = weight;
          previous[end] = k;
        }
      }
      totals[end] = best + here.weight;
    }
    for (std::size_t k = begin; k < end; ++k) maximum.raise(all[k].target, {totals[k], k});
    begin = end;
  }
  std::vector<Anchor> chain;
  for (std::size_t k = maximum.below(target.sentence_count()).anchor; k != kNone; k = previous[k]) {
    chain.push_back(all[k]);
  }
  std::reverse(chain.begin(), chain.end());
  return chain;
}

Band band_around(const std::vector<Anchor>& anchors, std::size_t source_count,
                 std::size_t target_count) {
  Band band{std::vector<Band::Row>(source_count + 1, {target_count, 0})};
  const auto cover = [&](std::size_t i, double low, double high, double margin) {
    Band::Row& row = band.rows[i];
    const double begin = std::max(0.0, std::floor(low) - margin);
    const double end = std::ceil(high) + margin + 1;
    row.begin = std::min(row.begin, static_cast<std::size_t>(begin));
    row.end = std::max(row.end, std::min(target_count + 1, static_cast<std::size_t>(end)));
  };
  const double slope = static_cast<double>(target_count) /
                       static_cast<double>(std::max<std::size_t>(1, source_count));
  std::size_t i0 = 0;
  std::size_t j0 = 0;
  const auto cover_rectangle = [&](std::size_t i1, std::size_t j1) {
    const auto height = static_cast<double>(i1 - i0);
    const auto width = static_cast<double>(j1 - j0);
    const bool whole = (i1 - i0 + 1) * (j1 - j0 + 1) <= kLargestRectangle;
    // Where anchors leave the diagonal something is missing, or one of them is wrong.
    const double drift = std::abs(width - slope * height);
    const double margin = std::min(kMostMargin, kMargin + kMarginForDrift * drift);
    for (std::size_t i = i0; i <= i1; ++i) {
      const double middle = height > 0 ? static_cast<double>(i - i0) / height * width : 0.5 * width;
      const double reach = whole ? width : strip_reach(height, width);
      const auto base = static_cast<double>(j0);
      cover(i, base + std::max(0.0, middle - reach), base + std::min(width, middle + reach),
            margin);
    }
    i0 = i1;
    j0 = j1;
  };
  for (const Anchor& anchor : anchors) cover_rectangle(anchor.source, anchor.target);
  cover_rectangle(source_count, target_count);
  band.rows.front().begin = 0;
  band.rows.back().end = target_count + 1;
  // A row that lies beyond its neighbour cannot be entered: widen it.
  for (std::size_t i = 1; i <= source_count; ++i) {
    band.rows[i].begin = std::min(band.rows[i].begin, band.rows[i - 1].end - 1);
    band.rows[i].end = std::max(band.rows[i].end, band.rows[i - 1].end);
  }
  for (std::size_t i = source_count; i > 0; --i) {
    band.rows[i - 1].begin = std::min(band.rows[i - 1].begin, band.rows[i].begin);
  }
  return band;
}

}  // namespace duizhao::align
