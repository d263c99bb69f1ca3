// Outputs that would take the place of an input, or of each other.
#pragma once

#include <CLI/CLI.hpp>

namespace tool {

/// Throws CLI::ValidationError where a file that a command writes is one that it reads, whatever
/// its names, or one that it writes besides. Only `--baseline` may be renewed by
/// `--write-baseline`.
void forbid_overwriting(const CLI::App& command);

}  // namespace tool
