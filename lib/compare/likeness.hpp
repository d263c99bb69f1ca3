// How much texts are alike.
#pragma once

#include <vector>

#include "duizhao/compare/witness.hpp"

namespace duizhao::compare {

/// By witness and witness: chrF (Popović 2015) both ways, 0 to 1.
std::vector<std::vector<double>> likeness_of(const std::vector<Witness>& witnesses);

}  // namespace duizhao::compare
