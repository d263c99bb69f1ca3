// Files read whole and written whole.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "duizhao/export.hpp"

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

}  // namespace duizhao
