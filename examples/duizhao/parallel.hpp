// Work on several files at once.
#pragma once

#include <CLI/CLI.hpp>
#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
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

/// Gives put() what work() makes of each line that next() gives, in their order, `jobs` at a time.
/// Not many more lines than `jobs` are held at once. While next() waits for a line, those before it
/// are worked on and put. Passes on what any of the three throws.
void filter_lines(std::size_t jobs, const std::function<std::optional<std::string>()>& next,
                  const std::function<std::string(std::string line, std::size_t number)>& work,
                  const std::function<void(std::string_view)>& put);

}  // namespace tool
