#include "parallel.hpp"

#include <algorithm>
#include <atomic>
#include <duizhao/text/messages.hpp>
#include <exception>
#include <future>
#include <thread>

namespace tool {
namespace {

/// What --jobs stands for.
std::size_t jobs_of(std::size_t jobs) {
  return jobs > 0 ? jobs : std::max(1U, std::thread::hardware_concurrency());
}

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
  std::vector<std::future<void>> others;
  for (std::size_t t = 1; t < std::min(count, jobs_of(jobs)); ++t) {
    // Where no thread can start there is nothing left to do when its turn comes.
    others.push_back(std::async(std::launch::async | std::launch::deferred, work_on));
  }
  work_on();
  for (std::future<void>& other : others) other.get();
  for (const std::exception_ptr& failure : failures) {
    if (failure) std::rethrow_exception(failure);
  }
}

}  // namespace tool
