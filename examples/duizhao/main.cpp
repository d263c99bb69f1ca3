// duizhao: the command-line tool, on the library's public headers alone.
//
// Exit codes: 0 done; 1 done, and a check failed that was asked for; 2 wrong usage; 3 bad input;
// 4 anything else.
#include <csignal>
#include <duizhao/duizhao.hpp>
#include <iostream>
#include <memory>
#include <new>
#include <system_error>

#include "command_line.hpp"
#include "ui_language.hpp"

namespace {

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

int report(const std::string& message, int code) {
  std::cerr << "duizhao: " << duizhao::printable(message) << '\n';
  return code;
}

}  // namespace

int main(int argc, char** argv) {
  std::signal(SIGXFSZ, SIG_IGN);  // a file that grows too large is an error of writing
  try {
    tool::use_language_of_environment();
    if (argc == 1) {
      show_beginning();
      return tool::kWrongUsage;
    }
    auto line = std::make_unique<tool::CommandLine>(argc, argv);
    if (const auto language = line->ui_language(); language && tool::use_language(*language)) {
      line = std::make_unique<tool::CommandLine>(argc, argv);  // descriptions are messages too
    }
    return line->run();
  } catch (const duizhao::Error& error) {
    return report(error.what(), kBadInput);
  } catch (const std::bad_alloc&) {
    return report(duizhao::translate("the memory does not suffice for texts of this size"),
                  kOtherFailure);
  } catch (const std::system_error& error) {
    return report(duizhao::system_message(error.code().value()), kOtherFailure);
  } catch (const std::exception& error) {
    return report(error.what(), kOtherFailure);
  }
}
