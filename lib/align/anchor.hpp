// Two sentences that belong together.
#pragma once

#include <cstddef>

namespace duizhao::align {

/// Two sentences that share rare words, and how much that says (nats).
struct Anchor {
  std::size_t source;
  std::size_t target;
  double weight;
};

}  // namespace duizhao::align
