#include "suggestions.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <duizhao/duizhao.hpp>
#include <limits>

#include "command_tree.hpp"

namespace tool {
namespace {

std::string in_words(const std::string& meant) {
  if (meant.empty()) return {};
  return fmt::format(fmt::runtime(duizhao::translate(" (did you mean {}?)")), meant);
}

}  // namespace

std::string nearest(const std::string& word, const std::vector<std::string>& known) {
  constexpr std::size_t kLettersAFault = 3;
  std::size_t least = std::max<std::size_t>(1, word.size() / kLettersAFault) + 1;
  std::string found;
  for (const std::string& each : known) {
    const std::size_t distance =
        duizhao::edit_distance(word, each, duizhao::Transpositions::one_edit);
    if (distance >= least) continue;
    least = distance;
    found = each;
  }
  return found;
}

std::string suggestion_for_command(const CLI::App& tool, const std::string& word) {
  std::vector<std::string> names;
  for (const CLI::App* command : commands_below(tool)) {
    names.push_back(command->get_name());
  }
  return in_words(nearest(word, names));
}

std::string suggestion_for_option(const CLI::App& command,
                                  const std::vector<std::string>& arguments) {
  std::vector<std::string> known;
  for (const Choice& option : options_of(command)) known.push_back(option.name);
  for (const std::string& argument : arguments) {
    if (argument == "--") break;
    const std::string name = argument.substr(0, argument.find('='));
    if (!name.starts_with("--") || std::find(known.begin(), known.end(), name) != known.end()) {
      continue;
    }
    return in_words(nearest(name, known));
  }
  return {};
}

}  // namespace tool
