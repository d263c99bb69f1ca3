// Folders for tests that write.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace test {

/// A new empty folder, removed with all that is in it at the end of the scope.
class ScratchFolder {
 public:
  ScratchFolder();
  ~ScratchFolder();
  ScratchFolder(const ScratchFolder&) = delete;
  ScratchFolder& operator=(const ScratchFolder&) = delete;

  const std::filesystem::path& path() const { return path_; }

  /// Writes a file and gives its path.
  std::filesystem::path put(const std::string& name, std::string_view bytes) const;

 private:
  std::filesystem::path path_;
};

}  // namespace test
