// XML that is written.
#pragma once

#include <pugixml.hpp>
#include <string>
#include <string_view>

namespace duizhao::formats {

/// The text with U+FFFD for characters that XML 1.0 forbids.
std::string xml_text(std::string_view text);

/// The document with its declaration, indented by two spaces.
std::string to_string(const pugi::xml_document& document);

}  // namespace duizhao::formats
