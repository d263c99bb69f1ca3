#include "support/command.hpp"

#include <sys/wait.h>

#include <cstdlib>
#include <duizhao/file.hpp>

#include "support/scratch.hpp"

namespace test {
namespace {

std::string quoted(const std::string& argument) {
  std::string safe = "'";
  for (const char c : argument) safe += c == '\'' ? std::string("'\\''") : std::string(1, c);
  return safe + "'";
}

}  // namespace

CommandResult run_tool(const std::vector<std::string>& arguments, const std::string& input,
                       const std::string& environment) {
  const ScratchFolder scratch;
  const auto path = [&](const char* name) { return (scratch.path() / name).string(); };
  scratch.put("in", input);
  std::string command = "cd " + quoted(DUIZHAO_SOURCE_FOLDER) + " && env -i " + environment + " " +
                        quoted(DUIZHAO_TOOL);
  for (const std::string& argument : arguments) command += " " + quoted(argument);
  command += " <" + quoted(path("in")) + " >" + quoted(path("out")) + " 2>" + quoted(path("err"));
  const int status = std::system(command.c_str());
  return {WIFEXITED(status) ? WEXITSTATUS(status) : -1, duizhao::read_file(path("out")),
          duizhao::read_file(path("err"))};
}

}  // namespace test
