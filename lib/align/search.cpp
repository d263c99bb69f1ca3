#include "align/search.hpp"

#include <utility>

#include "align/band.hpp"
#include "align/lattice.hpp"
#include "align/pair.hpp"

namespace duizhao::align {
namespace {

constexpr double kMargin = 30;  // nats of the first pass

Band band_of(const Text& source, const Text& target, const LexicalModel& model,
             const Constraints& constraints) {
  auto anchors = find_anchors(source.tokens, target.tokens, model);
  if (!constraints.empty()) anchors = constraints.with_locks(std::move(anchors));
  Band band = band_around(anchors, source.tokens.sentence_count(), target.tokens.sentence_count());
  if (!constraints.empty()) constraints.clip(band);
  return band;
}

}  // namespace

Candidates::Candidates(const Text& source, const Text& target, LexicalModel model,
                       const Constraints& constraints)
    : source_(source),
      target_(target),
      model_(std::move(model)),
      band_(band_of(source, target, model_, constraints)),
      evidence_(source.tokens, target.tokens, model_, band_),
      graph_(Lattice(evidence_, band_, constraints).candidates(kMargin)) {}

std::vector<ScoredSpan> search(const Pair& pair, const lexicon::Tables* tables) {
  const Text& source = pair.source();
  const Text& target = pair.target();
  const Candidates candidates(source, target,
                              {source.tokens, target.tokens, tables, pair.renderings()},
                              pair.constraints());
  const Graph& graph = candidates.graph();
  const Features features = candidates.features();
  std::vector<Graph::Score> scores;
  scores.reserve(graph.edges().size());
  for (std::size_t edge = 0; edge < graph.edges().size(); ++edge) {
    const Span& span = graph.spans()[edge];
    scores.push_back({score(kWeights, features(edge)) +
                          structure_score(source.structure, target.structure, span),
                      continuation(source.structure, target.structure, span)});
  }
  const auto posteriors = graph.posteriors(scores);
  std::vector<ScoredSpan> path;
  for (const std::size_t edge : graph.best_path(scores)) {
    path.push_back({graph.spans()[edge], scores[edge].bead, posteriors.beads[edge]});
  }
  return path;
}

}  // namespace duizhao::align
