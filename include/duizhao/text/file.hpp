// Files read whole and written whole.
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "duizhao/text/export.hpp"

namespace duizhao {

/// The bytes of the file at `path`. Throws Error (io) for a missing or unreadable file and for a
/// folder.
DUIZHAO_EXPORT std::string read_file(const std::filesystem::path& path);

/// All that is left of standard input. Throws Error (io).
DUIZHAO_EXPORT std::string read_standard_input();

/// Puts `bytes` at `path`, whole or not at all: they are written to a new file beside it, which
/// then takes its name. What stood there before stays if anything fails. Throws Error (io).
///
/// A path that exists and is no regular file (a terminal, a pipe, /dev/stdout) is written to
/// directly.
DUIZHAO_EXPORT void write_file(const std::filesystem::path& path, std::string_view bytes);

/// Gives a file piece by piece; an empty piece is its end. A piece lives until the next is asked
/// for.
using ByteSource = std::function<std::string_view()>;

/// A file on disk, or standard input for `-`, as it is read. Throws as read_file does, also when it
/// is called.
DUIZHAO_EXPORT ByteSource file_source(const std::filesystem::path& path);

/// Bytes in memory, which must stay alive.
DUIZHAO_EXPORT ByteSource memory_source(std::string_view bytes);

/// All that is left of a source.
DUIZHAO_EXPORT std::string read_all(const ByteSource& source);

/// A file that is written piece by piece, whole or not at all, as write_file does.
class DUIZHAO_EXPORT OutputFile {
 public:
  /// Begins a new file beside `path`. Throws Error (io).
  explicit OutputFile(const std::filesystem::path& path);

  /// Takes the new file away unless it was committed.
  ~OutputFile();
  OutputFile(OutputFile&&) noexcept;
  OutputFile& operator=(OutputFile&&) noexcept;

  /// Adds bytes. Throws Error (io).
  void write(std::string_view bytes);

  /// Puts the file at its path. Throws Error (io).
  void commit();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace duizhao
