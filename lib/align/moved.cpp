#include "align/moved.hpp"

#include <algorithm>
#include <map>
#include <utility>

#include "align/anchors.hpp"
#include "align/candidates.hpp"

namespace duizhao::align {
namespace {

constexpr std::size_t kLeastSentences = 4;
constexpr double kLeastAnchors = 20;  // nats that the anchors of two stretches weigh together
constexpr double kCertain = 0.9;      // probability of a bead
constexpr double kLeastShare = 0.5;   // of the shorter stretch's sentences, in such beads
constexpr std::size_t kNone = static_cast<std::size_t>(-1);

/// Neighbouring sentences of one side without counterpart.
struct Stretches {
  std::vector<SentenceRange> list;
  std::vector<std::size_t> of;  // by sentence: the stretch that it lies in, or kNone

  Stretches(const std::vector<ScoredSpan>& path, std::size_t sentences, bool of_source)
      : of(sentences, kNone) {
    std::vector<bool> linked(sentences, true);
    for (const ScoredSpan& each : path) {
      if (!each.span.is_null()) continue;
      if (of_source && each.span.source_count > 0) linked[each.span.source_begin] = false;
      if (!of_source && each.span.target_count > 0) linked[each.span.target_begin] = false;
    }
    for (std::size_t begin = 0; begin < sentences; ++begin) {
      std::size_t end = begin;
      while (end < sentences && !linked[end]) ++end;
      if (end - begin >= kLeastSentences) {
        for (std::size_t k = begin; k < end; ++k) of[k] = list.size();
        list.push_back({begin, end});
      }
      begin = end;
    }
  }
};

}  // namespace

std::vector<Span> find_moved(const Text& source, const Text& target,
                             const words::LexicalModel& model,
                             const std::vector<ScoredSpan>& path) {
  const Stretches sources(path, source.tokens.sentence_count(), true);
  const Stretches targets(path, target.tokens.sentence_count(), false);
  if (sources.list.empty() || targets.list.empty()) return {};
  std::map<std::pair<std::size_t, std::size_t>, double> weights;  // by source and target stretch
  for (const Anchor& anchor : anchor_candidates(source.tokens, target.tokens, model)) {
    const std::size_t from = sources.of[anchor.source];
    const std::size_t to = targets.of[anchor.target];
    if (from != kNone && to != kNone) weights[{from, to}] += anchor.weight;
  }
  std::vector<Span> moved;
  for (const auto& [pair, weight] : weights) {
    if (weight < kLeastAnchors) continue;
    const SentenceRange& from = sources.list[pair.first];
    const SentenceRange& to = targets.list[pair.second];
    const Text own = source.slice(from.begin, from.end);
    const Text other = target.slice(to.begin, to.end);
    std::vector<Span> linked;
    std::size_t first = 0, last = 0;  // of `linked`, the certain ones lie in [first, last)
    std::size_t certain = 0;          // sentences of the shorter stretch
    for (const auto& [span, score, posterior] : search_windows(own, other, model, {}, 1)) {
      if (span.is_null() || score <= 0) continue;
      linked.push_back({from.begin + span.source_begin, span.source_count,
                        to.begin + span.target_begin, span.target_count});
      if (posterior < kCertain) continue;
      if (certain == 0) first = linked.size() - 1;
      last = linked.size();
      certain += from.size() <= to.size() ? span.source_count : span.target_count;
    }
    const auto shorter = static_cast<double>(std::min(from.size(), to.size()));
    if (static_cast<double>(certain) < kLeastShare * shorter) continue;
    moved.insert(moved.end(), linked.begin() + static_cast<std::ptrdiff_t>(first),
                 linked.begin() + static_cast<std::ptrdiff_t>(last));
  }
  std::sort(moved.begin(), moved.end(),
            [](const Span& left, const Span& right) { return left.from() < right.from(); });
  return moved;
}

}  // namespace duizhao::align
