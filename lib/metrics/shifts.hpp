// The shifts of TER: stretches of words moved to where the reference has them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "metrics/beam_edit_distance.hpp"

namespace duizhao::metrics {

/// How a hypothesis becomes its reference.
struct ShiftedEdits {
  std::size_t shifts = 0;
  std::vector<Edit> steps;  ///< after the shifts
};

/// Shifts greedily, each time what brings the words nearest to the reference, as tercom does
/// (Snover et al. 2006): only words that both sides have and that are wrong where they are; of
/// equal gains the longest stretch, then the earliest, then the earliest target.
ShiftedEdits shift_and_edit(std::vector<std::uint32_t> hypothesis,
                            std::span<const std::uint32_t> reference);

}  // namespace duizhao::metrics
