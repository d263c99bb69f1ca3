#include "duizhao/text/file.hpp"

#include <sys/stat.h>
#include <unistd.h>

#include <catch2/catch.hpp>

#include "duizhao/text/error.hpp"
#include "support/scratch.hpp"

using namespace duizhao;
namespace fs = std::filesystem;

namespace {

std::size_t file_count(const fs::path& folder) {
  return static_cast<std::size_t>(
      std::distance(fs::directory_iterator(folder), fs::directory_iterator()));
}

}  // namespace

TEST_CASE("A file is read as it was written", "[file]") {
  const test::ScratchFolder scratch;
  const std::string bytes("line\n\0\xFF", 7);
  write_file(scratch.path() / "file", bytes);
  CHECK(read_file(scratch.path() / "file") == bytes);
  CHECK(file_count(scratch.path()) == 1);
}

TEST_CASE("An empty file is read as nothing", "[file]") {
  const test::ScratchFolder scratch;
  CHECK(read_file(scratch.put("empty", "")).empty());
}

TEST_CASE("Missing files and folders are errors that name them", "[file]") {
  const test::ScratchFolder scratch;
  const auto check = [](const fs::path& path) {
    try {
      read_file(path);
      FAIL("no error for " << path);
    } catch (const Error& error) {
      CHECK(error.code() == ErrorCode::io);
      CHECK(error.place().file == path.string());
    }
  };
  check(scratch.path() / "missing");
  check(scratch.path());
}

TEST_CASE("Writing replaces a file and keeps its permissions", "[file]") {
  const test::ScratchFolder scratch;
  const fs::path path = scratch.put("file", "old");
  REQUIRE(::chmod(path.c_str(), 0640) == 0);
  write_file(path, "new");
  struct stat status {};
  REQUIRE(::stat(path.c_str(), &status) == 0);
  CHECK((status.st_mode & 0777) == 0640);
  CHECK(read_file(path) == "new");
}

TEST_CASE("Writing through a symbolic link replaces what it points to", "[file]") {
  const test::ScratchFolder scratch;
  const fs::path target = scratch.put("target", "old");
  fs::create_symlink(target, scratch.path() / "link");
  write_file(scratch.path() / "link", "new");
  CHECK(fs::is_symlink(scratch.path() / "link"));
  CHECK(read_file(target) == "new");
}

TEST_CASE("Writing through a link to nothing makes what it points to", "[file]") {
  const test::ScratchFolder scratch;
  fs::create_symlink("target", scratch.path() / "link");
  write_file(scratch.path() / "link", "new");
  CHECK(fs::is_symlink(scratch.path() / "link"));
  CHECK(read_file(scratch.path() / "target") == "new");
}

TEST_CASE("A file that cannot be written leaves nothing behind", "[file]") {
  const test::ScratchFolder scratch;
  CHECK_THROWS_AS(write_file(scratch.path() / "no" / "folder", "text"), Error);
  CHECK_THROWS_AS(write_file(scratch.path(), "text"), Error);
  CHECK(file_count(scratch.path()) == 0);
}
