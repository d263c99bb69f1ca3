#include "command_tree.hpp"

namespace tool {
namespace {

Choice choice_of(const CLI::Option& option) {
  Choice choice;
  choice.help = option.get_description();
  choice.required = option.get_required();
  choice.repeats = repeats(option);
  if (option.get_items_expected_max() > 0) choice.value = option.get_type_name();
  if (option.get_positional()) {
    choice.name = choice.value;
    return choice;
  }
  choice.name = "--" + option.get_lnames().front();
  if (!option.get_snames().empty()) choice.short_name = "-" + option.get_snames().front();
  return choice;
}

void add_commands(const CLI::App& parent, const std::string& prefix,
                  std::vector<Command>& commands) {
  for (const CLI::App* each : commands_below(parent)) {
    const std::string name = prefix + each->get_name();
    if (!commands_below(*each).empty()) {
      add_commands(*each, name + ' ', commands);
      continue;
    }
    Command command{name, each->get_description(), {}, options_of(*each), each->get_footer()};
    for (const CLI::Option* option : each->get_options()) {
      if (option->get_positional()) command.arguments.push_back(choice_of(*option));
    }
    commands.push_back(std::move(command));
  }
}

}  // namespace

std::vector<Command> commands_of(const CLI::App& tool) {
  std::vector<Command> commands;
  add_commands(tool, "", commands);
  return commands;
}

std::vector<const CLI::App*> commands_below(const CLI::App& command) {
  return command.get_subcommands([](const CLI::App*) { return true; });
}

bool repeats(const CLI::Option& option) {
  return option.get_expected_max() == CLI::detail::expected_max_vector_size;
}

std::vector<Choice> options_of(const CLI::App& command) {
  std::vector<Choice> options;
  for (const CLI::Option* option : command.get_options()) {
    if (!option->get_lnames().empty()) options.push_back(choice_of(*option));
  }
  return options;
}

}  // namespace tool
