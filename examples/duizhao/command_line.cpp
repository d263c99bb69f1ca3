#include "command_line.hpp"

#include <fmt/format.h>

#include <duizhao/duizhao.hpp>
#include <iostream>
#include <memory>
#include <sstream>

#include "command_tree.hpp"
#include "help.hpp"
#include "options.hpp"
#include "overwriting.hpp"
#include "suggestions.hpp"
#include "ui_language.hpp"
#include "usage_errors.hpp"

namespace tool {

CommandLine::CommandLine(int argc, char** argv)
    : arguments_(argv + 1, argv + argc),
      tool_(duizhao::translate("Alignment and comparison of Chinese originals and their English "
                               "translations"),
            "duizhao") {
  tool_.formatter(std::make_shared<HelpFormatter>());
  tool_.set_help_flag("-h,--help", duizhao::translate("show this help, and end"));
  tool_.set_version_flag("--version", "duizhao " + std::string(duizhao::version()),
                         duizhao::translate("show the version, and end"));
  add_ui_language(tool_);
  tool_.require_subcommand(1);
  add_commands(tool_, chosen_);
  try {
    tool_.parse(argc, argv);
  } catch (const CLI::ParseError&) {
    wrong_ = std::current_exception();
  }
}

std::optional<std::string> CommandLine::ui_language() const {
  std::optional<std::string> language;
  for (const CLI::App* command : understood()) {
    const CLI::Option* const option = command->get_option_no_throw(kUiLanguage);
    if (option != nullptr && !option->empty()) language = option->results().back();
  }
  return language;
}

int CommandLine::run() {
  try {
    if (wrong_) std::rethrow_exception(wrong_);
    forbid_overwriting(*understood().back());
    return chosen_();
  } catch (const CLI::ParseError& wrong) {
    if (wrong.get_exit_code() == 0) {  // --help, --version
      std::ostringstream text;
      const int code = tool_.exit(wrong, text, text);
      write_to_standard_output(text.str());
      return code;
    }
    return report_wrong_usage(wrong);
  }
}

std::vector<const CLI::App*> CommandLine::understood() const {
  std::vector<const CLI::App*> commands = {&tool_};
  while (!commands.back()->get_subcommands().empty()) {
    commands.push_back(commands.back()->get_subcommands().front());
  }
  return commands;
}

int CommandLine::report_wrong_usage(const CLI::ParseError& wrong) const {
  const CLI::App& command = *understood().back();
  const std::vector<std::string> rest = command.remaining();
  std::string message = usage_message(wrong);
  // CLI11 would only miss a command where one is misspelt.
  if (!commands_below(command).empty() && !rest.empty()) {
    message =
        rest.front().starts_with('-')
            ? fmt::format(fmt::runtime(duizhao::translate("no such option: {}")), rest.front())
            : fmt::format(fmt::runtime(duizhao::translate("no such command: {}")), rest.front()) +
                  suggestion_for_command(command, rest.front());
  }
  std::cerr << "duizhao: " << duizhao::printable(message)
            << suggestion_for_option(command, arguments_) << duizhao::translate(" (see --help)")
            << '\n';
  return kWrongUsage;
}

}  // namespace tool
