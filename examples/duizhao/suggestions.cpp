#include "suggestions.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <duizhao/duizhao.hpp>
#include <limits>

#include "command_tree.hpp"

namespace tool {
namespace {

/// Damerau and Levenshtein's, of neighbours that are exchanged at most once.
std::size_t edit_distance(const std::string& left, const std::string& right) {
  std::vector<std::vector<std::size_t>> table(left.size() + 1,
                                              std::vector<std::size_t>(right.size() + 1));
  for (std::size_t i = 0; i <= left.size(); ++i) {
    for (std::size_t k = 0; k <= right.size(); ++k) {
      if (i == 0 || k == 0) {
        table[i][k] = std::max(i, k);
        continue;
      }
      table[i][k] = std::min({table[i - 1][k] + 1, table[i][k - 1] + 1,
                              table[i - 1][k - 1] + (left[i - 1] == right[k - 1] ? 0 : 1)});
      const bool exchanged =
          i > 1 && k > 1 && left[i - 1] == right[k - 2] && left[i - 2] == right[k - 1];
      if (exchanged) table[i][k] = std::min(table[i][k], table[i - 2][k - 2] + 1);
    }
  }
  return table.back().back();
}

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
    const std::size_t distance = edit_distance(word, each);
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
