// Stretches of a side that the other side says nothing about.
#pragma once

#include <optional>
#include <vector>

#include "check/engine/context.hpp"
#include "duizhao/check/findings.hpp"
#include "duizhao/text/byte_range.hpp"

namespace duizhao::check {

/// The words of a side that find least counterparts on the other.
struct UnsupportedStretch {
  ByteRange range;                 ///< bytes of the side's text
  std::vector<FindingSign> signs;  ///< what tells whether it is missing on the other side
};

/// The stretch of a pair's side whose words with meaning lack most: each counts for what its surest
/// link is below one half, and against it for what it is above (the maximal sum of neighbours,
/// Bentley 1984). Nothing where every word finds one, and between other languages than Chinese and
/// English.
std::optional<UnsupportedStretch> unsupported_stretch(const CheckedTranslation& translation,
                                                      const CheckedBead& pair, SideOf side);

}  // namespace duizhao::check
