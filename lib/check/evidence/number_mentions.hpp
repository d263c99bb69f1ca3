// The quantities of a side, and how those of two sides go together.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "check/engine/context.hpp"
#include "mentions/units.hpp"

namespace duizhao::check {

/// A quantity of a side, and what its surroundings say about it.
struct Mention {
  Quantity quantity;
  std::optional<mentions::Unit> unit = {};
  bool about = false;  // approximate by the words beside it, or a range
  bool minor = false;  // a small number in words, or part of an ordinary word: often left out
  bool idle = false;   // counts nothing: part of a name, an idiom, the number of an item
  bool matched = false;
  bool explained = false;  // in other words, or counted otherwise: a century, 20 per cent off
};

std::vector<Mention> mentions_of(const CheckedTranslation& translation, const CheckedBead& pair,
                                 SideOf name);

/// Whether a text has a digit.
bool has_digit(std::string_view text);

/// Whether two mentions measure the same in different units: kilometres and miles, minutes and
/// hours.
bool are_converted(const Mention& left, const Mention& right);

/// How well two quantities go together.
enum class Fit { none, roughly, well };

/// Of figures in the same unit, or in none.
Fit fit(const Mention& left, const Mention& right);

/// Of figures in different units of the same: 10公里 and 6.2 miles. Conversions are rounded.
Fit converted_fit(const Mention& left, const Mention& right);

}  // namespace duizhao::check
