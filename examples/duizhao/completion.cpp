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

/// A command as shells see it: by its first word. Commands of their own (lookup) stand before its
/// options.
struct Completed {
  std::string name;
  std::string help;
  std::vector<std::string> words;  // commands of its own
  std::vector<Choice> options;
};

std::vector<Completed> completed(const CLI::App& tool) {
  std::vector<Completed> list;
  for (const Command& command : commands_of(tool)) {
    const std::size_t space = command.name.find(' ');
    const std::string first = command.name.substr(0, space);
    if (list.empty() || list.back().name != first) {
      list.push_back({first, tool.get_subcommand(first)->get_description(), {}, {}});
    }
    if (space != std::string::npos) list.back().words.push_back(command.name.substr(space + 1));
    for (const Choice& option : command.options) list.back().options.push_back(option);
  }
  return list;
}

/// The text without what shells would take for something else in single quotes and brackets.
std::string plain(std::string text) {
  std::erase_if(text, [](char c) { return c == '\'' || c == '[' || c == ']' || c == '`'; });
  for (char& c : text) {
    if (c == ':') c = ',';
  }
  return text;
}

std::string names_of(const std::vector<Choice>& options) {
  std::string names;
  for (const Choice& option : options) names += (names.empty() ? "" : " ") + option.name;
  return names;
}

std::string bash(const std::vector<Completed>& commands, const std::vector<Choice>& own) {
  std::string names;
  std::string words;
  std::string cases;
  for (const Completed& command : commands) {
    names += command.name + ' ';
    if (!command.words.empty()) {
      words += fmt::format("    {}) words='{}' ;;\n", command.name, fmt::join(command.words, " "));
    }
    cases += fmt::format("    {}) words='{}' ;;\n", command.name, names_of(command.options));
  }
  return fmt::format(
      "# bash completion of duizhao\n_duizhao() {{\n"
      "  local word=${{COMP_WORDS[COMP_CWORD]}} words=''\n"
      "  if [[ $COMP_CWORD -eq 1 ]]; then\n    words='{}{}'\n"
      "  elif [[ $word == -* ]]; then\n    case ${{COMP_WORDS[1]}} in\n{}    esac\n"
      "  elif [[ $COMP_CWORD -eq 2 ]]; then\n    case ${{COMP_WORDS[1]}} in\n{}    esac\n  fi\n"
      "  COMPREPLY=($(compgen -W \"$words\" -- \"$word\"))\n}}\n"
      "complete -o default -F _duizhao duizhao\n",
      names, names_of(own), cases, words);
}

std::string zsh(const std::vector<Completed>& commands) {
  std::string names;
  std::string cases;
  for (const Completed& command : commands) {
    names += fmt::format("    '{}:{}'\n", command.name, plain(command.help));
    std::string options;
    for (const Choice& option : command.options) {
      options += fmt::format(" '{}[{}]{}'", option.name, plain(option.help),
                             !option.value.empty() ? ":value:_files" : "");
    }
    if (!command.words.empty())
      options += fmt::format(" '1:command:({})'", fmt::join(command.words, " "));
    cases += fmt::format("      {}) _arguments{} '*:file:_files' ;;\n", command.name, options);
  }
  return fmt::format(
      "#compdef duizhao\n_duizhao() {{\n  local -a commands=(\n{}  )\n"
      "  if (( CURRENT == 2 )); then\n    _describe command commands\n  else\n"
      "    local command=$words[2]\n    shift words\n    (( CURRENT-- ))\n"
      "    case $command in\n{}    esac\n  fi\n}}\n_duizhao \"$@\"\n",
      names, cases);
}

std::string fish(const std::vector<Completed>& commands) {
  std::string script = "# fish completion of duizhao\n";
  for (const Completed& command : commands) {
    script += fmt::format("complete -c duizhao -n __fish_use_subcommand -f -a {} -d '{}'\n",
                          command.name, plain(command.help));
    for (const std::string& word : command.words) {
      script += fmt::format("complete -c duizhao -n '__fish_seen_subcommand_from {}' -f -a {}\n",
                            command.name, word);
    }
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
      const auto commands = completed(tool);
      OutputOptions().write(*shell == "bash"  ? bash(commands, options_of(tool))
                            : *shell == "zsh" ? zsh(commands)
                                              : fish(commands));
      return 0;
    };
  });
}

}  // namespace tool
