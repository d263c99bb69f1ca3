// The shape of the house: which room may include which, and that what lies in one tree lies in the
// others.
#include <algorithm>
#include <catch2/catch.hpp>
#include <duizhao/text/file.hpp>
#include <filesystem>
#include <set>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

namespace fs = std::filesystem;

namespace {

const fs::path kSources = DUIZHAO_SOURCE_FOLDER;

/// The rooms in the order of lib/CMakeLists.txt: each includes only rooms before it.
const std::vector<std::string> kRooms = {
    "text",        "metrics", "document", "segment",      "lexicon",
    "mentions",    "bitext",  "words",    "compare",      "align",
    "quotes",      "trace",   "collate",  "check/engine", "check/evidence",
    "check/rules", "check",   "io",       "report/text",  "report/html"};

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

bool is_source(const fs::path& file) {
  return file.extension() == ".cpp" || file.extension() == ".hpp";
}

std::vector<fs::path> sources_in(const fs::path& folder) {
  std::vector<fs::path> files;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    if (is_source(entry.path())) files.push_back(entry.path());
  }
  return files;
}

/// Where a room stands in the order; the number of rooms for what is none.
std::size_t rank(const std::string& room) {
  return static_cast<std::size_t>(std::find(kRooms.begin(), kRooms.end(), room) - kRooms.begin());
}

/// Where the room of an include stands; the number of rooms for those of others. Public headers of
/// a room with several parts belong to its first.
std::size_t rank_of_include(const std::string& include) {
  const fs::path path(include);
  const bool is_public = include.starts_with("duizhao/");
  const fs::path inner = is_public ? path.lexically_relative("duizhao") : path;
  const std::string room = inner.parent_path().generic_string();
  if (!is_public) return rank(room);
  const auto part = std::find_if(kRooms.begin(), kRooms.end(), [&](const std::string& each) {
    return each == room || each.starts_with(room + "/");
  });
  return static_cast<std::size_t>(part - kRooms.begin());
}

std::string house_of(const std::string& room) { return room.substr(0, room.find('/')); }

}  // namespace

TEST_CASE("A room includes only rooms before it", "[structure]") {
  for (const std::string& room : kRooms) {
    std::size_t files = 0;
    for (const auto& entry : fs::directory_iterator(kSources / "lib" / room)) {
      if (!is_source(entry.path())) continue;
      ++files;
      for (const std::string& include : includes(entry.path())) {
        INFO(entry.path() << " includes " << include);
        const std::size_t other = rank_of_include(include);
        if (other < kRooms.size()) CHECK(other <= rank(room));
        CHECK(include.find("..") == std::string::npos);
      }
    }
    INFO(room);
    CHECK(files > 0);
  }
}

TEST_CASE("A public header includes only headers of its room and of rooms before it",
          "[structure]") {
  for (const fs::path& file : sources_in(kSources / "include" / "duizhao")) {
    if (file.filename() == "duizhao.hpp") continue;
    const std::string name = fs::relative(file, kSources / "include").generic_string();
    REQUIRE(rank_of_include(name) < kRooms.size());
    for (const std::string& include : includes(file)) {
      INFO(name << " includes " << include);
      const bool ours = include.starts_with("duizhao/");
      if (ours) CHECK(rank_of_include(include) <= rank_of_include(name));
    }
  }
}

TEST_CASE("Every folder of the library, of its headers and of its tests is a room", "[structure]") {
  std::set<std::string> houses;
  for (const std::string& room : kRooms) houses.insert(house_of(room));
  const std::set<std::string> about_all = {"bench",   "browser", "cli",   "fuzz",      "golden",
                                           "install", "locale",  "spark", "structure", "support"};
  for (const std::string folder : {"lib", "include/duizhao", "tests"}) {
    std::set<std::string> found;
    for (const auto& entry : fs::directory_iterator(kSources / folder)) {
      const std::string name = entry.path().filename().string();
      if (!entry.is_directory() || (folder == "lib" && name == "cmake")) continue;
      if (folder == "tests" && about_all.contains(name)) continue;
      found.insert(name);
    }
    INFO(folder);
    CHECK(found == houses);
  }
}

TEST_CASE("The top level holds what was agreed, and nothing else", "[structure]") {
  const std::set<std::string> agreed = {
      "CMakeLists.txt", "CMakePresets.json", "LICENSE", "README.md", "build",
      "data",           "examples",          "include", "lib",       "tests"};
  for (const auto& entry : fs::directory_iterator(kSources)) {
    const std::string name = entry.path().filename().string();
    INFO(name);
    CHECK((name.starts_with('.') || agreed.contains(name)));
  }
}

TEST_CASE("The umbrella header includes every public header", "[structure]") {
  const fs::path folder = kSources / "include";
  std::set<std::string> expected;
  for (const fs::path& file : sources_in(folder)) {
    if (file.filename() != "duizhao.hpp")
      expected.insert(fs::relative(file, folder).generic_string());
  }
  const auto found = includes(folder / "duizhao" / "duizhao.hpp");
  CHECK(std::set<std::string>(found.begin(), found.end()) == expected);
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
      const bool is_private =
          !include.starts_with("duizhao/") && rank_of_include(include) < kRooms.size();
      CHECK_FALSE(is_private);
    }
  }
}

TEST_CASE("Every file of tests belongs to a program of tests", "[structure]") {
  std::set<std::string> built;
  std::istringstream list(duizhao::read_file(DUIZHAO_TEST_SOURCES));
  for (std::string line; std::getline(list, line);) built.insert(line);
  for (const fs::path& file : sources_in(kSources / "tests")) {
    if (!file.filename().string().ends_with("_test.cpp")) continue;
    INFO(file);
    CHECK(built.contains(file.generic_string()));
  }
}
