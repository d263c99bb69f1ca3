// Different terms that one word of the other side stands for.
#pragma once

#include <vector>

#include "check/engine/reporter.hpp"

namespace duizhao::check {

/// Two terms that one word stands for.
struct Collision {
  Spot first;   ///< an occurrence of the one
  Spot second;  ///< and of the other
  Spot word;    ///< of the other side, where the second occurs
};

/// Words of the other side that stand in every sentence with the one term and in every one with the
/// other, in hardly any others, and that the lexicon links with one of both.
std::vector<Collision> find_collisions(const Context& context);

}  // namespace duizhao::check
