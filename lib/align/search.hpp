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

/// The best path of beads with their posteriors, and beads between sentences that have moved.
struct Found {
  std::vector<ScoredSpan> path;
  std::vector<Span> moved;  ///< between sentences that the path leaves without counterpart
};

/// Where the lexicon does not know the pair, its
/// surest beads teach words, and the search is run again, four times. `progress` is told in
/// windows.
Found search(const Pair& pair, const lexicon::Tables* tables, std::size_t threads,
             const ProgressReport& progress = {});

}  // namespace duizhao::align
