// The word pairs behind a bead.
#pragma once

#include <cstddef>
#include <vector>

#include "words/lexical_model.hpp"
#include "words/tokens.hpp"

namespace duizhao::words {

/// A word by its position among the bead's, and the word of the other side that explains it.
struct PairContribution {
  std::size_t source;
  std::size_t target;
  double contribution;  ///< nats
};

/// The links between the words of both sides of a bead: the positive contributions of each word,
/// shared among the words of the other side that explain it. Weightiest first, then in the order of
/// the text; what adds less than a tenth of a nat is left out.
std::vector<PairContribution> explain(const std::vector<std::uint32_t>& source,
                                      const std::vector<std::uint32_t>& target,
                                      const Tokens& source_tokens, const Tokens& target_tokens,
                                      const LexicalModel& model);

}  // namespace duizhao::words
