#include "duizhao/text/file.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <optional>
#include <system_error>
#include <utility>

#include "duizhao/text/error.hpp"
#include "duizhao/text/messages.hpp"

namespace duizhao {
namespace {

/// Closes a POSIX file descriptor at the end of its scope.
class Descriptor {
 public:
  explicit Descriptor(int value) : value_(value) {}
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  Descriptor(Descriptor&& other) noexcept : value_(std::exchange(other.value_, -1)) {}
  Descriptor& operator=(Descriptor&& other) noexcept {
    std::swap(value_, other.value_);
    return *this;
  }
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
                          system_message(error)));
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

/// What is known of an open file. Throws for a folder.
struct stat check_is_no_folder(int descriptor, const std::filesystem::path& path) {
  struct stat status {};
  if (::fstat(descriptor, &status) == 0 && S_ISDIR(status.st_mode)) {
    fail(path, translate("a file"), EISDIR);
  }
  return status;
}

std::string read_all(int descriptor, const std::filesystem::path& path) {
  const struct stat status = check_is_no_folder(descriptor, path);
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

/// Calls make(name) with names next to `path` until one was free, and gives what it gave: -1 with
/// errno set if it cannot.
template <typename Make>
int make_beside(const std::filesystem::path& path, std::string& name, const Make& make) {
  for (int attempt = 0;; ++attempt) {
    name = fmt::format("{}.{}-{}.part", path.string(), ::getpid(), attempt);
    const int made = make(name.c_str());
    if (made >= 0 || errno != EEXIST) return made;
  }
}

/// Opens a new file next to `path` and puts its name into `name`; -1 with errno set if it cannot.
int create_beside(const std::filesystem::path& path, std::string& name) {
  return make_beside(path, name, [](const char* free) {
    return ::open(free, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
  });
}

/// Opens a new file without a name in the folder of `path`, which nobody sees and which goes away
/// with this process; -1 where the file system or the kernel has none.
int create_unnamed(const std::filesystem::path& path) {
  if (::access("/proc/self/fd", X_OK) != 0) return -1;  // it could not be named
  const std::filesystem::path folder = path.has_parent_path() ? path.parent_path() : ".";
  return ::open(folder.c_str(), O_TMPFILE | O_WRONLY | O_CLOEXEC, 0666);
}

/// Gives an unnamed file a name next to `path`, and puts it into `name`; -1 with errno set if it
/// cannot.
int link_beside(int file, const std::filesystem::path& path, std::string& name) {
  const std::string open_file = fmt::format("/proc/self/fd/{}", file);
  return make_beside(path, name, [&](const char* free) {
    return ::linkat(AT_FDCWD, open_file.c_str(), AT_FDCWD, free, AT_SYMLINK_FOLLOW);
  });
}

}  // namespace

std::string read_file(const std::filesystem::path& path) {
  const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  if (file.get() < 0) fail(path, translate("a file that can be read"), errno);
  return read_all(file.get(), path);
}

std::string read_standard_input() { return read_all(STDIN_FILENO, "-"); }

namespace {

/// The file that is to be replaced: a symbolic link keeps pointing where it points.
std::filesystem::path destination_of(const std::filesystem::path& path) {
  std::error_code failure;
  if (!std::filesystem::is_symlink(std::filesystem::symlink_status(path, failure))) return path;
  auto destination = std::filesystem::weakly_canonical(
      path.parent_path() / std::filesystem::read_symlink(path, failure), failure);
  if (failure) fail(path, translate("a file that can be written"), failure.value());
  return destination;
}

}  // namespace

struct OutputFile::State {
  std::filesystem::path path;
  std::filesystem::path destination;
  bool replaces = false;       // a new file takes its place, not written to itself
  std::string temporary;       // name of the new file; empty as long as it has none
  std::optional<mode_t> mode;  // of what stands there
  Descriptor file{-1};
  std::string waiting;  // bytes to be written

  void flush() {
    write_all(file.get(), waiting, path);
    waiting.clear();
  }

  ~State() {
    if (!temporary.empty()) ::unlink(temporary.c_str());
  }
};

OutputFile::OutputFile(const std::filesystem::path& path) : state_(std::make_unique<State>()) {
  State& state = *state_;
  state.path = path;
  struct stat status {};
  const bool exists = ::stat(path.c_str(), &status) == 0;
  if (exists && S_ISDIR(status.st_mode)) fail(path, translate("a file"), EISDIR);
  if (exists && !S_ISREG(status.st_mode)) {
    state.file = Descriptor(::open(path.c_str(), O_WRONLY | O_CLOEXEC));
  } else {
    if (exists) state.mode = status.st_mode & 07777;
    state.destination = destination_of(path);
    state.replaces = true;
    state.file = Descriptor(create_unnamed(state.destination));
    if (state.file.get() < 0) {
      std::string temporary;
      state.file = Descriptor(create_beside(state.destination, temporary));
      if (state.file.get() >= 0) state.temporary = std::move(temporary);
    }
  }
  if (state.file.get() < 0) fail(path, translate("a file that can be written"), errno);
}

OutputFile::~OutputFile() = default;
OutputFile::OutputFile(OutputFile&&) noexcept = default;
OutputFile& OutputFile::operator=(OutputFile&&) noexcept = default;

void OutputFile::write(std::string_view bytes) {
  constexpr std::size_t kMost = 1 << 16;
  state_->waiting += bytes;
  if (state_->waiting.size() >= kMost) state_->flush();
}

void OutputFile::commit() {
  State& state = *state_;
  state.flush();
  if (!state.replaces) return;
  const int file = state.file.get();
  const auto has_name = [&] {
    if (!state.temporary.empty()) return true;
    std::string name;
    if (link_beside(file, state.destination, name) < 0) return false;
    state.temporary = std::move(name);
    return true;
  };
  if ((state.mode && ::fchmod(file, *state.mode) != 0) || ::fsync(file) != 0 || !has_name() ||
      ::rename(state.temporary.c_str(), state.destination.c_str()) != 0) {
    fail(state.path, translate("a file that can be written"), errno);
  }
  state.temporary.clear();
}

void write_file(const std::filesystem::path& path, std::string_view bytes) {
  OutputFile file(path);
  file.write(bytes);
  file.commit();
}

ByteSource file_source(const std::filesystem::path& path) {
  struct Reading {
    Descriptor file;
    std::string buffer;
  };
  constexpr std::size_t kPiece = 1 << 16;
  const bool standard = path == "-";
  const int opened = standard ? ::dup(STDIN_FILENO) : ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (opened < 0) fail(path, translate("a file that can be read"), errno);
  const auto reading =
      std::make_shared<Reading>(Reading{Descriptor(opened), std::string(kPiece, '\0')});
  check_is_no_folder(reading->file.get(), path);
  return [reading, path]() -> std::string_view {
    std::string& buffer = reading->buffer;
    while (true) {
      const ssize_t count = ::read(reading->file.get(), buffer.data(), buffer.size());
      if (count >= 0) return std::string_view(buffer).substr(0, static_cast<std::size_t>(count));
      if (errno != EINTR) fail(path, translate("a file that can be read"), errno);
    }
  };
}

ByteSource memory_source(std::string_view bytes) {
  return [bytes]() mutable { return std::exchange(bytes, {}); };
}

std::string read_all(const ByteSource& source) {
  std::string bytes;
  for (std::string_view piece = source(); !piece.empty(); piece = source()) bytes += piece;
  return bytes;
}

}  // namespace duizhao
