#include "duizhao/file.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>

#include "duizhao/error.hpp"
#include "duizhao/messages.hpp"

namespace duizhao {
namespace {

/// Closes a POSIX file descriptor at the end of its scope.
class Descriptor {
 public:
  explicit Descriptor(int value) : value_(value) {}
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  ~Descriptor() {
    if (value_ >= 0) ::close(value_);
  }
  int get() const { return value_; }

 private:
  int value_;
};

[[noreturn]] void fail(const std::filesystem::path& path, const std::string& expected, int error) {
  throw Error(ErrorCode::io, {path.string(), {}, {}},
              fmt::format(fmt::runtime(translate("expected {}, found: {}")), expected,
                          std::generic_category().message(error)));
}

void write_all(int descriptor, std::string_view bytes, const std::filesystem::path& path) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(descriptor, bytes.data(), bytes.size());
    if (written < 0) {
      if (errno == EINTR) continue;
      fail(path, translate("a file that can be written"), errno);
    }
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
}

std::string read_all(int descriptor, const std::filesystem::path& path) {
  struct stat status {};
  if (::fstat(descriptor, &status) == 0 && S_ISDIR(status.st_mode)) {
    fail(path, translate("a file"), EISDIR);
  }
  std::string bytes;
  std::size_t filled = 0;
  // One byte more than a regular file's size, so that its end is seen without another growth.
  bytes.resize(S_ISREG(status.st_mode) ? static_cast<std::size_t>(status.st_size) + 1 : 1 << 16);
  while (true) {
    if (filled == bytes.size()) bytes.resize(2 * bytes.size());
    const ssize_t count = ::read(descriptor, bytes.data() + filled, bytes.size() - filled);
    if (count < 0) {
      if (errno == EINTR) continue;
      fail(path, translate("a file that can be read"), errno);
    }
    if (count == 0) break;
    filled += static_cast<std::size_t>(count);
  }
  bytes.resize(filled);
  return bytes;
}

/// Opens a new file next to `path` and puts its name into `name`; -1 with errno set if it cannot.
int create_beside(const std::filesystem::path& path, std::string& name) {
  for (int attempt = 0;; ++attempt) {
    name = fmt::format("{}.{}-{}.part", path.string(), ::getpid(), attempt);
    const int file = ::open(name.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
    if (file >= 0 || errno != EEXIST) return file;
  }
}

}  // namespace

std::string read_file(const std::filesystem::path& path) {
  const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  if (file.get() < 0) fail(path, translate("a file that can be read"), errno);
  return read_all(file.get(), path);
}

std::string read_standard_input() { return read_all(STDIN_FILENO, "-"); }

void write_file(const std::filesystem::path& path, std::string_view bytes) {
  struct stat status {};
  const bool exists = ::stat(path.c_str(), &status) == 0;
  if (exists && S_ISDIR(status.st_mode)) fail(path, translate("a file"), EISDIR);
  if (exists && !S_ISREG(status.st_mode)) {
    const Descriptor file(::open(path.c_str(), O_WRONLY | O_CLOEXEC));
    if (file.get() < 0) fail(path, translate("a file that can be written"), errno);
    write_all(file.get(), bytes, path);
    return;
  }
  // A symbolic link keeps pointing where it points; the file that it points to is replaced.
  std::error_code failure;
  std::filesystem::path destination = path;
  if (std::filesystem::is_symlink(std::filesystem::symlink_status(path, failure))) {
    destination = std::filesystem::weakly_canonical(
        path.parent_path() / std::filesystem::read_symlink(path, failure), failure);
    if (failure) fail(path, translate("a file that can be written"), failure.value());
  }
  std::string temporary;
  const Descriptor file(create_beside(destination, temporary));
  if (file.get() < 0) fail(path, translate("a file that can be written"), errno);
  try {
    write_all(file.get(), bytes, path);
    if ((exists && ::fchmod(file.get(), status.st_mode & 07777) != 0) || ::fsync(file.get()) != 0 ||
        ::rename(temporary.c_str(), destination.c_str()) != 0) {
      fail(path, translate("a file that can be written"), errno);
    }
  } catch (...) {
    ::unlink(temporary.c_str());
    throw;
  }
}

}  // namespace duizhao
