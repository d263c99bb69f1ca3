// Columns, colours and wrapped lines of text reports.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "duizhao/report/text.hpp"

namespace duizhao::report {

/// With spaces up to a width in columns.
std::string padded(const std::string& text, std::size_t width);

std::string dimmed(const std::string& text, const TextLayout& layout);
std::string bold(const std::string& text, const TextLayout& layout);

/// A confidence with two decimals, green, yellow or red.
std::string confidence_mark(double confidence, const TextLayout& layout);

/// A text on lines of its own behind `indent` spaces, wrapped where the layout has a width. Control
/// characters are shown as pictures.
std::string indented(const std::string& text, std::size_t indent, const std::string& language,
                     const TextLayout& layout);

}  // namespace duizhao::report
