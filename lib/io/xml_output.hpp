// XML that is written piece by piece.
#pragma once

#include <string>
#include <string_view>

#include "duizhao/text/error.hpp"

namespace duizhao::io {

/// Text for content or an attribute, escaped. Throws Error (content) at `place` for characters that
/// XML 1.0 forbids.
std::string xml_text(std::string_view text, const ErrorPlace& place);

/// The same with U+FFFD for such characters: for names of files, which nobody can change.
std::string xml_name(std::string_view text);

}  // namespace duizhao::io
