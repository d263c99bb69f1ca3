// One side of a pair.
#pragma once

#include <cstddef>
#include <vector>

#include "align/structure.hpp"
#include "align/surface.hpp"
#include "words/tokens.hpp"

namespace duizhao::align {

/// One side of a pair, as the search sees it.
struct Text {
  words::Tokens tokens;
  std::vector<Surface> surfaces;
  Structure structure;

  /// Sentences [begin, end).
  Text slice(std::size_t begin, std::size_t end) const;
};

}  // namespace duizhao::align
