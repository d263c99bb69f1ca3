#include "text/mapped_file.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

#include "duizhao/text/error.hpp"
#include "duizhao/text/file.hpp"
#include "duizhao/text/messages.hpp"

namespace duizhao::text {

MappedFile::MappedFile(const std::filesystem::path& path, const std::string& expectation,
                       FileBytes bytes) {
  const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  struct stat status {};
  const bool usable = file >= 0 && ::fstat(file, &status) == 0 && S_ISREG(status.st_mode);
  int error = file >= 0 && !usable ? EINVAL : errno;
  if (usable && bytes == FileBytes::copied) {
    ::close(file);
    copy(read_file(path));
    return;
  }
  if (usable && status.st_size > 0) {
    size_ = static_cast<std::size_t>(status.st_size);
    void* mapped = ::mmap(nullptr, size_, PROT_READ, MAP_PRIVATE, file, 0);
    error = errno;
    if (mapped != MAP_FAILED) data_ = static_cast<const char*>(mapped);
  }
  if (file >= 0) ::close(file);
  if (!usable || (size_ > 0 && data_ == nullptr)) {
    throw Error(ErrorCode::io, {path.string(), {}, {}},
                fmt::format(fmt::runtime(expectation), system_message(error)));
  }
}

MappedFile::MappedFile(std::string_view bytes) { copy(bytes); }

void MappedFile::copy(std::string_view bytes) {
  size_ = bytes.size();
  copy_.resize((bytes.size() + sizeof(std::uint64_t) - 1) / sizeof(std::uint64_t));
  if (bytes.empty()) return;
  std::memcpy(copy_.data(), bytes.data(), bytes.size());
  data_ = reinterpret_cast<const char*>(copy_.data());
}

MappedFile::~MappedFile() {
  if (data_ != nullptr && copy_.empty()) ::munmap(const_cast<char*>(data_), size_);
}

}  // namespace duizhao::text
