// Statements about places where witnesses differ.
#pragma once

#include <vector>

#include "collate/columns.hpp"
#include "collate/linked_witnesses.hpp"
#include "duizhao/collate/comparison.hpp"
#include "duizhao/mentions/quantities.hpp"

namespace duizhao::collate {

/// The differences of witnesses, the gravest kinds first, then by place.
std::vector<Difference> variations_of(const LinkedWitnesses& links,
                                      const std::vector<Column>& columns,
                                      const std::vector<Witness>& witnesses,
                                      const Witness* original, const QuantityFinder& finder);

}  // namespace duizhao::collate
