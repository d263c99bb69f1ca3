// duizhao: the command-line tool, on the library's public headers alone.
//
// Exit codes: 0 done; 1 done, and a check failed that was asked for; 2 wrong usage; 3 bad input;
// 4 anything else.
#include <algorithm>
#include <csignal>
#include <iostream>
#include <new>

#include "commands.hpp"
#include "options.hpp"
#include "suggestions.hpp"

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

}  // namespace

int main(int argc, char** argv) {
  if (argc == 1) {
    show_beginning();
    return kWrongUsage;
  }
  std::signal(SIGXFSZ, SIG_IGN);  // a file that grows too large is an error of writing
  try {
    CLI::App tool(duizhao::translate("Alignment and comparison of Chinese originals and their "
                                     "English translations"),
                  "duizhao");
    tool.set_version_flag("--version", "duizhao " + std::string(duizhao::version()));
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
    // CLI11 would only miss a command where one is misspelt.
    const std::string first = argv[1];
    if (!first.starts_with('-') && !is_command(tool, first)) {
      return report(duizhao::translate("no such command: ") + first +
                        tool::suggestion_for_command(tool, first) +
                        duizhao::translate(" (see --help)"),
                    kWrongUsage);
    }
    try {
      tool.parse(argc, argv);
      return chosen();
    } catch (const CLI::ExtrasError& wrong) {
      const std::vector<std::string> arguments(argv + 1, argv + argc);
      return report(std::string(wrong.what()) + tool::suggestion_for_option(tool, arguments) +
                        duizhao::translate(" (see --help)"),
                    kWrongUsage);
    } catch (const CLI::ParseError& wrong) {
      if (wrong.get_exit_code() == 0) return tool.exit(wrong);  // --help, --version
      return report(std::string(wrong.what()) + duizhao::translate(" (see --help)"), kWrongUsage);
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
