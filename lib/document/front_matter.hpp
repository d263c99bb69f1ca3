// The fields at the top of a file.
#pragma once

#include <cstddef>
#include <string_view>

#include "document/layout.hpp"

namespace duizhao::document {

/// Reads YAML (`---`) or TOML (`+++`) front matter that begins at `begin`, and gives the offset
/// behind it; `begin` where there is none. Between its marks at least one line names a field, or it
/// is text between two rules. Titles and descriptions are text and become lines of `layout`, all
/// else is matter; fields that never end are a fault, and text.
std::size_t read_front_matter(std::string_view bytes, std::size_t begin, Layout& layout);

}  // namespace duizhao::document
