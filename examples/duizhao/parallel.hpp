// Work on several files at once.
#pragma once

#include <CLI/CLI.hpp>
#include <cstddef>
#include <functional>
#include <utility>
#include <vector>

namespace tool {

/// The option --jobs; 0 stands for all cores.
void add_jobs(CLI::App& command, std::size_t& jobs);

/// How many threads each of `count` parts of the work may use.
std::size_t threads_for(std::size_t count, std::size_t jobs);

/// Calls work(0) to work(count - 1), `jobs` at a time. Of the exceptions that they throw, that of
/// the first one is passed on.
void parallel_for(std::size_t count, std::size_t jobs,
                  const std::function<void(std::size_t)>& work);

/// The results of work(0) to work(count - 1), in this order.
template <typename Work>
auto parallel_map(std::size_t count, std::size_t jobs, const Work& work) {
  std::vector<decltype(work(std::size_t{}))> results(count);
  parallel_for(count, jobs, [&](std::size_t i) { results[i] = work(i); });
  return results;
}

}  // namespace tool
