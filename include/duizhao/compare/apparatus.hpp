// A comparison as a critical apparatus: all witnesses cut at the same places.
#pragma once

#include <optional>
#include <vector>

#include "duizhao/compare/comparison.hpp"
#include "duizhao/text/byte_range.hpp"
#include "duizhao/text/export.hpp"

namespace duizhao {

/// A place of an apparatus.
struct ApparatusEntry {
  /// By witness, bytes of its text: each begins where that of the entry before ends, the first at
  /// 0, the last one ends with the text. Empty where it says nothing.
  std::vector<ByteRange> readings = {};

  /// The gravest kind of a difference that touches it; none where the witnesses agree.
  std::optional<VariationKind> kind = {};
};

/// The apparatus of a comparison by parallel segmentation (TEI P5, 12.2.3): the shortest places
/// that every witness has in the same order; words that stand elsewhere are one place with all that
/// they cross. Neighbours on which the witnesses agree are one. Reading a witness's entries in
/// order gives its text, byte for byte. Linear in the words of all witnesses.
DUIZHAO_EXPORT std::vector<ApparatusEntry> apparatus_of(const Comparison& comparison);

}  // namespace duizhao
