// How text fills a terminal.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace duizhao::text {

/// Columns that `text` takes on a terminal: two for a wide character, none for a mark that
/// combines.
std::size_t display_width(std::string_view text);

/// Lines of at most `width` columns, broken where Unicode allows it (UAX 14), else between grapheme
/// clusters. White space at a break is dropped. At least one line.
std::vector<std::string> wrap(std::string_view text, std::size_t width,
                              const std::string& language);

/// Control characters replaced by their pictures (U+2400 …), so that text from a file cannot steer
/// the terminal; line feeds and tabs become spaces, marks that turn the direction of text their
/// names (`[RLO]`), and bytes that are no UTF-8 U+FFFD.
std::string printable(std::string_view text);

}  // namespace duizhao::text
