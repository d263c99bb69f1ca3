// What --help shows.
#pragma once

#include <CLI/CLI.hpp>
#include <string>

namespace tool {

/// Help in the user's language, as wide as the terminal.
class HelpFormatter : public CLI::Formatter {
 public:
  HelpFormatter();

  std::string make_group(std::string group, bool is_positional,
                         std::vector<const CLI::Option*> options) const override;
  std::string make_option_opts(const CLI::Option* option) const override;
  std::string make_option_desc(const CLI::Option* option) const override;
  std::string make_description(const CLI::App* command) const override;
  std::string make_subcommand(const CLI::App* command) const override;

 private:
  std::string in_column(const std::string& text, std::size_t begin) const;
};

}  // namespace tool
