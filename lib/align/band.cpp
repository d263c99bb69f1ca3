#include "align/band.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <unordered_map>
#include <utility>

#include "align/proportions.hpp"

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
constexpr double kCommonSlope = 1.3;  // target sentences for each source sentence
constexpr double kLeastCommonSlope = 0.9;
constexpr double kMostCommonSlope = 1.7;
constexpr std::size_t kNone = static_cast<std::size_t>(-1);

constexpr double kMargin = 8;          // sentences on each side of a rectangle,
constexpr double kMarginForDrift = 2;  // more for each that its width is off the diagonal,
constexpr double kMostMargin = 60;     // and at most so many
// Margins narrow until the band has at most so many states: for each sentence, and besides.
constexpr std::size_t kStatesForEach = 28;
constexpr std::size_t kSmallBand = 200'000;
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

struct Chain {
  std::vector<Anchor> anchors;
  double weight = 0;
};

/// The heaviest chain about a diagonal of so many target sentences for each source sentence.
Chain heaviest_chain(const std::vector<Anchor>& all, std::size_t target_count, double slope) {
  std::vector<std::size_t> previous(all.size());
  std::vector<double> totals(all.size());
  PrefixMaximum maximum(target_count);
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
  const auto best = maximum.below(target_count);
  Chain chain{{}, best.weight};
  for (std::size_t k = best.anchor; k != kNone; k = previous[k]) chain.anchors.push_back(all[k]);
  std::reverse(chain.anchors.begin(), chain.anchors.end());
  return chain;
}

/// Target sentences for each source sentence.
double sentence_ratio(const std::vector<Anchor>& anchors, std::size_t source_count,
                      std::size_t target_count) {
  const auto numbers = [](std::size_t count) {
    std::vector<double> list(count + 1);
    std::iota(list.begin(), list.end(), 0.0);
    return list;
  };
  return Proportions(anchors).of(numbers(source_count), numbers(target_count));
}

}  // namespace

std::vector<Anchor> find_anchors(const Tokens& source, const Tokens& target,
                                 const LexicalModel& model) {
  const std::vector<Anchor> all = candidates(source, target, model);
  const std::size_t n = source.sentence_count();
  const std::size_t m = target.sentence_count();
  const double whole = static_cast<double>(m) / static_cast<double>(std::max<std::size_t>(1, n));
  Chain best = heaviest_chain(all, m, whole);
  if (whole < kLeastCommonSlope || whole > kMostCommonSlope) {
    // One of the texts may hold much that the other has not.
    Chain other = heaviest_chain(all, m, kCommonSlope);
    if (other.weight > best.weight) best = std::move(other);
    other = heaviest_chain(all, m, sentence_ratio(best.anchors, n, m));
    if (other.weight > best.weight) best = std::move(other);
  }
  return best.anchors;
}

namespace {

std::size_t states_of(const Band& band) {
  std::size_t states = 0;
  for (const Band::Row& row : band.rows) states += row.end - row.begin;
  return states;
}

/// The band with margins of at most `most_margin` sentences.
Band band_with_margin(const std::vector<Anchor>& anchors, std::size_t source_count,
                      std::size_t target_count, double most_margin) {
  Band band{std::vector<Band::Row>(source_count + 1, {target_count, 0})};
  const auto cover = [&](std::size_t i, double low, double high, double margin) {
    Band::Row& row = band.rows[i];
    const double begin = std::max(0.0, std::floor(low) - margin);
    const double end = std::ceil(high) + margin + 1;
    row.begin = std::min(row.begin, static_cast<std::size_t>(begin));
    row.end = std::max(row.end, std::min(target_count + 1, static_cast<std::size_t>(end)));
  };
  const double slope = sentence_ratio(anchors, source_count, target_count);
  std::size_t i0 = 0;
  std::size_t j0 = 0;
  const auto cover_rectangle = [&](std::size_t i1, std::size_t j1) {
    const auto height = static_cast<double>(i1 - i0);
    const auto width = static_cast<double>(j1 - j0);
    const bool whole = (i1 - i0 + 1) * (j1 - j0 + 1) <= kLargestRectangle;
    // Where anchors leave the diagonal something is missing, or one of them is wrong.
    const double drift = std::abs(width - slope * height);
    const double margin = std::min(most_margin, kMargin + kMarginForDrift * drift);
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

}  // namespace

Band band_around(const std::vector<Anchor>& anchors, std::size_t source_count,
                 std::size_t target_count) {
  const std::size_t affordable = kStatesForEach * (source_count + target_count) + kSmallBand;
  double margin = kMostMargin;
  Band band = band_with_margin(anchors, source_count, target_count, margin);
  while (margin > kMargin && states_of(band) > affordable) {
    margin = std::max(kMargin, margin / 2);
    band = band_with_margin(anchors, source_count, target_count, margin);
  }
  return band;
}

}  // namespace duizhao::align
