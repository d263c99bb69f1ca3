#include "align/search.hpp"

#include "align/band.hpp"
#include "align/lattice.hpp"

namespace duizhao::align {
namespace {

// Below this number of states every place is searched.
constexpr std::size_t kSmallLattice = 0'000;

constexpr double kMargin = 30;  // nats of the first pass

Band band_of(const Text& source, const Text& target, const LexicalModel& model) {
  const std::size_t n = source.tokens.sentence_count();
  const std::size_t m = target.tokens.sentence_count();
  if ((n + 1) * (m + 1) <= kSmallLattice) return full_band(n, m);
  return band_around(find_anchors(source.tokens, target.tokens, model), n, m);
}

}  // namespace

Candidates::Candidates(const Text& source, const Text& target, const lexicon::Tables* tables)
    : source_(source),
      target_(target),
      model_(source.tokens, target.tokens, tables),
      band_(band_of(source, target, model_)),
      evidence_(source.tokens, target.tokens, model_, band_),
      graph_(Lattice(evidence_, band_).candidates(kMargin)) {}

std::vector<ScoredSpan> search(const Text& source, const Text& target,
                               const lexicon::Tables* tables) {
  const Candidates candidates(source, target, tables);
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
    path.push_back({graph.spans()[edge], scores[edge].bead, posteriors.shares[edge]});
  }
  return path;
}

}  // namespace duizhao::align
