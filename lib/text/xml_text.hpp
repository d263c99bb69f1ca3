// Text that goes into XML 1.0.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace duizhao::text {

/// The first character that XML 1.0 forbids, if there is one.
std::optional<char32_t> find_forbidden_in_xml(std::string_view text);

/// The text with U+FFFD for characters that XML 1.0 forbids.
std::string allowed_in_xml(std::string_view text);

/// The text with the marks of XML escaped, for content and for attributes in double quotes.
std::string escaped_for_xml(std::string_view text);

}  // namespace duizhao::text
