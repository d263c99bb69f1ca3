// Statements about places where witnesses differ.
#pragma once

#include <vector>

#include "compare/columns.hpp"
#include "compare/linked_witnesses.hpp"
#include "duizhao/compare/comparison.hpp"
#include "duizhao/mentions/quantities.hpp"

namespace duizhao::compare {

/// The differences of witnesses, the gravest kinds first, then by place.
std::vector<Difference> variations_of(const LinkedWitnesses& links,
                                      const std::vector<Column>& columns,
                                      const std::vector<Witness>& witnesses,
                                      const Witness* original, const QuantityFinder& finder);

}  // namespace duizhao::compare
