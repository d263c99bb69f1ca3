// The language in which the tool speaks.
#pragma once

#include <CLI/CLI.hpp>
#include <string>
#include <vector>

namespace tool {

/// Makes the language of `--ui-language`, else that of the environment (LANGUAGE, LC_ALL,
/// LC_MESSAGES, LANG), the program's. It comes before the command line is described and parsed,
/// since descriptions are messages too. Throws duizhao::Error if the language was asked for by the
/// option and its messages are nowhere.
void choose_ui_language(const std::vector<std::string>& arguments);

/// Adds the option --ui-language, which was heeded before.
void add_ui_language(CLI::App& command);

}  // namespace tool
