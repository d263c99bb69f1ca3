#include "text/mapped_file.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

#include "duizhao/text/error.hpp"
#include "duizhao/text/messages.hpp"

namespace duizhao::text {

namespace {

/// Reads so many bytes; what the system says if it cannot, 0 if it could.
int read_whole(int file, char* bytes, std::size_t size) {
  for (std::size_t filled = 0; filled < size;) {
    const ssize_t count = ::read(file, bytes + filled, size - filled);
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) return count < 0 ? errno : EIO;  // cut short since its size was asked for
    filled += static_cast<std::size_t>(count);
  }
  return 0;
}

}  // namespace

MappedFile::MappedFile(const std::filesystem::path& path, const std::string& expectation,
                       FileBytes bytes) {
  const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  struct stat status {};
  const bool usable = file >= 0 && ::fstat(file, &status) == 0 && S_ISREG(status.st_mode);
  int error = file >= 0 && !usable ? EINVAL : errno;
  if (usable && bytes == FileBytes::copied) {
    allocate(static_cast<std::size_t>(status.st_size));
    error = read_whole(file, reinterpret_cast<char*>(copy_.get()), size_);
    data_ = error == 0 ? reinterpret_cast<const char*>(copy_.get()) : nullptr;
  } else if (usable && status.st_size > 0) {
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

void MappedFile::allocate(std::size_t size) {
  size_ = size;
  copy_ = std::make_unique_for_overwrite<std::uint64_t[]>((size + sizeof(std::uint64_t) - 1) /
                                                          sizeof(std::uint64_t));
}

MappedFile::MappedFile(std::string_view bytes) {
  allocate(bytes.size());
  if (bytes.empty()) return;
  std::memcpy(copy_.get(), bytes.data(), bytes.size());
  data_ = reinterpret_cast<const char*>(copy_.get());
}

MappedFile::~MappedFile() {
  if (data_ != nullptr && !copy_) ::munmap(const_cast<char*>(data_), size_);
}

}  // namespace duizhao::text
