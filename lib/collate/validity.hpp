// Whether results of variants belong together.
#pragma once

#include <vector>

#include "duizhao/collate/collation.hpp"

namespace duizhao::collate {

/// Throws Error (content) unless each group has a collation, and their variants lie in documents of
/// the tracer. Linear in the variants.
void require_together(const std::vector<VariantGroup>& groups,
                      const std::vector<Collation>& collations, const Tracer& tracer);

}  // namespace duizhao::collate
