// What is wrong with a command line, in the user's language.
#pragma once

#include <CLI/CLI.hpp>
#include <string>

namespace tool {

/// The message of a wrong command line. CLI11 writes its own in English; those that this tool can
/// get are translated.
std::string usage_message(const CLI::ParseError& wrong);

}  // namespace tool
