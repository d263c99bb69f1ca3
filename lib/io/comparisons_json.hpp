// A comparison as JSON.
#pragma once

#include "duizhao/io/results.hpp"
#include "io/json.hpp"

namespace duizhao::io {

/// A member of `"comparisons"` (io/results.hpp).
Json comparison_json(const PlacedComparison& placed);

}  // namespace duizhao::io
