#include "terminal.hpp"

#include <sys/ioctl.h>

#include <cstdlib>
#include <string_view>

namespace tool {

bool is_terminal(int descriptor) { return ::isatty(descriptor) == 1; }

bool terminal_can_move() {
  const char* const kind = std::getenv("TERM");
  return kind != nullptr && std::string_view(kind) != "dumb";
}

std::size_t terminal_width(int descriptor) {
  constexpr std::size_t kUsualWidth = 80;
  winsize size{};
  if (::ioctl(descriptor, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) return size.ws_col;
  return kUsualWidth;
}

}  // namespace tool
