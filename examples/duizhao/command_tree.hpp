// The command line as data, for what is written about it.
#pragma once

#include <CLI/CLI.hpp>
#include <string>
#include <vector>

namespace tool {

/// An option or an argument as a user types it.
struct Choice {
  std::string short_name;  ///< -f; empty if it has none
  std::string name;        ///< --format; of an argument what stands for it
  std::string value;       ///< what stands for its value: FORMAT; empty if it takes none
  std::string help;
  bool required = false;
  bool repeats = false;
};

struct Command {
  std::string name;  ///< with those it is part of: lexicon lookup
  std::string help;
  std::vector<Choice> arguments;
  std::vector<Choice> options;
  std::string examples;  ///< a line each
};

/// The commands that do something, in their order.
std::vector<Command> commands_of(const CLI::App& tool);

/// The commands that a command has of its own.
std::vector<const CLI::App*> commands_below(const CLI::App& command);

/// Whether a user may give several values.
bool repeats(const CLI::Option& option);

/// The options of a command alone.
std::vector<Choice> options_of(const CLI::App& command);

}  // namespace tool
