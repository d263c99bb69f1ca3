// Numbers compared by their values.
#pragma once

#include <optional>

#include "compare/readings.hpp"

namespace duizhao::compare {

/// Some words of a witness.
struct WitnessWords {
  std::size_t witness;
  const Places& places;
};

/// Whether two witnesses have numbers that differ, as values: not where they meet, nor where words
/// beside them leave them open and one may be a rounding of the other. Nothing where a side has no
/// number that could be read as a whole, or much beside it.
std::optional<bool> numbers_differ(const Readings& readings, const WitnessWords& left,
                                   const WitnessWords& right);

}  // namespace duizhao::compare
