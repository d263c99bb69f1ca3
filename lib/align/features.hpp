// What the second pass knows about a bead.
#pragma once

#include <array>
#include <cstddef>
#include <string_view>
#include <vector>

#include "align/evidence.hpp"
#include "align/graph.hpp"
#include "align/habits.hpp"
#include "align/text.hpp"
#include "words/lexical_model.hpp"
#include "words/tokens.hpp"

namespace duizhao::align {

/// What is measured of a bead with source words S and target words T, of x target characters where
/// y were expected, δ = ln((x + 5)/(y + 5)), σ the pair's own deviation of δ (habits.hpp). All but
/// the prior, the bleeding and the state of quotations are 0 for null beads; those of quotations
/// are 0 where hardly any are.
enum Feature : std::size_t {
  lexical,        ///< F + G, the lexical sums of the first pass in both directions
  prior,          ///< ln of the frequency of its type in this pair, at least -7.5
  length_square,  ///< (δ/σ)²
  length_robust,  ///< ln(1 + (δ/σ)²)
  length_share,   ///< |x − y| / √(x + y + 10)
  one_target,     ///< whether it has one target sentence
  clauses,        ///< ln(1 + c²/.15) with the deviation c of the number of clauses
  contrast,       ///< how much better its outer target sentences fit the neighbouring source ones
  gain,           ///< what F gains by its outer source sentences
  split,          ///< what its best two-way split would gain
  bleeding,       ///< how much would rather lie on the other side of its end (places.hpp)
  ends,           ///< how well first words fit first ones and last words last ones (places.hpp)
  quotation,      ///< whether both sides begin with a quotation mark, and whether both end with one
  open_quotation,  ///< whether a quotation is open on one side only after it
  utterances,      ///< by how many both sides' numbers of quotations that begin differ, at most 2
  question,        ///< whether both sides end in a question mark
  unsupported,   ///< how far its sentences are not explained by the other side: shortfalls, summed
  idle,          ///< how far its outer sentences, of several, explain nothing of the other side
  continuation,  ///< whether it is a null bead after another: not the bead's, but the path's
  kFeatureCount
};
inline constexpr std::array<std::string_view, kFeatureCount> kFeatureNames = {
    "lexical",    "prior",       "length_square", "length_robust",  "length_share",
    "one_target", "clauses",     "contrast",      "gain",           "split",
    "bleeding",   "ends",        "quotation",     "open_quotation", "utterances",
    "question",   "unsupported", "idle",          "continuation"};

using FeatureVector = std::array<double, kFeatureCount>;

/// The features of a graph's edges. What it is made from must stay alive.
class Features {
 public:
  Features(const Text& source, const Text& target, const words::LexicalModel& model,
           const Evidence& evidence, const Graph& graph, const Proportions& proportions,
           const Habits& habits);

  FeatureVector operator()(std::size_t edge) const;

 private:
  void measure_text(const Span& span, FeatureVector& values) const;
  void measure_marks(const Span& span, FeatureVector& values) const;
  double clause_deviation(const Span& span) const;
  double target_contrast(const Span& span) const;
  double source_gain(const Span& span) const;
  double split_gain(const Span& span) const;
  double utterance_difference(const Span& span) const;
  void measure_support(const Span& span, FeatureVector& values) const;

  const Text& source_;
  const Text& target_;
  const Evidence& evidence_;
  const Graph& graph_;
  std::vector<double> bleeding_;  // by node
  std::vector<double> openings_;
  std::vector<double> closings_;
  std::vector<double> source_clauses_;  // cumulative, in the target's clauses
  std::vector<double> target_clauses_;
  std::vector<double> source_known_;  // words of each sentence that anything explains
  std::vector<double> target_known_;
  const Habits& habits_;
  bool has_quotations_;
};

}  // namespace duizhao::align
