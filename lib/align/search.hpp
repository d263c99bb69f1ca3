// From two texts to beads.
#pragma once

#include <cstddef>
#include <vector>

#include "align/windows.hpp"
#include "duizhao/text/progress.hpp"

namespace duizhao::lexicon {
class Tables;
}

namespace duizhao::align {

class Pair;

struct Found {
  std::vector<ScoredSpan> path;  ///< through both texts, in order
  std::vector<Span> moved;       ///< between sentences that the path leaves without counterpart
};

/// Both passes over both texts. Where the lexicon does not know the pair, the surest beads teach
/// words, and the passes are run again, four times. `progress` is told after each window.
Found search(const Pair& pair, const lexicon::Tables* tables, std::size_t threads,
             const ProgressReport& progress = {});

}  // namespace duizhao::align
