#include "progress.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <duizhao/duizhao.hpp>
#include <filesystem>
#include <iostream>

#include "terminal.hpp"

namespace tool {
namespace {

using std::chrono::milliseconds;

constexpr milliseconds kPatience{500};  // what is done sooner needs no bar
constexpr milliseconds kOnTerminal{100};
constexpr milliseconds kElsewhere{1000};

/// 1:02:03, 2:03
std::string clock_time(double seconds) {
  const auto all = static_cast<long>(std::ceil(seconds));
  const long hours = all / 3600;
  const long minutes = all / 60 % 60;
  if (hours > 0) return fmt::format("{}:{:02}:{:02}", hours, minutes, all % 60);
  return fmt::format("{}:{:02}", minutes, all % 60);
}

}  // namespace

Progress::Progress(bool shown, std::string what, std::size_t all, WorkUnit unit)
    : shown_(shown && all > 0),
      on_terminal_(is_terminal(STDERR_FILENO)),
      what_(std::move(what)),
      all_(all),
      unit_(unit),
      next_(begin_ + (on_terminal_ ? kPatience : milliseconds(0))) {}

Progress::~Progress() {
  if (on_screen_ && on_terminal_) std::cerr << "\r\x1b[K" << std::flush;
}

void Progress::advance(std::size_t units) {
  if (!shown_) return;
  const std::lock_guard lock(mutex_);
  done_ = std::min(all_, done_ + units);
  const Clock::time_point now = Clock::now();
  const bool last = done_ == all_ && !on_terminal_;
  if (now >= next_ || last) show(now);
}

void Progress::show(Clock::time_point now) {
  const std::string text = line(std::chrono::duration<double>(now - begin_).count());
  std::cerr << (on_terminal_ ? '\r' + text + "\x1b[K" : text + '\n') << std::flush;
  next_ = now + (on_terminal_ ? kOnTerminal : kElsewhere);
  on_screen_ = true;
}

/// `duizhao: tracing   42 %  ━━━━━━━━────────────  12 of 29, 3.4/s, 0:05 left`
std::string Progress::line(double seconds) const {
  constexpr std::size_t kCells = 20;
  const double share = static_cast<double>(done_) / static_cast<double>(all_);
  const auto full = static_cast<std::size_t>(share * kCells);
  std::string bar;
  for (std::size_t cell = 0; cell < kCells; ++cell) bar += cell < full ? "━" : "─";
  const double rate = seconds > 0 ? static_cast<double>(done_) / seconds : 0;
  std::string text =
      fmt::format(fmt::runtime(duizhao::translate("duizhao: {}  {:3.0f} %  {}  {} of {}, {}/s")),
                  what_, std::floor(100 * share), bar, amount(static_cast<double>(done_)),
                  amount(static_cast<double>(all_)), amount(rate));
  if (done_ < all_ && rate > 0) {
    text += fmt::format(fmt::runtime(duizhao::translate(", {} left")),
                        clock_time(static_cast<double>(all_ - done_) / rate));
  }
  if (!on_terminal_) return text;
  const duizhao::TextLayout layout{terminal_width(STDERR_FILENO) - 1, false};
  return duizhao::wrap(text, layout, "zh").front();
}

std::string Progress::amount(double units) const {
  if (unit_ == WorkUnit::things)
    return fmt::format("{:.{}f}", units, units < 10 && units != std::floor(units) ? 1 : 0);
  constexpr double kThousand = 1000;
  for (const char* const unit : {"B", "kB", "MB"}) {
    if (units < kThousand) return fmt::format("{:.{}f} {}", units, units < 10 ? 1 : 0, unit);
    units /= kThousand;
  }
  return fmt::format("{:.1f} GB", units);
}

void add_progress(CLI::App& command, std::string& when) {
  command
      .add_option("--progress", when,
                  duizhao::translate("show how far long work is: auto (on a terminal), always or "
                                     "never"))
      ->type_name("WHEN")
      ->check(CLI::IsMember({"auto", "always", "never"}).description(""));
}

bool shows_progress(const std::string& when) {
  if (when != "auto") return when == "always";
  const char* const terminal = std::getenv("TERM");
  const bool can_move = terminal != nullptr && std::string_view(terminal) != "dumb";
  return is_terminal(STDERR_FILENO) && can_move;
}

std::size_t size_of(const std::string& path) {
  std::error_code failure;
  const auto size = std::filesystem::file_size(path, failure);
  return failure || size == 0 ? 1 : static_cast<std::size_t>(size);
}

std::size_t size_of(const std::vector<std::string>& paths) {
  std::size_t sum = 0;
  for (const std::string& path : paths) sum += size_of(path);
  return sum;
}

}  // namespace tool
