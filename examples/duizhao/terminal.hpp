// The terminal that a stream may go to.
#pragma once

#include <unistd.h>

#include <cstddef>

namespace tool {

/// Whether a descriptor (STDOUT_FILENO, STDERR_FILENO) is a terminal.
bool is_terminal(int descriptor);

/// Whether the kind of terminal that TERM names knows colours and lines that change.
bool terminal_can_move();

/// Its columns; 80 where nobody knows.
std::size_t terminal_width(int descriptor);

}  // namespace tool
