// Scripts that let shells complete commands and options, written from the command line's own
// description.
#include <fmt/format.h>

#include <algorithm>
#include <memory>

#include "command_tree.hpp"
#include "commands.hpp"
#include "options.hpp"

namespace tool {
namespace {

/// The commands by their first words, which is what shells complete.
std::vector<Command> first_words(std::vector<Command> commands) {
  for (Command& command : commands)
    command.name.resize(std::min(command.name.find(' '), command.name.size()));
  return commands;
}

/// The text without what shells would take for something else in single quotes and brackets.
std::string plain(std::string text) {
  std::erase_if(text, [](char c) { return c == '\'' || c == '[' || c == ']' || c == '`'; });
  for (char& c : text) {
    if (c == ':') c = ',';
  }
  return text;
}

std::string bash(const std::vector<Command>& commands) {
  std::string names;
  std::string cases;
  for (const Command& command : commands) {
    names += (names.empty() ? "" : " ") + command.name;
    std::string options;
    for (const Choice& option : command.options) {
      options += (options.empty() ? "" : " ") + option.name;
    }
    cases += fmt::format("    {}) words='{}' ;;\n", command.name, options);
  }
  return fmt::format(
      "# bash completion of duizhao\n_duizhao() {{\n"
      "  local word=${{COMP_WORDS[COMP_CWORD]}} words=''\n"
      "  if [[ $COMP_CWORD -eq 1 ]]; then\n    words='{} --help --version'\n"
      "  elif [[ $word == -* ]]; then\n    case ${{COMP_WORDS[1]}} in\n{}    esac\n  fi\n"
      "  COMPREPLY=($(compgen -W \"$words\" -- \"$word\"))\n}}\n"
      "complete -o default -F _duizhao duizhao\n",
      names, cases);
}

std::string zsh(const std::vector<Command>& commands) {
  std::string names;
  std::string cases;
  for (const Command& command : commands) {
    names += fmt::format("    '{}:{}'\n", command.name, plain(command.help));
    std::string options;
    for (const Choice& option : command.options) {
      options += fmt::format(" '{}[{}]{}'", option.name, plain(option.help),
                             !option.value.empty() ? ":value:_files" : "");
    }
    cases += fmt::format("      {}) _arguments{} '*:file:_files' ;;\n", command.name, options);
  }
  return fmt::format(
      "#compdef duizhao\n_duizhao() {{\n  local -a commands=(\n{}  )\n"
      "  if (( CURRENT == 2 )); then\n    _describe command commands\n  else\n"
      "    local command=$words[2]\n    shift words\n    (( CURRENT-- ))\n"
      "    case $command in\n{}    esac\n  fi\n}}\n_duizhao \"$@\"\n",
      names, cases);
}

std::string fish(const std::vector<Command>& commands) {
  std::string script = "# fish completion of duizhao\n";
  for (const Command& command : commands) {
    script += fmt::format("complete -c duizhao -n __fish_use_subcommand -f -a {} -d '{}'\n",
                          command.name, plain(command.help));
    for (const Choice& option : command.options) {
      script += fmt::format(
          "complete -c duizhao -n '__fish_seen_subcommand_from {}' -l {}{} -d '{}'\n", command.name,
          option.name.substr(2), !option.value.empty() ? " -r" : "", plain(option.help));
    }
  }
  return script;
}

}  // namespace

void add_completion(CLI::App& tool, Action& chosen) {
  const auto shell = std::make_shared<std::string>();
  CLI::App& command = add_command(
      tool, "completion", duizhao::translate("the script that lets a shell complete duizhao"));
  command.add_option("shell", *shell, duizhao::translate("bash, zsh or fish"))
      ->required()
      ->type_name("SHELL")
      ->check(CLI::IsMember({"bash", "zsh", "fish"}).description(""));
  add_examples(command, {"source <(duizhao completion bash)",
                         "duizhao completion fish > ~/.config/fish/completions/duizhao.fish"});
  command.callback([&tool, &chosen, shell] {
    chosen = [&tool, shell] {
      const auto commands = first_words(commands_of(tool));
      OutputOptions().write(*shell == "bash"  ? bash(commands)
                            : *shell == "zsh" ? zsh(commands)
                                              : fish(commands));
      return 0;
    };
  });
}

}  // namespace tool
