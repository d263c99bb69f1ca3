// What of a page a parser would take too long for.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace duizhao::document {

/// Elements inside each other; browsers stop at 512. Parsers take quadratic time in the depth, and
/// in the attributes of a tag.
inline constexpr std::size_t kDeepestElement = 1000;
inline constexpr std::size_t kMostAttributes = 1000;

/// Throws Error (format), with line and byte, if elements nest deeper or a tag has more attributes
/// than any page has. Reads tags as the tokenizer of HTML does (HTML Standard, 13.2.5). Linear.
void check_limits(std::string_view bytes, const std::string& name);

}  // namespace duizhao::document
