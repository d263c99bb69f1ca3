// Texts of any size, made from the interviews.
#pragma once

#include <cstddef>
#include <string>

namespace bench {

/// The text of a file of data/interviews.
std::string interview(const std::string& file);

/// The text repeated, as paragraphs, until it has `bytes`.
std::string repeated(const std::string& text, std::size_t bytes);

}  // namespace bench
