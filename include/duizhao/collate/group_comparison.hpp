// The variants of a group compared with each other.
#pragma once

#include <cstddef>
#include <vector>

#include "duizhao/collate/variants.hpp"
#include "duizhao/compare/comparison.hpp"
#include "duizhao/text/export.hpp"
#include "duizhao/trace/tracer.hpp"

namespace duizhao {

/// What the variants of a group say differently.
struct GroupComparison {
  /// By witness: the variants that have its text, as indices; the same text twice is one witness.
  std::vector<std::vector<std::size_t>> variants = {};

  /// Its witnesses are the variants in the language that most of them have. Without differences
  /// where it has fewer than two, or texts that cannot be linked.
  Comparison comparison = {};
};

/// Compares the variants of a group, with its original where that is Chinese; the sentences around
/// each in its document count as said. Throws as Comparer::compare does, but for texts that are too
/// long.
DUIZHAO_EXPORT GroupComparison compare_group(const Comparer& comparer, const VariantGroup& group,
                                             const Tracer& tracer);

}  // namespace duizhao
