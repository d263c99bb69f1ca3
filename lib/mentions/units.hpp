// Units of measure.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "duizhao/mentions/quantities.hpp"

namespace duizhao::mentions {

/// A unit of data/mentions/units.tsv.
struct Unit {
  std::string_view dimension;  ///< what it measures: mass, length, time
  double factor;               ///< how many of the dimension's base unit it is: 1000 for tonnes
  double offset;               ///< added to a figure first: -32 for degrees Fahrenheit
  std::size_t end;             ///< where it ends in its text, in bytes
};

/// The unit of a quantity: behind it, or its last word. Nothing where there is none, or another
/// kind of quantity: a year, a time of day.
std::optional<Unit> unit_of(std::string_view text, const Quantity& quantity, bool chinese);

/// Whether an English word ends the name of a unit, in any case: Fahrenheit.
bool is_in_unit(std::string_view word);

/// A value in the base unit of its dimension.
inline double in_base_units(double value, const Unit& unit) {
  return (value + unit.offset) * unit.factor;
}

}  // namespace duizhao::mentions
