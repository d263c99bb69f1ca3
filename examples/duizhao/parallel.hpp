// Work on several files at once.
#pragma once

#include <tbb/parallel_for.h>
#include <tbb/task_arena.h>

#include <CLI/CLI.hpp>
#include <cstddef>
#include <utility>
#include <vector>

namespace tool {

/// The option --jobs; 0 stands for all cores.
void add_jobs(CLI::App& command, std::size_t& jobs);

/// The results of work(0) to work(count - 1), in this order. An exception of any of them is passed
/// on.
template <typename Work>
auto parallel_map(std::size_t count, std::size_t jobs, const Work& work) {
  std::vector<decltype(work(std::size_t{}))> results(count);
  tbb::task_arena arena(jobs == 0 ? tbb::task_arena::automatic : static_cast<int>(jobs));
  arena.execute([&] {
    tbb::parallel_for(std::size_t{0}, count, [&](std::size_t i) { results[i] = work(i); });
  });
  return results;
}

}  // namespace tool
