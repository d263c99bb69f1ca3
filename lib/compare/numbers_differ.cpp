#include "compare/numbers_differ.hpp"

#include <algorithm>
#include <cmath>
#include <string_view>
#include <vector>

#include "mentions/approximation.hpp"

namespace duizhao::compare {
namespace {

bool has_number(const Readings& readings, const WitnessWords& words) {
  return std::ranges::any_of(words.places, [&](std::size_t token) {
    return readings.links().text(words.witness).classes[token] == words::WordClass::number;
  });
}

/// Whether a quantity was read as a whole: not the first of 38-17 alone.
bool is_complete(const std::string& text, const Quantity& quantity) {
  const std::string_view words =
      std::string_view(text).substr(quantity.range.begin, quantity.range.size());
  const bool joined =
      words.find('-') != std::string_view::npos || words.find("–") != std::string_view::npos;
  return quantity.low != quantity.high || !joined ||
         words.find_first_of("0123456789") == std::string_view::npos;
}

/// Of two ranges both ends are compared; one value may lie in a range: dozens and thirty.
bool same_value(const Quantity& left, const Quantity& right) {
  const bool ranges = left.low != left.high && right.low != right.high;
  if (ranges && (left.low != right.low || left.high != right.high)) return false;
  return agree(left, right);
}

/// Whether one of two values may be a rounding of the other.
bool are_close(const Quantity& left, const Quantity& right) {
  constexpr double kOff = 0.25;
  return left.kind == right.kind && std::abs(left.low - right.low) <= kOff * std::abs(left.low);
}

}  // namespace

std::optional<bool> numbers_differ(const Readings& readings, const WitnessWords& left,
                                   const WitnessWords& right) {
  if (!has_number(readings, left) || !has_number(readings, right) ||
      readings.folded(left.witness, left.places) == readings.folded(right.witness, right.places)) {
    return std::nullopt;
  }
  const auto own = readings.quantities(left.witness, left.places);
  const auto other = readings.quantities(right.witness, right.places);
  const auto are_read = [&](std::size_t witness, const std::vector<Quantity>& quantities) {
    return !quantities.empty() && std::ranges::all_of(quantities, [&](const Quantity& each) {
      return is_complete(readings.witnesses()[witness].text, each);
    });
  };
  if (!are_read(left.witness, own) || !are_read(right.witness, other)) return std::nullopt;
  const auto meets = [&](const Quantity& one) {
    return std::ranges::any_of(other, [&](const Quantity& two) { return same_value(one, two); });
  };
  const bool meet = own.size() == other.size() ? std::ranges::all_of(own, meets)
                                               : std::ranges::any_of(own, meets);
  const auto is_rough = [&](std::size_t witness, const Quantity& quantity) {
    const Witness& text = readings.witnesses()[witness];
    return mentions::is_approximate(text.text, quantity.range, text.language == "zh");
  };
  const auto has_figures = [&](std::size_t witness, const Quantity& quantity) {
    return std::string_view(readings.witnesses()[witness].text)
               .substr(quantity.range.begin, quantity.range.size())
               .find_first_of("0123456789") != std::string_view::npos;
  };
  // More than 300 and more than 310 are no roundings, a dozen or so and just over ten may be.
  const bool alone = own.size() == 1 && other.size() == 1;
  const bool one_rough =
      alone && is_rough(left.witness, own[0]) != is_rough(right.witness, other[0]);
  const bool both_rough =
      alone && is_rough(left.witness, own[0]) && is_rough(right.witness, other[0]) &&
      !(has_figures(left.witness, own[0]) && has_figures(right.witness, other[0]));
  const bool rounded = (one_rough || both_rough) && are_close(own[0], other[0]);
  if (meet || rounded) return false;
  if (readings.weight(left.witness, left.places) > kShortPhrase ||
      readings.weight(right.witness, right.places) > kShortPhrase) {
    return std::nullopt;
  }
  return true;
}

}  // namespace duizhao::compare
