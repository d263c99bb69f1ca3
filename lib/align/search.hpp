// From two texts to beads.
#pragma once

#include <vector>

#include "align/evidence.hpp"
#include "align/features.hpp"
#include "align/graph.hpp"
#include "align/units.hpp"
#include "align/weights.hpp"
#include "duizhao/text/progress.hpp"
#include "words/lexical_model.hpp"

namespace duizhao::lexicon {
class Tables;
}

namespace duizhao::align {

class Pair;

struct ScoredSpan {
  Span span;
  double score;
  double posterior;
};

/// The first pass: what the second one chooses from. Chinese must be the source of a pair that the
/// lexicon knows. What it is made from must stay alive.
class Candidates {
 public:
  /// The whole of two texts.
  Candidates(const Text& source, const Text& target, const words::LexicalModel& model,
             const Constraints& constraints = {});

  /// The same with anchors that are known.
  Candidates(const Text& source, const Text& target, const words::LexicalModel& model,
             std::vector<Anchor> anchors, const Constraints& constraints);

  const Graph& graph() const { return graph_; }
  const Habits& habits() const { return habits_; }
  Features features() const {
    return {source_, target_, model_, evidence_, graph_, proportions_, habits_};
  }

 private:
  const Text& source_;
  const Text& target_;
  const words::LexicalModel& model_;
  Proportions proportions_;
  Band band_;
  Evidence evidence_;
  Habits habits_;
  Graph graph_;
};

/// Both passes: the best path of beads with their posteriors. Long texts are searched window by
/// window, each of which begins where the beads of the one before it are sure; so time and memory
/// are linear in the number of sentences. `progress` is told how many sentences are done.
std::vector<ScoredSpan> search(const Pair& pair, const lexicon::Tables* tables,
                               const ProgressReport& progress = {});

}  // namespace duizhao::align
