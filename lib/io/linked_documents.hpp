// Units of formats that hold indices and no text.
#pragma once

#include <vector>

#include "duizhao/io/beads.hpp"
#include "io/codecs.hpp"

namespace duizhao::io {

/// Gives the beads on as units: with the texts of the documents if the options have them, else as
/// indices alone.
UnitsRead give_beads(const Input& input, std::vector<PlacedBead> beads);

}  // namespace duizhao::io
