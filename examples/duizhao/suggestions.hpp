// What was probably meant.
#pragma once

#include <CLI/CLI.hpp>
#include <string>
#include <vector>

namespace tool {

/// The known word that differs least from a misspelt one, if it is near: one letter in three may be
/// wrong, missing, too many or exchanged with the next. Empty if there is none.
std::string nearest(const std::string& word, const std::vector<std::string>& known);

/// " (did you mean align?)", or nothing.
std::string suggestion_for_command(const CLI::App& tool, const std::string& word);

/// The same for the first of the arguments that looks like an option and is none of the command.
std::string suggestion_for_option(const CLI::App& tool, const std::vector<std::string>& arguments);

}  // namespace tool
