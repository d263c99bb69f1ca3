#include "help.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <duizhao/duizhao.hpp>

#include "command_tree.hpp"
#include "terminal.hpp"

namespace tool {
namespace {

/// The options of a command as CLI11 calls them, unless told otherwise.
constexpr const char* kOptions = "Options";

}  // namespace

HelpFormatter::HelpFormatter() {
  for (const char* word : {duizhao::translatable("Usage"), duizhao::translatable("OPTIONS"),
                           duizhao::translatable("SUBCOMMAND")}) {
    label(word, duizhao::translate(word));
  }
  label("Positionals", duizhao::translate("Arguments"));
}

std::string HelpFormatter::make_group(std::string group, bool is_positional,
                                      std::vector<const CLI::Option*> options) const {
  if (group == kOptions) group = duizhao::translate("Options");
  return CLI::Formatter::make_group(std::move(group), is_positional, std::move(options));
}

/// What a value is called. That it is required is said in the description, whose column may hold
/// wide characters.
std::string HelpFormatter::make_option_opts(const CLI::Option* option) const {
  if (option->get_type_size() == 0) return {};
  return ' ' + option->get_type_name() + (repeats(*option) ? " ..." : "");
}

std::string HelpFormatter::make_option_desc(const CLI::Option* option) const {
  const std::string& description = option->get_description();
  if (!option->get_required()) return in_column(description, get_column_width());
  return in_column(fmt::format(fmt::runtime(duizhao::translate("{} (required)")), description),
                   get_column_width());
}

std::string HelpFormatter::make_subcommand(const CLI::App* command) const {
  std::ostringstream line;
  CLI::detail::format_help(line, command->get_display_name(true),
                           in_column(command->get_description(), get_column_width()),
                           get_column_width());
  return line.str();
}

std::string HelpFormatter::make_description(const CLI::App* command) const {
  return in_column(command->get_description(), 0) + '\n';
}

/// A text wrapped into a column that begins there; CLI11 indents its lines.
std::string HelpFormatter::in_column(const std::string& text, std::size_t begin) const {
  if (!is_terminal(STDOUT_FILENO)) return text;
  constexpr std::size_t kLeast = 20;
  const std::size_t width = std::max(terminal_width(STDOUT_FILENO), begin + kLeast) - begin;
  return fmt::format("{}", fmt::join(duizhao::wrap(text, width, "zh"), "\n"));
}

}  // namespace tool
