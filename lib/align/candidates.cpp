#include "align/candidates.hpp"

#include <utility>

#include "align/anchors.hpp"
#include "align/lattice.hpp"

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
    : source_(source),
      target_(target),
      model_(model),
      proportions_(constraints.with_locks(find_anchors(source.tokens, target.tokens, model))),
      band_(band_of(source, target, proportions_.anchors(), constraints)),
      evidence_(source.tokens, target.tokens, model_, band_, proportions_),
      graph_({}) {
  FirstPass first = first_pass(evidence_, band_, constraints);
  habits_ = std::move(first.habits);
  graph_ = Graph(std::move(first.candidates));
}

}  // namespace duizhao::align
