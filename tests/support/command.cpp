#include "support/command.hpp"

#include <pty.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>
#include <duizhao/text/file.hpp>

#include "support/scratch.hpp"

namespace test {
namespace {

std::string quoted(const std::string& argument) {
  std::string safe = "'";
  for (const char c : argument) safe += c == '\'' ? std::string("'\\''") : std::string(1, c);
  return safe + "'";
}

std::string command_line(const std::vector<std::string>& arguments,
                         const std::string& environment) {
  std::string command = "cd " + quoted(DUIZHAO_SOURCE_FOLDER) + " && exec env -i " + environment +
                        " " + quoted(DUIZHAO_TOOL);
  for (const std::string& argument : arguments) command += " " + quoted(argument);
  return command;
}

}  // namespace

CommandResult run_tool(const std::vector<std::string>& arguments, const std::string& input,
                       const std::string& environment) {
  const ScratchFolder scratch;
  const auto path = [&](const char* name) { return (scratch.path() / name).string(); };
  scratch.put("in", input);
  std::string command = command_line(arguments, environment);
  command += " <" + quoted(path("in")) + " >" + quoted(path("out")) + " 2>" + quoted(path("err"));
  const int status = std::system(command.c_str());
  return {WIFEXITED(status) ? WEXITSTATUS(status) : -1, duizhao::read_file(path("out")),
          duizhao::read_file(path("err"))};
}

std::string run_on_terminal(const std::vector<std::string>& arguments, int columns,
                            const std::string& environment) {
  const std::string command = command_line(arguments, environment);
  winsize size{};
  size.ws_row = 24;
  size.ws_col = static_cast<unsigned short>(columns);
  int terminal = -1;
  const pid_t child = ::forkpty(&terminal, nullptr, nullptr, &size);
  if (child == 0) {
    ::execl("/bin/sh", "sh", "-c", command.c_str(), nullptr);
    ::_exit(127);
  }
  std::string shown;
  char piece[4096];
  for (ssize_t count = 0; (count = ::read(terminal, piece, sizeof piece)) > 0;) {
    shown.append(piece, static_cast<std::size_t>(count));
  }
  ::waitpid(child, nullptr, 0);
  ::close(terminal);
  return shown;
}

}  // namespace test
