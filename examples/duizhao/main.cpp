// duizhao: the command-line tool, on the library's public headers alone.
//
// Exit codes: 0 done; 1 done, and a check failed that was asked for; 2 wrong usage; 3 bad input;
// 4 anything else.
#include <fmt/format.h>

#include <algorithm>
#include <csignal>
#include <iostream>
#include <new>

#include "commands.hpp"
#include "help.hpp"
#include "options.hpp"
#include "suggestions.hpp"
#include "ui_language.hpp"
#include "usage_errors.hpp"

namespace {

constexpr int kWrongUsage = 2;
constexpr int kBadInput = 3;
constexpr int kOtherFailure = 4;

void show_beginning() {
  std::cerr << duizhao::translate(
      "duizhao aligns Chinese texts with their English translations and compares them.\n"
      "\n"
      "Begin with:\n"
      "  duizhao align CHINESE ENGLISH     sentence by sentence, side by side\n"
      "  duizhao segment FILE              the sentences of a text\n"
      "  duizhao lexicon lookup WORD       what a word may be in the other language\n"
      "\n"
      "duizhao --help lists all commands, duizhao COMMAND --help the options of one.\n");
}

bool is_command(CLI::App& tool, const std::string& name) {
  const auto commands = tool.get_subcommands([](CLI::App*) { return true; });
  return std::any_of(commands.begin(), commands.end(),
                     [&](const CLI::App* command) { return command->get_name() == name; });
}

int report(const std::string& message, int code) {
  std::cerr << "duizhao: " << message << '\n';
  return code;
}

int report_usage(const std::string& message, const std::string& suggestion) {
  return report(message + suggestion + ' ' + duizhao::translate("(see --help)"), kWrongUsage);
}

}  // namespace

int main(int argc, char** argv) {
  std::signal(SIGXFSZ, SIG_IGN);  // a file that grows too large is an error of writing
  try {
    const std::vector<std::string> arguments(argv + 1, argv + argc);
    tool::choose_ui_language(arguments);
    if (arguments.empty()) {
      show_beginning();
      return kWrongUsage;
    }
    CLI::App tool(duizhao::translate("Alignment and comparison of Chinese originals and their "
                                     "English translations"),
                  "duizhao");
    tool.formatter(std::make_shared<tool::HelpFormatter>());
    tool.set_help_flag("-h,--help", duizhao::translate("show this help, and end"));
    tool.set_version_flag("--version", "duizhao " + std::string(duizhao::version()),
                          duizhao::translate("show the version, and end"));
    tool::add_ui_language(tool);
    tool.require_subcommand(1);
    tool::Action chosen;
    tool::add_align(tool, chosen);
    tool::add_segment(tool, chosen);
    tool::add_variants(tool, chosen);
    tool::add_trace(tool, chosen);
    tool::add_check(tool, chosen);
    tool::add_score(tool, chosen);
    tool::add_eval(tool, chosen);
    tool::add_convert(tool, chosen);
    tool::add_lexicon(tool, chosen);
    tool::add_completion(tool, chosen);
    tool::add_manual(tool, chosen);
    // CLI11 would only miss a command where one is misspelt.
    const std::string& first = arguments.front();
    if (!first.starts_with('-') && !is_command(tool, first)) {
      return report_usage(
          fmt::format(fmt::runtime(duizhao::translate("no such command: {}")), first),
          tool::suggestion_for_command(tool, first));
    }
    try {
      tool.parse(argc, argv);
      return chosen();
    } catch (const CLI::ExtrasError& wrong) {
      return report_usage(tool::usage_message(wrong), tool::suggestion_for_option(tool, arguments));
    } catch (const CLI::ParseError& wrong) {
      if (wrong.get_exit_code() == 0) return tool.exit(wrong);  // --help, --version
      return report_usage(tool::usage_message(wrong), "");
    }
  } catch (const duizhao::Error& error) {
    return report(error.what(), kBadInput);
  } catch (const std::bad_alloc&) {
    return report(duizhao::translate("the memory does not suffice for texts of this size"),
                  kOtherFailure);
  } catch (const std::exception& error) {
    return report(error.what(), kOtherFailure);
  }
}
