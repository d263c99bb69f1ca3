#include "parallel.hpp"

#include <algorithm>
#include <atomic>
#include <condition_variable>
#include <duizhao/text/messages.hpp>
#include <exception>
#include <future>
#include <map>
#include <mutex>
#include <thread>

namespace tool {
namespace {

/// What --jobs stands for.
std::size_t jobs_of(std::size_t jobs) {
  return jobs > 0 ? jobs : std::max(1U, std::thread::hardware_concurrency());
}

/// Works on this thread and on others, `count` in all.
void work_together(std::size_t count, const std::function<void()>& work) {
  std::vector<std::future<void>> others;
  for (std::size_t t = 1; t < count; ++t) {
    // Where no thread can start there is nothing left to do when its turn comes.
    others.push_back(std::async(std::launch::async | std::launch::deferred, work));
  }
  work();
  for (std::future<void>& other : others) other.get();
}

/// Results that come in any order, put in that of their numbers.
class InOrder {
 public:
  explicit InOrder(const std::function<void(std::string_view)>& put) : put_(put) {}

  /// Waits until fewer than `most` numbers below this one are missing.
  void wait(std::size_t number, std::size_t most) {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [&] { return failure_ || number < next_ + most; });
  }

  void add(std::size_t number, std::string result) {
    const std::lock_guard lock(mutex_);
    results_.emplace(number, std::move(result));
    while (!failure_ && !results_.empty() && results_.begin()->first == next_) {
      put_(results_.begin()->second);
      results_.erase(results_.begin());
      ++next_;
    }
    changed_.notify_all();
  }

  void fail(std::exception_ptr failure) {
    const std::lock_guard lock(mutex_);
    if (!failure_) failure_ = std::move(failure);
    changed_.notify_all();
  }

  std::exception_ptr failure() {
    const std::lock_guard lock(mutex_);
    return failure_;
  }

 private:
  const std::function<void(std::string_view)>& put_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::map<std::size_t, std::string> results_;
  std::size_t next_ = 0;
  std::exception_ptr failure_;
};

}  // namespace

void add_jobs(CLI::App& command, std::size_t& jobs) {
  constexpr std::size_t kMost = 1024;
  command
      .add_option(
          "-j,--jobs", jobs,
          duizhao::translate("parts of the work done at once; all cores if not given. The result "
                             "never depends on it"))
      ->type_name("N")
      ->check(CLI::Range(std::size_t{1}, kMost).description(""));
}

std::size_t threads_for(std::size_t count, std::size_t jobs) {
  return std::max<std::size_t>(1, jobs_of(jobs) / std::max<std::size_t>(1, count));
}

void parallel_for(std::size_t count, std::size_t jobs,
                  const std::function<void(std::size_t)>& work) {
  std::vector<std::exception_ptr> failures(count);
  std::atomic<std::size_t> next{0};
  const auto work_on = [&] {
    for (std::size_t i = next++; i < count; i = next++) {
      try {
        work(i);
      } catch (...) {
        failures[i] = std::current_exception();
      }
    }
  };
  work_together(std::min(count, jobs_of(jobs)), work_on);
  for (const std::exception_ptr& failure : failures) {
    if (failure) std::rethrow_exception(failure);
  }
}

void filter_lines(std::size_t jobs, const std::function<std::optional<std::string>()>& next,
                  const std::function<std::string(std::string line, std::size_t number)>& work,
                  const std::function<void(std::string_view)>& put) {
  const std::size_t threads = jobs_of(jobs);
  const std::size_t most = 4 * threads;  // lines at once: the slow ones do not hold up the others
  InOrder results(put);
  std::mutex reading;
  std::size_t count = 0;
  bool ended = false;
  const auto take = [&]() -> std::optional<std::pair<std::size_t, std::string>> {
    const std::lock_guard lock(reading);
    results.wait(count, most);
    if (ended || results.failure()) return std::nullopt;
    std::optional<std::string> line = next();
    ended = !line;
    if (ended) return std::nullopt;
    return std::pair(count++, std::move(*line));
  };
  work_together(threads, [&] {
    try {
      while (auto taken = take()) {
        auto& [number, line] = *taken;
        results.add(number, work(std::move(line), number));
      }
    } catch (...) {
      results.fail(std::current_exception());
    }
  });
  if (const auto failure = results.failure()) std::rethrow_exception(failure);
}

}  // namespace tool
