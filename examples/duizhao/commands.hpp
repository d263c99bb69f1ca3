// The commands of the tool. Each adds itself to the command line; its work begins when it is
// parsed.
#pragma once

#include <CLI/CLI.hpp>
#include <functional>
#include <string>

namespace tool {

/// What the chosen command does; gives the exit code.
using Action = std::function<int()>;

/// Adds a command with the options that all commands have.
CLI::App& add_command(CLI::App& tool, const std::string& name, const std::string& description);

/// Adds all commands, in the order of --help.
void add_commands(CLI::App& tool, Action& chosen);

void add_batch(CLI::App& tool, Action& chosen);
void add_segment(CLI::App& tool, Action& chosen);
void add_align(CLI::App& tool, Action& chosen);
void add_variants(CLI::App& tool, Action& chosen);
void add_trace(CLI::App& tool, Action& chosen);
void add_check(CLI::App& tool, Action& chosen);
void add_compare(CLI::App& tool, Action& chosen);
void add_words(CLI::App& tool, Action& chosen);
void add_score(CLI::App& tool, Action& chosen);
void add_eval(CLI::App& tool, Action& chosen);
void add_completion(CLI::App& tool, Action& chosen);
void add_convert(CLI::App& tool, Action& chosen);
void add_lexicon(CLI::App& tool, Action& chosen);
void add_manual(CLI::App& tool, Action& chosen);

}  // namespace tool
