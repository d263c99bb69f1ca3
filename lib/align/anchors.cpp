#include "align/anchors.hpp"

#include <algorithm>
#include <cmath>
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
constexpr std::size_t kNeighbours = 100;
constexpr double kCommonSlope = 1.3;  // target sentences for each source sentence
constexpr double kLeastCommonSlope = 0.9;
constexpr double kMostCommonSlope = 1.7;
constexpr std::size_t kNone = static_cast<std::size_t>(-1);

/// Words that are not rare in these sentences are left out of the lists.
struct RareWords {
  std::vector<std::size_t> occurrences;             // by word
  std::vector<std::vector<std::size_t>> sentences;  // by word, ascending; of rare ones
  std::size_t most;

  explicit RareWords(const words::Tokens& side)
      : occurrences(side.vocabulary().size()),
        sentences(side.vocabulary().size()),
        most(kMostOccurrences + side.sentence_count() / kSentencesForOneMore) {
    for (const std::uint32_t word : side.sentences(0, side.sentence_count())) ++occurrences[word];
    for (std::size_t i = 0; i < side.sentence_count(); ++i) {
      for (const std::uint32_t word : side.sentence(i)) {
        auto& list = sentences[word];
        if (is_rare(word) && (list.empty() || list.back() != i)) list.push_back(i);
      }
    }
  }

  bool is_rare(std::uint32_t word) const { return occurrences[word] <= most; }
};

}  // namespace

std::vector<Anchor> anchor_candidates(const words::Tokens& source, const words::Tokens& target,
                                      const words::LexicalModel& model) {
  const RareWords rare_source(source);
  const RareWords rare_target(target);
  std::vector<Anchor> all;
  std::unordered_map<std::size_t, double> weights;
  for (std::size_t i = 0; i < source.sentence_count(); ++i) {
    weights.clear();
    for (const std::uint32_t word : source.sentence(i)) {
      if (!rare_source.is_rare(word)) continue;
      for (const auto& [other, ratio] : model.forward.rows[word]) {
        if (ratio * model.forward.background[other] < kLeastProbability) continue;
        const double weight = std::min(words::kCap, std::log(static_cast<double>(ratio)));
        if (weight <= 0) continue;
        for (const std::size_t j : rare_target.sentences[other]) weights[j] += weight;
      }
    }
    std::vector<Anchor> best;
    best.reserve(weights.size());
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

namespace {

/// Takes from each anchor what speaks as well for another place: the weight of the next best anchor
/// of either sentence that does not lie beside it. Repetitive texts have many that look alike.
void weigh_against_rivals(std::vector<Anchor>& anchors) {
  constexpr std::size_t kBeside = 3;  // sentences
  constexpr double kShare = 0.5;
  constexpr double kLeast = kLeastWeight / 2;
  const auto far = [](std::size_t left, std::size_t right) {
    return std::max(left, right) - std::min(left, right) > kBeside;
  };
  // The heaviest of each sentence, and the heaviest that lies far from it.
  struct Best {
    Anchor first{0, 0, 0};
    Anchor second{0, 0, 0};
  };
  std::unordered_map<std::size_t, Best> by_source, by_target;
  const auto enter = [&](Best& best, const Anchor& anchor, std::size_t Anchor::*other) {
    if (anchor.weight > best.first.weight) {
      if (best.first.weight > 0 && far(best.first.*other, anchor.*other)) best.second = best.first;
      best.first = anchor;
    } else if (anchor.weight > best.second.weight && far(best.first.*other, anchor.*other)) {
      best.second = anchor;
    }
  };
  for (const Anchor& anchor : anchors) {
    enter(by_source[anchor.source], anchor, &Anchor::target);
    enter(by_target[anchor.target], anchor, &Anchor::source);
  }
  const auto rival = [&](const Best& best, const Anchor& anchor, std::size_t Anchor::*other) {
    return far(best.first.*other, anchor.*other) ? best.first.weight : best.second.weight;
  };
  for (Anchor& anchor : anchors) {
    anchor.weight -= kShare * std::max(rival(by_source[anchor.source], anchor, &Anchor::target),
                                       rival(by_target[anchor.target], anchor, &Anchor::source));
  }
  std::erase_if(anchors, [](const Anchor& anchor) { return anchor.weight < kLeast; });
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

}  // namespace

std::vector<Anchor> find_anchors(const words::Tokens& source, const words::Tokens& target,
                                 const words::LexicalModel& model) {
  std::vector<Anchor> all = anchor_candidates(source, target, model);
  weigh_against_rivals(all);
  const std::size_t n = source.sentence_count();
  const std::size_t m = target.sentence_count();
  const double whole = static_cast<double>(m) / static_cast<double>(std::max<std::size_t>(1, n));
  Chain best = heaviest_chain(all, m, whole);
  if (whole < kLeastCommonSlope || whole > kMostCommonSlope) {
    // One of the texts may hold much that the other has not.
    Chain other = heaviest_chain(all, m, kCommonSlope);
    if (other.weight > best.weight) best = std::move(other);
    other = heaviest_chain(all, m, Proportions(best.anchors).of_sentences(n, m));
    if (other.weight > best.weight) best = std::move(other);
  }
  return best.anchors;
}

}  // namespace duizhao::align
