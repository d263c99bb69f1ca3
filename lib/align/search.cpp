#include "align/search.hpp"

#include <algorithm>
#include <cstdint>
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

/// The lattice is gone before the graph is made: it is what takes most memory.
std::vector<Span> first_pass(const Evidence& evidence, const Band& band,
                             const Constraints& constraints) {
  return Lattice(evidence, band, constraints).candidates(kMargin);
}

}  // namespace

Candidates::Candidates(const Text& source, const Text& target, words::LexicalModel model,
                       const Constraints& constraints)
    : source_(source),
      target_(target),
      model_(std::move(model)),
      proportions_(constraints.with_locks(find_anchors(source.tokens, target.tokens, model_))),
      band_(band_of(source, target, proportions_.anchors(), constraints)),
      evidence_(source.tokens, target.tokens, model_, band_, proportions_),
      graph_(first_pass(evidence_, band_, constraints)) {}

namespace {

/// The second pass.
std::vector<ScoredSpan> best_path(const Text& source, const Text& target,
                                  const Candidates& candidates) {
  const Graph& graph = candidates.graph();
  const Features features = candidates.features();
  const FeatureVector& weights = fitted_weights();
  std::vector<Graph::Score> scores;
  scores.reserve(graph.edges().size());
  for (std::size_t edge = 0; edge < graph.edges().size(); ++edge) {
    const Span& span = graph.spans()[edge];
    scores.push_back(
        {score(weights, features(edge)) + structure_score(source.structure, target.structure, span),
         continuation(source.structure, target.structure, span)});
  }
  const auto posteriors = graph.posteriors(scores);
  std::vector<ScoredSpan> path;
  for (const std::size_t edge : graph.best_path(scores)) {
    path.push_back({graph.spans()[edge], scores[edge].bead, posteriors.beads[edge]});
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
  std::size_t passes = 0;
  const auto report = [&] {
    if (progress) progress(++passes, by_lexicon ? 2 : 2 * (1 + kRounds));
  };
  const auto run = [&](const std::vector<lexicon::TrainedEntry>& learned) {
    words::LexicalModel model(source.tokens, target.tokens, tables, pair.renderings(), learned);
    const Candidates candidates(source, target, std::move(model), pair.constraints());
    report();
    std::vector<ScoredSpan> path = best_path(source, target, candidates);
    report();
    return path;
  };
  std::vector<ScoredSpan> path = run({});
  if (by_lexicon) return path;
  for (std::size_t round = 0; round < kRounds; ++round) {
    const auto learned = learn(source, target, path);
    if (learned.empty()) break;
    path = run(learned);
  }
  return path;
}

}  // namespace duizhao::align
