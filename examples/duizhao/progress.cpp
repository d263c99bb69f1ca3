#include "progress.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
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

Progress::Progress(ShownProgress shown, std::string what, std::optional<std::size_t> all,
                   WorkUnit unit)
    : shown_(shown),
      on_terminal_(is_terminal(STDERR_FILENO)),
      what_(std::move(what)),
      all_(all),
      unit_(unit),
      next_(begin_ + (shown == ShownProgress::slow ? kPatience : milliseconds(0))) {}

Progress::~Progress() { clear(); }

void Progress::advance(std::size_t units) {
  if (shown_ == ShownProgress::none || units == 0) return;
  const std::lock_guard lock(mutex_);
  done_ += units;
  if (all_) done_ = std::min(*all_, done_);
  const bool last = done_ == all_;
  const Clock::time_point now = Clock::now();
  if (last && on_terminal_) {
    clear();
  } else if (now >= next_ || last) {
    show(now);
  }
}

void Progress::show(Clock::time_point now) {
  const std::string text = line(std::chrono::duration<double>(now - begin_).count());
  std::cerr << (on_terminal_ ? '\r' + text + "\x1b[K" : text + '\n') << std::flush;
  next_ = now + (on_terminal_ ? kOnTerminal : kElsewhere);
  on_screen_ = true;
}

void Progress::clear() {
  if (on_screen_ && on_terminal_) std::cerr << "\r\x1b[K" << std::flush;
  on_screen_ = false;
}

/// `duizhao: tracing   42 %  ━━━━━━━━────────────  12 of 29, 3.4/s, 0:05 left`: as much of the bar
/// as fits the terminal.
std::string Progress::line(double seconds) const {
  const auto done = static_cast<double>(done_);
  const double rate = seconds > 0 ? done / seconds : 0;
  if (!all_) {
    return fmt::format(fmt::runtime(duizhao::translate("duizhao: {}  {}, {}/s")), what_,
                       amount(done), amount(rate));
  }
  const auto all = static_cast<double>(*all_);
  const double share = all > 0 ? done / all : 1;
  std::string end = fmt::format(fmt::runtime(duizhao::translate("{} of {}, {}/s")), amount(done),
                                amount(all), amount(rate));
  if (done < all && rate > 0) {
    end +=
        fmt::format(fmt::runtime(duizhao::translate(", {} left")), clock_time((all - done) / rate));
  }
  const std::string begin = fmt::format(fmt::runtime(duizhao::translate("duizhao: {}  {:3.0f} %")),
                                        what_, std::floor(100 * share));
  constexpr std::size_t kMostCells = 20;
  constexpr std::size_t kGaps = 5;  // two on each side of the bar, one behind the line
  const std::size_t used = duizhao::display_width(begin + end) + kGaps;
  const std::size_t width = on_terminal_ ? terminal_width(STDERR_FILENO) : used + kMostCells;
  const std::size_t cells = std::min(kMostCells, width > used ? width - used : 0);
  std::string bar;
  for (std::size_t cell = 0; cell < cells; ++cell) {
    bar += static_cast<double>(cell) + 1 <= share * static_cast<double>(cells) ? "━" : "─";
  }
  const std::string text = begin + "  " + bar + (bar.empty() ? "" : "  ") + end;
  return width > used ? text : duizhao::wrap(text, width - 1, "en").front();
}

std::string Progress::amount(double units) const {
  if (unit_ == WorkUnit::things) {
    return fmt::format("{:.{}f}", units, units < 10 && units != std::floor(units) ? 1 : 0);
  }
  constexpr double kThousand = 1000;
  for (const char* const unit : {"B", "kB", "MB"}) {
    if (units < kThousand) return fmt::format("{:.{}f} {}", units, units < 10 ? 1 : 0, unit);
    units /= kThousand;
  }
  return fmt::format("{:.1f} GB", units);
}

duizhao::ProgressReport Share::report() {
  return [this](std::size_t done, std::size_t all) {
    const std::size_t told = units_ * done / all;
    progress_.advance(told - told_);
    told_ = told;
  };
}

void add_progress(CLI::App& command, std::string& when) {
  command
      .add_option("--progress", when,
                  duizhao::translate("show how far long work is: auto (on a terminal), always or "
                                     "never"))
      ->type_name("WHEN")
      ->check(CLI::IsMember({"auto", "always", "never"}).description(""));
}

ShownProgress shown_progress(const std::string& when) {
  if (when == "always") return ShownProgress::all;
  const bool wanted = when == "auto" && is_terminal(STDERR_FILENO) && terminal_can_move();
  return wanted ? ShownProgress::slow : ShownProgress::none;
}

std::optional<std::size_t> size_of(const std::string& path) {
  std::error_code failure;
  const auto size = std::filesystem::file_size(path, failure);
  if (failure) return std::nullopt;
  return static_cast<std::size_t>(size);
}

std::optional<std::size_t> size_of(const std::vector<std::string>& paths) {
  std::size_t sum = 0;
  for (const std::string& path : paths) {
    const auto size = size_of(path);
    if (!size) return std::nullopt;
    sum += *size;
  }
  return sum;
}

}  // namespace tool
