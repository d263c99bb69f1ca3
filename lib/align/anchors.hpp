// Which sentences surely belong together.
#pragma once

#include <vector>

#include "align/anchor.hpp"
#include "words/lexical_model.hpp"
#include "words/tokens.hpp"

namespace duizhao::align {

/// Pairs of sentences that share words which are rare in both texts, by ascending source; for each
/// source sentence the few that share most.
std::vector<Anchor> anchor_candidates(const words::Tokens& source, const words::Tokens& target,
                                      const words::LexicalModel& model);

/// The heaviest chain of anchors that ascends on both sides, leaving the diagonal at a cost. The
/// diagonal is that of the texts as wholes or, where one holds much that the other has not, that of
/// the stretches between anchors. Linear in the number of sentences but for a logarithm.
std::vector<Anchor> find_anchors(const words::Tokens& source, const words::Tokens& target,
                                 const words::LexicalModel& model);

}  // namespace duizhao::align
