#include "overwriting.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <duizhao/duizhao.hpp>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace tool {
namespace {

/// A file that the command line names.
struct NamedFile {
  std::string option;
  std::string path;
};

bool is_written(const std::string& option) {
  constexpr std::array<std::string_view, 5> kWritten = {"--output", "--write-baseline",
                                                        "--write-terms", "--index", "out"};
  return std::ranges::find(kWritten, option) != kWritten.end();
}

/// Whether an option's values are names of files.
bool names_files(const CLI::Option& option) {
  constexpr std::array<std::string_view, 12> kFiles = {
      "FILE",    "SOURCE",      "TARGET", "SOURCE TARGET", "DOC",       "IN",
      "ARTICLE", "TRANSLATION", "GOLD",   "TEST",          "REFERENCE", "HYPOTHESIS"};
  return std::ranges::find(kFiles, option.get_type_name()) != kFiles.end();
}

std::string name_of(const CLI::Option& option) {
  return option.get_lnames().empty() ? option.get_name() : "--" + option.get_lnames().front();
}

/// Whether two names stand for one regular file, or will when it is written.
bool are_same(const std::string& left, const std::string& right) {
  namespace fs = std::filesystem;
  std::error_code failure;
  if (fs::exists(left, failure) && !fs::is_regular_file(left, failure)) return false;
  if (fs::exists(left, failure) && fs::exists(right, failure)) {
    return fs::equivalent(left, right, failure);
  }
  const fs::path one = fs::weakly_canonical(left, failure);
  return !one.empty() && one == fs::weakly_canonical(right, failure);
}

}  // namespace

void forbid_overwriting(const CLI::App& command) {
  std::vector<NamedFile> read;
  std::vector<NamedFile> written;
  for (const CLI::Option* option : command.get_options()) {
    const std::string name = name_of(*option);
    const bool writes = is_written(name);
    if (!writes && !names_files(*option)) continue;
    for (const std::string& path : option->results()) {
      if (!path.empty() && path != "-") (writes ? written : read).push_back({name, path});
    }
  }
  for (const NamedFile& output : written) {
    for (const std::vector<NamedFile>* others : {&read, &written}) {
      for (const NamedFile& other : *others) {
        const bool renewed = output.option == "--write-baseline" && other.option == "--baseline";
        if (&other == &output || renewed || !are_same(output.path, other.path)) continue;
        throw CLI::ValidationError(
            output.option, fmt::format(fmt::runtime(duizhao::translate("{} is the file of {} too")),
                                       output.path, other.option));
      }
    }
  }
}

}  // namespace tool
