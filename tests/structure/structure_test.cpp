// The shape of the code: modules include only modules to their left, the tool only public headers.
#include <algorithm>
#include <catch2/catch.hpp>
#include <duizhao/file.hpp>
#include <filesystem>
#include <map>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

namespace fs = std::filesystem;

namespace {

const fs::path kSources = DUIZHAO_SOURCE_FOLDER;

const std::vector<std::string> kModules = {"text",    "metrics",  "document", "segment",
                                           "lexicon", "mentions", "align",    "variants",
                                           "check",   "formats",  "exchange", "report"};

/// The module that each public header belongs to.
const std::map<std::string, std::string> kHeaderModules = {
    {"byte_range", "text"},    {"error", "text"},      {"export", "text"},
    {"file", "text"},          {"messages", "text"},   {"version", "text"},
    {"document", "document"},  {"corpus", "document"}, {"read_document", "document"},
    {"segmenter", "segment"},  {"srx", "segment"},     {"lexicon", "lexicon"},
    {"glossary", "lexicon"},   {"names", "mentions"},  {"quantities", "mentions"},
    {"alignment", "align"},    {"aligner", "align"},   {"beads", "align"},
    {"evaluation", "align"},   {"locks", "align"},     {"explanation", "align"},
    {"formats", "formats"},    {"report", "report"},   {"bleu", "metrics"},
    {"chrf", "metrics"},       {"ter", "metrics"},     {"segments", "metrics"},
    {"quotes", "variants"},    {"tracer", "variants"}, {"variants", "variants"},
    {"collation", "variants"}, {"findings", "check"},  {"rules", "check"},
    {"checker", "check"},      {"baseline", "check"},  {"exchange", "exchange"},
    {"pages", "report"},       {"progress", "text"}};

std::vector<std::string> includes(const fs::path& file) {
  constexpr std::string_view kDirective = "#include ";
  std::istringstream lines(duizhao::read_file(file));
  std::vector<std::string> names;
  for (std::string line; std::getline(lines, line);) {
    if (!line.starts_with(kDirective)) continue;
    const std::size_t begin = kDirective.size() + 1;  // after < or "
    names.push_back(line.substr(begin, line.find_first_of(">\"", begin) - begin));
  }
  return names;
}

std::vector<fs::path> sources_in(const fs::path& folder) {
  std::vector<fs::path> files;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    const auto extension = entry.path().extension();
    if (extension == ".cpp" || extension == ".hpp") files.push_back(entry.path());
  }
  return files;
}

std::size_t rank(const std::string& module) {
  const auto found = std::find(kModules.begin(), kModules.end(), module);
  REQUIRE(found != kModules.end());
  return static_cast<std::size_t>(found - kModules.begin());
}

/// The module that an include belongs to; empty for those of others.
std::string module_of(const std::string& include) {
  const std::size_t slash = include.find('/');
  if (slash == std::string::npos) return {};
  const std::string folder = include.substr(0, slash);
  if (folder == "duizhao") return kHeaderModules.at(fs::path(include).stem());
  return std::find(kModules.begin(), kModules.end(), folder) == kModules.end() ? "" : folder;
}

}  // namespace

TEST_CASE("Modules include only what is to their left", "[structure]") {
  for (const std::string& module : kModules) {
    const auto files = sources_in(kSources / "lib" / module);
    CHECK_FALSE(files.empty());
    for (const fs::path& file : files) {
      for (const std::string& include : includes(file)) {
        INFO(file << " includes " << include);
        const std::string other = module_of(include);
        if (!other.empty()) CHECK(rank(other) <= rank(module));
      }
    }
  }
}

TEST_CASE("Every folder of the library is a module", "[structure]") {
  for (const auto& entry : fs::directory_iterator(kSources / "lib")) {
    const std::string name = entry.path().filename();
    if (entry.is_directory() && name != "cmake") CHECK(rank(name) < kModules.size());
  }
}

TEST_CASE("Public headers show no type of ICU, Boost or utf8proc", "[structure]") {
  for (const fs::path& file : sources_in(kSources / "include")) {
    for (const std::string& include : includes(file)) {
      INFO(file << " includes " << include);
      const bool standard =
          include.find('/') == std::string::npos && include.find('.') == std::string::npos;
      CHECK((standard || include.starts_with("duizhao/")));
    }
  }
}

TEST_CASE("The tool and the examples are built on public headers alone", "[structure]") {
  for (const fs::path& file : sources_in(kSources / "examples")) {
    for (const std::string& include : includes(file)) {
      INFO(file << " includes " << include);
      const std::size_t slash = include.find('/');
      const std::string folder = slash == std::string::npos ? "" : include.substr(0, slash);
      CHECK(std::find(kModules.begin(), kModules.end(), folder) == kModules.end());
    }
  }
}
