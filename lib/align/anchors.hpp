// Which sentences surely belong together.
#pragma once

#include <vector>

#include "align/anchor.hpp"
#include "align/lexical_model.hpp"
#include "align/tokens.hpp"

namespace duizhao::align {

/// The heaviest chain of anchors that ascends on both sides, leaving the diagonal at a cost. The
/// diagonal is that of the texts as wholes or, where one holds much that the other has not, that of
/// the stretches between anchors. Linear in the number of sentences but for a logarithm.
std::vector<Anchor> find_anchors(const Tokens& source, const Tokens& target,
                                 const LexicalModel& model);

}  // namespace duizhao::align
