#include "align/places.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <set>
#include <span>

#include "align/support.hpp"

namespace duizhao::align {
namespace {

constexpr double kMostBleeding = 15;  // nats, for each of the four
constexpr std::size_t kEndWords = 5;

/// ln(lambda + (1 - lambda) support / weight), at most words::kCap.
double contribution(float support, double weight) {
  if (support < 0) return 0;
  if (support == 0) return std::log(words::kLambda);
  return std::min(
      words::kCap,
      std::log(words::kLambda + (1 - words::kLambda) * static_cast<double>(support) / weight));
}

/// A place as the explaining and the explained side see it.
struct Boundary {
  std::size_t explaining;
  std::size_t explained;
  std::size_t index;  // of the place
};

void add_bleeding(const words::Tokens& explaining, const words::Tokens& explained,
                  const words::Direction& direction, std::vector<Boundary> boundaries,
                  std::vector<double>& sums) {
  std::sort(boundaries.begin(), boundaries.end(), [](const Boundary& left, const Boundary& right) {
    return std::pair(left.explaining, left.explained) <
           std::pair(right.explaining, right.explained);
  });
  Support support(explaining, explained, direction);
  std::vector<float> before, behind;
  std::vector<double> gains;  // of each word by lying behind the boundary
  for (std::size_t begin = 0; begin < boundaries.size();) {
    const std::size_t r = boundaries[begin].explaining;
    std::size_t end = begin;
    while (end < boundaries.size() && boundaries[end].explaining == r) ++end;
    const SentenceRange window{boundaries[begin].explained - 1, boundaries[end - 1].explained + 1};
    support.of(r - 1, window, before);
    support.of(r, window, behind);
    const double weight_before = support.weight(r - 1);
    const double weight_behind = support.weight(r);
    gains.resize(before.size());
    for (std::size_t k = 0; k < before.size(); ++k) {
      gains[k] = before[k] == 0 && behind[k] == 0 ? 0
                                                  : contribution(behind[k], weight_behind) -
                                                        contribution(before[k], weight_before);
    }
    const std::size_t first = explained.offset(window.begin);
    for (; begin < end; ++begin) {
      const Boundary& boundary = boundaries[begin];
      const std::size_t left = explained.offset(boundary.explained - 1) - first;
      const std::size_t middle = explained.offset(boundary.explained) - first;
      const std::size_t right = explained.offset(boundary.explained + 1) - first;
      double sum = 0;
      double best_end = 0;
      for (std::size_t k = middle; k-- > left;) best_end = std::max(best_end, sum += gains[k]);
      sum = 0;
      double best_beginning = 0;
      for (std::size_t k = middle; k < right; ++k) {
        best_beginning = std::max(best_beginning, sum -= gains[k]);
      }
      sums[boundary.index] +=
          std::min(best_end, kMostBleeding) + std::min(best_beginning, kMostBleeding);
    }
  }
}

/// The first or last words of each sentence that `takes` lets pass, in the order of the text.
template <typename Takes>
std::vector<std::vector<std::uint32_t>> end_words(const words::Tokens& tokens, End end,
                                                  const Takes& takes) {
  std::vector<std::vector<std::uint32_t>> lists(tokens.sentence_count());
  for (std::size_t i = 0; i < lists.size(); ++i) {
    const auto sentence = tokens.sentence(i);
    const auto collect = [&](auto word, auto last) {
      for (; word != last && lists[i].size() < kEndWords; ++word) {
        if (takes(*word)) lists[i].push_back(*word);
      }
    };
    if (end == End::openings) {
      collect(sentence.begin(), sentence.end());
    } else {
      collect(sentence.rbegin(), sentence.rend());
    }
  }
  return lists;
}

/// The contribution of one word explained by one other, at least 0.
double word_match(const words::Direction& direction, std::uint32_t explaining, std::uint32_t word) {
  constexpr double kMostRatio = 2500;
  const double ratio = std::min(direction.ratio(explaining, word), kMostRatio);
  return ratio > 1 ? std::log(words::kLambda + (1 - words::kLambda) * ratio) : 0;
}

double match(std::span<const std::uint32_t> source, std::span<const std::uint32_t> target,
             const words::LexicalModel& model) {
  double by_target[kEndWords] = {};
  double sum = 0;
  for (const std::uint32_t word : source) {
    double best = 0;
    for (std::size_t k = 0; k < target.size(); ++k) {
      const double each = word_match(model.forward, word, target[k]);
      best = std::max(best, each);
      by_target[k] = std::max(by_target[k], each);
    }
    sum += best;
  }
  for (const double each : by_target) sum += each;
  return sum / 2;
}

}  // namespace

std::vector<double> find_bleeding(const words::Tokens& source, const words::Tokens& target,
                                  const words::LexicalModel& model,
                                  const std::vector<Place>& places) {
  std::vector<double> sums(places.size(), 0);
  std::vector<Boundary> forward, backward;
  for (std::size_t k = 0; k < places.size(); ++k) {
    const auto& [i, j] = places[k];
    if (i == 0 || j == 0 || i == source.sentence_count() || j == target.sentence_count()) continue;
    forward.push_back({i, j, k});
    backward.push_back({j, i, k});
  }
  add_bleeding(source, target, model.forward, std::move(forward), sums);
  add_bleeding(target, source, model.backward, std::move(backward), sums);
  return sums;
}

std::vector<double> end_matches(const words::Tokens& source, const words::Tokens& target,
                                const words::LexicalModel& model, const std::vector<Place>& places,
                                End end) {
  const auto source_words =
      end_words(source, end, [&](std::uint32_t word) { return !source.is_mark(word); });
  const auto target_words =
      end_words(target, end, [&](std::uint32_t word) { return target.is_content(word); });
  std::vector<double> matches(places.size(), 0);
  for (std::size_t k = 0; k < places.size(); ++k) {
    auto [i, j] = places[k];
    if (end == End::closings && i-- == 0) continue;
    if (end == End::closings && j-- == 0) continue;
    if (i == source.sentence_count() || j == target.sentence_count()) continue;
    matches[k] = match(source_words[i], target_words[j], model);
  }
  return matches;
}

}  // namespace duizhao::align
