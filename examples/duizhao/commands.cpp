#include "commands.hpp"

#include <duizhao/duizhao.hpp>

#include "ui_language.hpp"

namespace tool {

CLI::App& add_command(CLI::App& tool, const std::string& name, const std::string& description) {
  CLI::App& command = *tool.add_subcommand(name, description);
  command.group(duizhao::translate("Commands"));
  add_ui_language(command);
  return command;
}

void add_commands(CLI::App& tool, Action& chosen) {
  add_align(tool, chosen);
  add_segment(tool, chosen);
  add_variants(tool, chosen);
  add_trace(tool, chosen);
  add_check(tool, chosen);
  add_compare(tool, chosen);
  add_words(tool, chosen);
  add_batch(tool, chosen);
  add_score(tool, chosen);
  add_eval(tool, chosen);
  add_convert(tool, chosen);
  add_lexicon(tool, chosen);
  add_completion(tool, chosen);
  add_manual(tool, chosen);
}

}  // namespace tool
