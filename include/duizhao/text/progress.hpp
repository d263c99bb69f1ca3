// How far long work is.
#pragma once

#include <cstddef>
#include <functional>

namespace duizhao {

/// Told after each step of a long work how many of all steps are done. Called by the thread that
/// works.
using ProgressReport = std::function<void(std::size_t done, std::size_t all)>;

}  // namespace duizhao
