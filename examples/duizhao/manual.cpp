// The manual page, written from the command line's own description.
#include <fmt/format.h>

#include <duizhao/duizhao.hpp>
#include <memory>

#include "command_tree.hpp"
#include "commands.hpp"
#include "options.hpp"

namespace tool {
namespace {

using duizhao::translate;

/// Text as roff wants it.
std::string roff(const std::string& text) {
  std::string escaped;
  bool begins_line = true;
  for (const char c : text) {
    if (begins_line && (c == '.' || c == '\'')) escaped += "\\&";
    if (c == '\\') {
      escaped += "\\e";
    } else if (c == '-') {
      escaped += "\\-";
    } else {
      escaped += c;
    }
    begins_line = c == '\n';
  }
  return escaped;
}

std::string section(const std::string& title) { return ".SH " + title + '\n'; }

/// `-f, --format FORMAT` in bold and italics.
std::string names_of(const Choice& choice) {
  std::string names;
  if (!choice.short_name.empty()) names += "\\fB" + roff(choice.short_name) + "\\fR, ";
  names += "\\fB" + roff(choice.name) + "\\fR";
  if (!choice.value.empty()) names += " \\fI" + roff(choice.value) + "\\fR";
  return names;
}

std::string entry(const std::string& names, const std::string& help) {
  return ".TP\n" + names + '\n' + roff(help) + '\n';
}

std::string synopsis(const Command& command) {
  std::string line =
      "\\fBduizhao " + roff(command.name) + "\\fR [\\fI" + translate("OPTIONS") + "\\fR]";
  for (const Choice& argument : command.arguments) {
    const std::string name = "\\fI" + roff(argument.name) + "\\fR" + (argument.repeats ? "…" : "");
    line += ' ' + (argument.required ? name : '[' + name + ']');
  }
  return line;
}

std::string description(const Command& command) {
  std::string text = ".SS \"duizhao " + roff(command.name) + "\"\n" +
                     roff(fmt::format(fmt::runtime(translate("{}.")), command.help)) + "\n.PP\n" +
                     synopsis(command) + '\n';
  for (const Choice& argument : command.arguments) {
    text += entry("\\fI" + roff(argument.name) + "\\fR", argument.help);
  }
  for (const Choice& option : command.options) text += entry(names_of(option), option.help);
  return text + ".PP\n.nf\n" + roff(command.examples) + "\n.fi\n";
}

std::string manual(const CLI::App& tool) {
  std::string page = fmt::format(".TH DUIZHAO 1 \"\" \"duizhao {}\" \"{}\"\n", duizhao::version(),
                                 translate("User commands"));
  page += section(translate("NAME")) + "duizhao \\- " + roff(tool.get_description()) + '\n';
  page += section(translate("SYNOPSIS")) + "\\fBduizhao\\fR \\fI" + translate("COMMAND") +
          "\\fR [\\fI" + translate("OPTIONS") + "\\fR] …\n";
  page += section(translate("OPTIONS"));
  for (const Choice& option : options_of(tool)) page += entry(names_of(option), option.help);
  page += section(translate("COMMANDS"));
  for (const Command& command : commands_of(tool)) page += description(command);
  page += section(translate("EXIT STATUS"));
  page += entry("0", translate("done"));
  page += entry("1", translate("done, and check, trace or eval found what it was told to fail on"));
  page += entry("2", translate("wrong usage"));
  page += entry("3", translate("bad input: one line on standard error with file, line, byte and "
                               "what was expected"));
  page += entry("4", translate("anything else"));
  page += section(translate("ENVIRONMENT"));
  page += entry("LANGUAGE, LC_ALL, LC_MESSAGES, LANG",
                translate("the language of messages and reports, unless --ui-language names it"));
  page += entry("NO_COLOR", translate("no colours, if it is set and not empty"));
  return page;
}

}  // namespace

void add_manual(CLI::App& tool, Action& chosen) {
  CLI::App& command = add_command(tool, "manual", translate("the manual page of duizhao, for man"));
  add_examples(command, {"duizhao manual | man -l -"});
  command.callback([&tool, &chosen] {
    chosen = [&tool] {
      OutputOptions().write(manual(tool));
      return 0;
    };
  });
}

}  // namespace tool
