// Files of numbers, mapped into memory.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace duizhao::text {

/// The bytes of a file mapped into memory for reading, or a copy of the caller's; aligned as
/// numbers must be.
class MappedFile {
 public:
  /// Throws Error (io) with `expectation`, in which {} stands for what the system says.
  MappedFile(const std::filesystem::path& path, const std::string& expectation);
  explicit MappedFile(std::string_view bytes);
  MappedFile(const MappedFile&) = delete;
  MappedFile& operator=(const MappedFile&) = delete;
  ~MappedFile();

  std::string_view bytes() const { return {data_, size_}; }

 private:
  const char* data_ = nullptr;
  std::size_t size_ = 0;
  std::vector<std::uint64_t> copy_;
};

}  // namespace duizhao::text
