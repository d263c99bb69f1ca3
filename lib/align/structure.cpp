#include "align/structure.hpp"

#include <cmath>
#include <cstddef>

namespace duizhao::align {
namespace {

// Set by hand: the chapters that the other weights are learned from have no structure.
constexpr double kInnerCost[] = {0, 6, 10};  // nats, by the kind of break
constexpr double kEdgeCost[] = {0, 1, 3};

constexpr double kContinuationInBlock = 2;

/// The cost of all breaks inside sentences [begin, begin + count).
double inner_cost(const Structure& breaks, std::size_t begin, std::size_t count) {
  double cost = 0;
  for (std::size_t k = begin + 1; k < begin + count; ++k) {
    cost += kInnerCost[static_cast<std::size_t>(breaks[k])];
  }
  return cost;
}

double edge_cost(const Structure& breaks, std::size_t begin) {
  return kEdgeCost[static_cast<std::size_t>(breaks[begin])];
}

}  // namespace

double structure_score(const Structure& source, const Structure& target, const Span& span) {
  if (source.empty() || target.empty() || span.is_null()) return 0;
  const double inner = inner_cost(source, span.source_begin, span.source_count) -
                       inner_cost(target, span.target_begin, span.target_count);
  const double edge = edge_cost(source, span.source_begin) - edge_cost(target, span.target_begin);
  return -std::abs(inner) - std::abs(edge);
}

double continuation_in_block(const Structure& source, const Structure& target, const Span& span) {
  if (!span.is_null()) return 0;
  const bool in_source = span.source_count > 0;
  const Structure& breaks = in_source ? source : target;
  const std::size_t begin = in_source ? span.source_begin : span.target_begin;
  return !breaks.empty() && breaks[begin] == Break::none ? kContinuationInBlock : 0;
}

}  // namespace duizhao::align
