// Comparisons of groups, and what their writers share.
#pragma once

#include <string>
#include <vector>

#include "duizhao/compare/apparatus.hpp"
#include "duizhao/io/results.hpp"

namespace duizhao::io {

/// The comparisons of groups of variants, and where their texts stand.
std::vector<PlacedComparison> placed(const std::vector<VariantGroup>& groups,
                                     const std::vector<GroupComparison>& comparisons,
                                     const Tracer& tracer);

/// Witnesses with the same words at a place.
struct SharedReading {
  std::string text;
  std::vector<std::size_t> witnesses;
};

/// The different readings of an entry in the order of their first witnesses; that of witnesses
/// which say nothing has no text.
std::vector<SharedReading> readings_of(const Comparison& comparison, const ApparatusEntry& entry);

}  // namespace duizhao::io
