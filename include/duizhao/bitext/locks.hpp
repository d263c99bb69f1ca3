// Beads that the user has settled.
#pragma once

#include <cstddef>
#include <vector>

#include "duizhao/text/error.hpp"

namespace duizhao {

/// A bead that an alignment must keep as it is.
struct Lock {
  std::vector<std::size_t> source = {};  ///< indices of neighbouring sentences, ascending
  std::vector<std::size_t> target =
      {};                 ///< one side may be empty: a sentence without a counterpart
  ErrorPlace place = {};  ///< where it was read, for messages
};

}  // namespace duizhao
