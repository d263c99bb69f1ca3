// Columns, colours and wrapped lines of text reports.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "duizhao/report/text.hpp"

namespace duizhao::report {

/// With spaces up to a width in columns.
std::string padded(const std::string& text, std::size_t width);

std::string dimmed(const std::string& text, const TextLayout& layout);
std::string bold(const std::string& text, const TextLayout& layout);

/// A line of a document: `interview.md:41`, whatever the document's name holds.
std::string line_in(const std::string& document, std::size_t line);

/// A confidence with two decimals, green, yellow or red.
std::string confidence_mark(double confidence, const TextLayout& layout);

/// A text on lines of its own behind `indent` spaces, wrapped where the layout has a width. Control
/// characters are shown as pictures.
std::string indented(const std::string& text, std::size_t indent, const std::string& language,
                     const TextLayout& layout);

// Where colour begins and ends in a text that is still to be wrapped: noncharacters, which Unicode
// keeps for such uses inside of programs.
inline constexpr std::string_view kColourBegins = "\uFDD0";
inline constexpr std::string_view kColourEnds = "\uFDD1";

/// Escape sequences (ANSI) in place of these marks.
std::string with_colours(std::string text);

/// The texts of the witnesses with the words that statements name in brackets, or between the marks
/// of colour where the layout has some.
std::vector<std::string> marked_texts(const Comparison& comparison, const TextLayout& layout,
                                      std::size_t most);

}  // namespace duizhao::report
