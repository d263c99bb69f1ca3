// The command line that the tool was called with.
#pragma once

#include <CLI/CLI.hpp>
#include <exception>
#include <optional>
#include <string>
#include <vector>

#include "commands.hpp"

namespace tool {

/// What --help, --version and wrong usage end with, or what the command gives.
constexpr int kWrongUsage = 2;

/// All commands, described in the language of messages, and what was asked of them.
class CommandLine {
 public:
  CommandLine(int argc, char** argv);

  /// The language that --ui-language asks for, also on a command line that is wrong.
  std::optional<std::string> ui_language() const;

  /// Runs the chosen command, or shows help, the version or what is wrong. Gives the exit code.
  int run();

 private:
  /// The commands as far as they were understood: the tool itself, `lexicon`, `lookup`.
  std::vector<const CLI::App*> understood() const;

  int report_wrong_usage(const CLI::ParseError& wrong) const;

  std::vector<std::string> arguments_;
  CLI::App tool_;
  Action chosen_;
  std::exception_ptr wrong_;
};

}  // namespace tool
