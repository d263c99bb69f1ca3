// Files of numbers, in memory.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

namespace duizhao::text {

/// How the bytes of a file are held: mapped, where only what is used is read, but a file that is
/// cut short meanwhile ends the process (SIGBUS); or copied, where nothing can happen to them.
enum class FileBytes { mapped, copied };

/// The bytes of a file, or a copy of the caller's; aligned as numbers must be.
class MappedFile {
 public:
  /// Throws Error (io) with `expectation`, in which {} stands for what the system says.
  MappedFile(const std::filesystem::path& path, const std::string& expectation,
             FileBytes bytes = FileBytes::mapped);
  explicit MappedFile(std::string_view bytes);
  MappedFile(const MappedFile&) = delete;
  MappedFile& operator=(const MappedFile&) = delete;
  ~MappedFile();

  std::string_view bytes() const { return {data_, size_}; }

 private:
  void allocate(std::size_t size);  // of copy_

  const char* data_ = nullptr;
  std::size_t size_ = 0;
  std::unique_ptr<std::uint64_t[]> copy_;
};

}  // namespace duizhao::text
