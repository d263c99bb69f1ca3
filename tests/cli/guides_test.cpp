// What the guides and the README show is what happens.
#include <sys/wait.h>

#include <catch2/catch.hpp>
#include <cstdlib>
#include <duizhao/text/file.hpp>
#include <filesystem>
#include <optional>
#include <sstream>

#include "support/scratch.hpp"

namespace fs = std::filesystem;

namespace {

const fs::path kSources = DUIZHAO_SOURCE_FOLDER;

using Lines = std::vector<std::string>;

Lines lines_of(const std::string& text) {
  Lines lines;
  std::istringstream stream(text);
  for (std::string line; std::getline(stream, line);) {
    line.erase(line.find_last_not_of(" \r") + 1);
    lines.push_back(line);
  }
  return lines;
}

/// A command as a document shows it, and what it prints. The line "…" stands for any lines.
struct Example {
  std::size_t line;
  std::string command;
  Lines output;
};

/// What stands in a document between ```LANGUAGE and ```, with the numbers of the lines before.
std::vector<std::pair<std::size_t, Lines>> blocks(const Lines& document,
                                                  const std::string& language) {
  std::vector<std::pair<std::size_t, Lines>> found;
  bool inside = false;
  for (std::size_t k = 0; k < document.size(); ++k) {
    if (inside && document[k] == "```") {
      inside = false;
    } else if (inside) {
      found.back().second.push_back(document[k]);
    } else if (document[k] == "```" + language) {
      found.emplace_back(k + 1, Lines{});
      inside = true;
    }
  }
  return found;
}

std::vector<Example> examples(const Lines& document) {
  std::vector<Example> list;
  for (const auto& [begin, block] : blocks(document, "console")) {
    for (std::size_t k = 0; k < block.size(); ++k) {
      if (block[k].starts_with("$ ")) {
        list.push_back({begin + k + 1, block[k].substr(2), {}});
      } else {
        list.back().output.push_back(block[k]);
      }
    }
  }
  return list;
}

bool matches(const Lines& shown, std::size_t s, const Lines& printed, std::size_t p) {
  if (s == shown.size()) return p == printed.size();
  if (shown[s] == "…") {
    for (std::size_t next = p; next <= printed.size(); ++next) {
      if (matches(shown, s + 1, printed, next)) return true;
    }
    return false;
  }
  return p < printed.size() && shown[s] == printed[p] && matches(shown, s + 1, printed, p + 1);
}

std::string without_white_space(const std::string& text) {
  std::string rest;
  for (const char c : text) {
    if (c != ' ' && c != '\n') rest += c;
  }
  return rest;
}

std::vector<fs::path> documents() {
  std::vector<fs::path> list = {kSources / "README.md"};
  for (const auto& entry : fs::directory_iterator(kSources / "examples" / "guides")) {
    if (entry.path().extension() == ".md") list.push_back(entry.path());
  }
  return list;
}

}  // namespace

TEST_CASE("Commands of the guides print what the guides show", "[cli][guides]") {
  for (const fs::path& document : documents()) {
    // A folder of its own, with what a clone has that the commands name.
    const test::ScratchFolder scratch;
    for (const char* folder : {"data", "examples"}) {
      fs::create_directory_symlink(kSources / folder, scratch.path() / folder);
    }
    const std::vector<Example> list = examples(lines_of(duizhao::read_file(document)));
    for (const Example& example : list) {
      INFO(document.filename().string() << ":" << example.line << ": " << example.command);
      const std::string out = (scratch.path() / "printed").string();
      scratch.put("command", example.command + '\n');
      const std::string shell = "cd '" + scratch.path().string() + "' && env -i PATH='" +
                                fs::path(DUIZHAO_TOOL).parent_path().string() +
                                ":/usr/bin:/bin' sh ./command >'" + out + "' 2>&1";
      const int status = std::system(shell.c_str());
      const std::string printed = duizhao::read_file(out);
      INFO(printed);
      CHECK(WEXITSTATUS(status) == 0);
      CHECK(matches(example.output, 0, lines_of(printed), 0));
    }
    CHECK((!list.empty() || document.filename() == "data-and-licences.md"));
  }
}

TEST_CASE("Code of the guides is that of the example programs", "[guides]") {
  std::string programs;
  for (const auto& entry : fs::directory_iterator(kSources / "examples")) {
    if (entry.path().extension() == ".cpp") {
      programs += without_white_space(duizhao::read_file(entry.path()));
    }
  }
  for (const fs::path& document : documents()) {
    for (const auto& [line, block] : blocks(lines_of(duizhao::read_file(document)), "cpp")) {
      for (const std::string& code : block) {
        INFO(document.filename().string() << ":" << line << ": " << code);
        CHECK(programs.find(without_white_space(code)) != std::string::npos);
      }
    }
  }
}
