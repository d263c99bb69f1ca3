// Words that leave a number open.
#pragma once

#include <string_view>

#include "duizhao/text/byte_range.hpp"

namespace duizhao::mentions {

/// What stands within so many bytes of a range, the range itself included.
std::string_view around(std::string_view text, ByteRange range, std::size_t bytes);

/// Whether words beside a quantity leave its value open: about, or so, 左右. Those of
/// data/rules/number-contexts.txt.
bool is_approximate(std::string_view text, ByteRange range, bool chinese);

/// Whether the figures of a number stand so in another text, spaces aside: 24/7, 38 - 17.
bool figures_stand_in(std::string_view text, ByteRange number, std::string_view other);

}  // namespace duizhao::mentions
