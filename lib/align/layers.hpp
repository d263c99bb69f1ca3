// What paths weigh by their last bead.
#pragma once

#include <algorithm>
#include <limits>

namespace duizhao::align {

inline constexpr double kNoPath = -std::numeric_limits<double>::infinity();

/// The weight of paths to a place by their last bead, or from a place by the bead before it. A run
/// of null beads is one event, an omission, and so it matters how a place was reached.
struct Layers {
  double text = kNoPath;  ///< a bead with both sides, or none
  double gap = kNoPath;   ///< a null bead

  double best() const { return std::max(text, gap); }
  double by(bool null) const { return null ? gap : text; }
  double& by(bool null) { return null ? gap : text; }
};

}  // namespace duizhao::align
