#include "align/search.hpp"

#include <algorithm>
#include <cstdint>
#include <functional>
#include <utility>

#include "align/anchors.hpp"
#include "align/band.hpp"
#include "align/lattice.hpp"
#include "align/pair.hpp"

namespace duizhao::align {
namespace {

constexpr double kMargin = 30;  // nats of the first pass

Band band_of(const Text& source, const Text& target, const std::vector<Anchor>& anchors,
             const Constraints& constraints) {
  Band band = band_around(anchors, source.tokens.sentence_count(), target.tokens.sentence_count());
  constraints.clip(band);
  return band;
}

struct FirstPass {
  Habits habits;
  std::vector<Span> candidates;
};

/// The lattice is gone before the graph is made: it is what takes most memory.
FirstPass first_pass(const Evidence& evidence, const Band& band, const Constraints& constraints) {
  const Lattice lattice(evidence, band, constraints);
  return {habits_of(lattice.best_path(), evidence), lattice.candidates(kMargin)};
}

}  // namespace

Candidates::Candidates(const Text& source, const Text& target, const words::LexicalModel& model,
                       const Constraints& constraints)
    : Candidates(source, target, model,
                 constraints.with_locks(find_anchors(source.tokens, target.tokens, model)),
                 constraints) {}

Candidates::Candidates(const Text& source, const Text& target, const words::LexicalModel& model,
                       std::vector<Anchor> anchors, const Constraints& constraints)
    : source_(source),
      target_(target),
      model_(model),
      proportions_(std::move(anchors)),
      band_(band_of(source, target, proportions_.anchors(), constraints)),
      evidence_(source.tokens, target.tokens, model_, band_, proportions_),
      graph_({}) {
  FirstPass first = first_pass(evidence_, band_, constraints);
  habits_ = std::move(first.habits);
  graph_ = Graph(std::move(first.candidates));
}

namespace {

/// The second pass over a window.
struct SecondPass {
  std::vector<ScoredSpan> path;
  std::vector<double> passed;  // the probability of the place where each bead of the path ends
};

SecondPass second_pass(const Text& source, const Text& target, const Candidates& candidates) {
  const Graph& graph = candidates.graph();
  const Features features = candidates.features();
  const FeatureVector weights = fitted_weights(candidates.habits().freedom);
  std::vector<Graph::Score> scores;
  scores.reserve(graph.edges().size());
  for (std::size_t edge = 0; edge < graph.edges().size(); ++edge) {
    const Span& span = graph.spans()[edge];
    scores.push_back(
        {score(weights, features(edge)) + structure_score(source.structure, target.structure, span),
         weights[continuation] +
             continuation_in_block(source.structure, target.structure, span)});
  }
  const auto posteriors = graph.posteriors(scores);
  SecondPass result;
  for (const std::size_t edge : graph.safest_path(posteriors.beads)) {
    result.path.push_back({graph.spans()[edge], scores[edge].bead, posteriors.beads[edge]});
    result.passed.push_back(posteriors.nodes[graph.edges()[edge].to]);
  }
  return result;
}

// Windows hold so many source sentences, and the beads in the last part of one are found again by
// the next, which sees what follows.
constexpr std::size_t kWindow = 1'000;
constexpr std::size_t kOverlap = 100;
constexpr std::size_t kLongestWindow = 4 * kWindow;  // where no anchor shows an end
constexpr double kSurePlace = 0.9999;

/// Where a window that begins at `from` ends: at an anchor a window farther on or, where there is
/// none for long, on the diagonal of what is left.
Place window_end(const std::vector<Anchor>& anchors, const Place& from, const Place& end) {
  if (end.source - from.source <= kWindow + kOverlap) return end;
  const auto anchor = std::lower_bound(
      anchors.begin(), anchors.end(), from.source + kWindow,
      [](const Anchor& each, std::size_t source) { return each.source < source; });
  if (anchor != anchors.end() && anchor->source <= from.source + kLongestWindow) {
    return {anchor->source, anchor->target};
  }
  const bool anchored = anchor != anchors.end();
  const Place known = anchored ? Place{anchor->source, anchor->target} : end;
  if (known.source - from.source <= kLongestWindow) return known;
  const std::size_t height = known.source - from.source;
  const std::size_t width = known.target - from.target;
  return {from.source + kLongestWindow, from.target + width * kLongestWindow / height};
}

/// How many beads of a window are settled: up to the last sure place before the overlap.
std::size_t settled(const SecondPass& pass, const Place& from, const Place& to) {
  const std::size_t half = (from.source + to.source) / 2;
  std::size_t best = 0;
  double surest = -1;
  for (std::size_t k = pass.path.size(); k-- > 0;) {
    const Place place = pass.path[k].span.to();
    if (place.source + kOverlap > to.source) continue;
    if (pass.passed[k] > surest) {
      surest = pass.passed[k];
      best = k + 1;
    }
    if (surest >= kSurePlace || (best > 0 && place.source < half)) break;
  }
  return best > 0 ? best : pass.path.size();
}

/// Both passes over all windows.
std::vector<ScoredSpan> search_windows(const Text& source, const Text& target,
                                       const words::LexicalModel& model,
                                       const Constraints& constraints,
                                       const std::function<void(const Place&)>& reached) {
  const Place end{source.tokens.sentence_count(), target.tokens.sentence_count()};
  const std::vector<Anchor> anchors =
      constraints.with_locks(find_anchors(source.tokens, target.tokens, model));
  std::vector<ScoredSpan> path;
  for (Place from{0, 0}; from != end;) {
    const Place to = window_end(anchors, from, end);
    const Text source_part = source.slice(from.source, to.source);
    const Text target_part = target.slice(from.target, to.target);
    std::vector<Anchor> inside;
    for (const Anchor& anchor : anchors) {
      if (from.source <= anchor.source && anchor.source < to.source &&
          from.target <= anchor.target && anchor.target < to.target) {
        inside.push_back({anchor.source - from.source, anchor.target - from.target, anchor.weight});
      }
    }
    const Candidates candidates(source_part, target_part, model, std::move(inside),
                                constraints.slice(from, to));
    SecondPass pass = second_pass(source_part, target_part, candidates);
    for (ScoredSpan& each : pass.path) {
      each.span.source_begin += from.source;
      each.span.target_begin += from.target;
    }
    if (to != end) pass.path.resize(settled(pass, from, to));
    path.insert(path.end(), pass.path.begin(), pass.path.end());
    from = to == end ? end : path.back().span.to();
    reached(from);
  }
  return path;
}

/// What the surest beads of an alignment teach about words (Moore 2002).
std::vector<lexicon::TrainedEntry> learn(const Text& source, const Text& target,
                                         const std::vector<ScoredSpan>& path) {
  constexpr double kSure = 0.7;
  constexpr std::size_t kMostLinks = 2'500;         // of a bead; longer ones say little
  constexpr std::size_t kMostLinksAll = 3'000'000;  // bounds the memory
  std::vector<lexicon::TrainingPair> pairs;
  std::size_t links = 0;
  const auto words = [](const words::Tokens& side, std::size_t begin, std::size_t end) {
    std::vector<std::uint32_t> list;
    for (const std::uint32_t word : side.sentences(begin, end)) {
      if (!side.is_mark(word)) list.push_back(word);
    }
    std::sort(list.begin(), list.end());
    list.erase(std::unique(list.begin(), list.end()), list.end());
    return list;
  };
  for (const auto& [span, score, posterior] : path) {
    if (span.is_null() || posterior < kSure) continue;
    lexicon::TrainingPair pair{words(source.tokens, span.source_begin, span.source_end()),
                               words(target.tokens, span.target_begin, span.target_end())};
    const std::size_t product = pair.source.size() * pair.target.size();
    if (product > kMostLinks || links + product > kMostLinksAll) continue;
    links += product;
    pairs.push_back(std::move(pair));
  }
  return lexicon::train_model1(pairs);
}

}  // namespace

std::vector<ScoredSpan> search(const Pair& pair, const lexicon::Tables* tables,
                               const ProgressReport& progress) {
  constexpr std::size_t kRounds = 4;  // of learning, where the lexicon does not serve
  const Text& source = pair.source();
  const Text& target = pair.target();
  const bool by_lexicon = words::LexicalModel::by_lexicon(source.tokens, target.tokens, tables);
  const std::size_t sentences = source.tokens.sentence_count() + target.tokens.sentence_count();
  const std::size_t rounds = by_lexicon ? 1 : 1 + kRounds;
  std::size_t round = 0;
  const auto run = [&](const std::vector<lexicon::TrainedEntry>& learned) {
    const words::LexicalModel model(source.tokens, target.tokens, tables, pair.renderings(),
                                    learned);
    return search_windows(source, target, model, pair.constraints(), [&](const Place& reached) {
      if (!progress) return;
      progress(round * sentences + reached.source + reached.target, rounds * sentences);
    });
  };
  std::vector<ScoredSpan> path = run({});
  while (++round < rounds) {
    const auto learned = learn(source, target, path);
    if (learned.empty()) break;
    path = run(learned);
  }
  return path;
}

}  // namespace duizhao::align
