// How far long work is, on standard error.
#pragma once

#include <CLI/CLI.hpp>
#include <chrono>
#include <cstddef>
#include <duizhao/text/progress.hpp>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

namespace tool {

/// What work is counted in.
enum class WorkUnit {
  things,  ///< quotes, groups, rules
  bytes,
};

/// Of which work progress is shown.
enum class ShownProgress {
  none,
  slow,  ///< what takes more than half a second
  all,
};

/// A bar with the share that is done, the rate and the time left: on a terminal a line that changes
/// and is gone in the end, elsewhere a line a second.
class Progress {
 public:
  /// `what` is done, `all` units of it, or nobody knows how many.
  Progress(ShownProgress shown, std::string what, std::optional<std::size_t> all, WorkUnit unit);
  ~Progress();
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  /// Says that so many units more are done; with the last of them the bar is gone. Thread-safe.
  void advance(std::size_t units = 1);

 private:
  using Clock = std::chrono::steady_clock;

  void show(Clock::time_point now);
  void clear();
  std::string line(double seconds) const;
  std::string amount(double units) const;

  ShownProgress shown_;
  bool on_terminal_;
  std::string what_;
  std::optional<std::size_t> all_;
  WorkUnit unit_;
  std::mutex mutex_;
  std::size_t done_ = 0;
  Clock::time_point begin_ = Clock::now();
  Clock::time_point next_;
  bool on_screen_ = false;
};

/// One of several pieces of the work, which reports in steps of its own. What its steps have not
/// told is done at its end.
class Share {
 public:
  /// `units` of the whole work, where they are known.
  Share(Progress& progress, std::optional<std::size_t> units)
      : progress_(progress), units_(units.value_or(0)) {}
  ~Share() { progress_.advance(units_ - told_); }
  Share(const Share&) = delete;
  Share& operator=(const Share&) = delete;

  /// For the work; this must outlive it.
  duizhao::ProgressReport report();

 private:
  Progress& progress_;
  std::size_t units_;
  std::size_t told_ = 0;
};

/// The option --progress.
void add_progress(CLI::App& command, std::string& when);

/// What the option's value lets be shown.
ShownProgress shown_progress(const std::string& when);

/// The bytes of a file; nothing where nobody knows, as of standard input.
std::optional<std::size_t> size_of(const std::string& path);

/// The bytes of several; nothing if those of one are not known.
std::optional<std::size_t> size_of(const std::vector<std::string>& paths);

}  // namespace tool
