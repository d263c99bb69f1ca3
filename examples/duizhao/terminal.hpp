// The terminal that a stream may go to.
#pragma once

#include <unistd.h>

#include <cstddef>

namespace tool {

/// Whether a descriptor (STDOUT_FILENO, STDERR_FILENO) is a terminal.
bool is_terminal(int descriptor);

/// Its columns; 80 where nobody knows.
std::size_t terminal_width(int descriptor);

}  // namespace tool
