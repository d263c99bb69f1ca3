// What the second pass knows about a bead.
#pragma once

#include <array>
#include <cstddef>
#include <string_view>
#include <vector>

#include "align/evidence.hpp"
#include "align/graph.hpp"
#include "align/lexical_model.hpp"
#include "align/surface.hpp"
#include "align/tokens.hpp"

namespace duizhao::align {

/// One side of a pair, as the search sees it.
struct Text {
  Tokens tokens;
  std::vector<Surface> surfaces;
};

// clang-format off
inline constexpr auto kFeatureNames = std::to_array<std::string_view>({
    "lexical", "prior", "length2", "length-robust", "length-gauss", "one-target", "clauses", "contrast-target",
    "gain-source", "split", "bleeding", "ends", "quotation", "inside", "question"});
// clang-format on
inline constexpr std::size_t kFeatureCount = kFeatureNames.size();
using FeatureVector = std::array<double, kFeatureCount>;

class Features {
 public:
  Features(const Text& source, const Text& target, const LexicalModel& model,
           const Evidence& evidence, const Graph& graph);

  FeatureVector operator()(std::size_t edge) const;

 private:
  double clause_deviation(const Span& span) const;
  double target_contrast(const Span& span) const;
  double source_gain(const Span& span) const;
  double split_gain(const Span& span) const;

  const Text& source_;
  const Text& target_;
  const Evidence& evidence_;
  const Graph& graph_;
  std::vector<double> bleeding_;  // by node
  std::vector<double> openings_;
  std::vector<double> closings_;
  std::vector<double> source_clauses_;  // cumulative, in the target's clauses
  std::vector<double> target_clauses_;
  bool has_quotations_;
};

}  // namespace duizhao::align
