// Those that tell differences, a kind of evidence each.
#pragma once

#include <vector>

#include "compare/readings.hpp"

namespace duizhao::compare {

/// What all of them have: the witnesses' readings, and the differences found so far.
class Teller {
 protected:
  explicit Teller(const Readings& readings) : readings_(readings) {}

  const LinkedWitnesses& links() const { return readings_.links(); }
  std::size_t count() const { return links().size(); }

  const Readings& readings_;
  std::vector<Difference> found_;
};

/// What witnesses say otherwise at one place: kinds from WordAligner's, the gravest of each two.
std::vector<Difference> disagreements_of(const Readings& readings,
                                         const std::vector<Column>& columns);

/// What witnesses say nothing of: words that have no counterpart, by the links of the two, of the
/// original, and by what stands around the text.
std::vector<Difference> silences_of(const Readings& readings, const std::vector<Column>& columns);

/// Denials of one witness that others lack, each with the word that it bears on.
std::vector<Difference> denials_of(const Readings& readings, const std::vector<Column>& columns);

/// Two numbers, or two things, that have changed places while what stands between them has not.
std::vector<Difference> exchanges_of(const Readings& readings);

/// What a difference of two witnesses is among the kinds of a comparison; nothing for those that
/// are not told.
std::optional<VariationKind> variation_of(const WordDifference& difference);

}  // namespace duizhao::compare
