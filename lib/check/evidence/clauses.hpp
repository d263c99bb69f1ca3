// Clauses that the other side says nothing about.
#pragma once

#include <cstddef>
#include <vector>

#include "check/engine/context.hpp"
#include "duizhao/text/byte_range.hpp"

namespace duizhao::check {

/// What is looked at to tell whether a clause is missing on the other side.
struct ClauseFeatures {
  ByteRange range;
  double content = 0;    ///< words with meaning in it
  double support = 0;    ///< mean of theirs
  double rest = 0;       ///< mean support of the other words of its side; 1 without any
  double length = 0;     ///< ln of the other side's length over what is expected for this side's
  double kept = 0;       ///< the same, the clause left out
  double share = 0;      ///< of the side's words with meaning
  double strangers = 0;  ///< words with meaning of the other side, each less its support
  double opposite = 0;   ///< words with meaning of the other side
  double good = 0;       ///< share of its words whose support is good
};

std::vector<ClauseFeatures> clause_features(const CheckedTranslation& translation,
                                            const CheckedBead& pair, SideOf side);

struct UnsupportedClause {
  ByteRange range;
  double score;  ///< the probability that it is missing
};

/// The clauses of three words with meaning and more.
std::vector<UnsupportedClause> unsupported_clauses(const CheckedTranslation& translation,
                                                   const CheckedBead& pair, SideOf side);

}  // namespace duizhao::check
