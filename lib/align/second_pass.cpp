#include "align/second_pass.hpp"

#include "align/structure.hpp"
#include "align/weights.hpp"

namespace duizhao::align {

Path second_pass(const Text& source, const Text& target, const Candidates& candidates) {
  const Graph& graph = candidates.graph();
  const Features features = candidates.features();
  const FeatureVector weights = fitted_weights(candidates.habits().freedom);
  std::vector<Graph::Score> scores;
  scores.reserve(graph.edges().size());
  for (std::size_t edge = 0; edge < graph.edges().size(); ++edge) {
    const Span& span = graph.spans()[edge];
    scores.push_back(
        {score(weights, features(edge)) + structure_score(source.structure, target.structure, span),
         weights[continuation] + continuation_in_block(source.structure, target.structure, span)});
  }
  const auto posteriors = graph.posteriors(scores);
  Path path;
  for (const std::size_t edge : graph.safest_path(posteriors.beads)) {
    path.beads.push_back({graph.spans()[edge], scores[edge].bead, posteriors.beads[edge]});
    path.passed.push_back(posteriors.nodes[graph.edges()[edge].to]);
  }
  return path;
}

}  // namespace duizhao::align
