// What stands raised above the line: marks of notes, exponents, endings of ordinals.
#pragma once

#include <string>
#include <string_view>

namespace duizhao::document {

enum class Raised {
  text,      ///< as it stands: 1<sup>st</sup>
  note,      ///< no part of the text: 1921<sup>7</sup>, <sup>[a]</sup>, <sup>①</sup>
  exponent,  ///< of a number, a unit or a variable: 100<sup>2</sup>, km<sup>2</sup>
};

/// Tells what `raised` is by the text around it. `is_link`: it leads to another place.
Raised raised_text(std::string_view before, std::string_view raised, std::string_view after,
                   bool is_link);

/// An exponent as Unicode has it: ² for 2, ⁻³ for -3. Other characters stay.
std::string as_superscript(std::string_view exponent);

}  // namespace duizhao::document
