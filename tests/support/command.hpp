// Running a program as a user would.
#pragma once

#include <string>
#include <vector>

namespace test {

struct CommandResult {
  int exit_code;
  std::string output;
  std::string errors;
};

/// Runs the duizhao tool with an empty environment but for `environment`, in the folder of the
/// sources.
CommandResult run_tool(const std::vector<std::string>& arguments, const std::string& input = {},
                       const std::string& environment = {});

/// Runs the tool on a terminal of so many columns, and gives all that it shows there.
std::string run_on_terminal(const std::vector<std::string>& arguments, int columns,
                            const std::string& environment = "TERM=xterm");

}  // namespace test
