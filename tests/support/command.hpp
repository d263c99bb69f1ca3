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

}  // namespace test
