// Escapes text for XML 1.0, and for HTML.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "duizhao/text/error.hpp"

namespace duizhao::text {

/// The first character that XML 1.0 forbids, if there is one.
std::optional<char32_t> find_forbidden_in_xml(std::string_view text);

/// The text with U+FFFD for characters that XML 1.0 forbids.
std::string allowed_in_xml(std::string_view text);

/// The text escaped, for content and attributes. Throws Error (content) at `place` for characters
/// that XML 1.0 forbids.
std::string xml_text(std::string_view text, const ErrorPlace& place);

/// The text escaped, with U+FFFD for such characters: for names of files, which nobody can change.
std::string xml_name(std::string_view text);

/// The text with the marks of XML escaped, for content and for attributes in double quotes.
std::string escaped_for_xml(std::string_view text);

}  // namespace duizhao::text
