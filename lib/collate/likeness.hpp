// How much texts are alike.
#pragma once

#include <vector>

#include "duizhao/collate/witness.hpp"

namespace duizhao::collate {

/// By witness and witness: chrF (Popović 2015) both ways, 0 to 1.
std::vector<std::vector<double>> likeness_of(const std::vector<Witness>& witnesses);

}  // namespace duizhao::collate
