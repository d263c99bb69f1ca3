// The first pass.
#pragma once

#include <vector>

#include "align/anchor.hpp"
#include "align/band.hpp"
#include "align/evidence.hpp"
#include "align/features.hpp"
#include "align/graph.hpp"
#include "align/habits.hpp"
#include "align/proportions.hpp"
#include "align/units.hpp"
#include "words/lexical_model.hpp"

namespace duizhao::align {

/// The first pass: what the second one chooses from. Chinese must be the source of a pair that the
/// lexicon knows. What it is made from must stay alive.
class Candidates {
 public:
  Candidates(const Text& source, const Text& target, const words::LexicalModel& model,
             const Constraints& constraints = {});

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

}  // namespace duizhao::align
