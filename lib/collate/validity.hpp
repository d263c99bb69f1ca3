// Whether results of variants belong together.
#pragma once

#include <vector>

#include "duizhao/collate/group_comparison.hpp"

namespace duizhao::collate {

/// Throws Error (content) unless each group has a comparison, and their variants lie in documents
/// of the tracer. Linear in the variants.
void require_together(const std::vector<VariantGroup>& groups,
                      const std::vector<GroupComparison>& comparisons, const Tracer& tracer);

}  // namespace duizhao::collate
