// Text that stands elsewhere in the translation.
#pragma once

#include <vector>

#include "align/text.hpp"
#include "align/windows.hpp"
#include "words/lexical_model.hpp"

namespace duizhao::align {

/// The beads between sentences that `path` leaves without counterpart, where a section has been
/// moved: of stretches of at least four such sentences on each side that correspond to each other
/// in their order, the beads from the first to the last that is as good as certain. By ascending
/// source. Cost: linear in
/// the number of sentences without counterpart, for those that share rare words.
std::vector<Span> find_moved(const Text& source, const Text& target,
                             const words::LexicalModel& model, const std::vector<ScoredSpan>& path);

}  // namespace duizhao::align
