// Stems that stand for the same Chinese words.
#pragma once

#include <cstdint>
#include <map>
#include <vector>

namespace duizhao::lexicon {

using Row = std::map<std::uint32_t, double>;  // by stem

/// A headword for the search of synonyms: its stems by their share in its glosses, and how much it
/// counts.
struct Pivot {
  Row stems;
  double weight;
};

/// For each stem those that share headwords with it, weighted: S = AᵀDA with the pivots' rows A and
/// weights D, without the diagonal, the 60 largest of a row, each row summing to 1.
std::vector<Row> find_synonyms(const std::vector<Pivot>& pivots, std::size_t stem_count);

/// `row` with a fifth of it passed on to the synonyms of its stems; what is below .01 is left out
/// unless the row has it already.
Row with_synonyms(const Row& row, const std::vector<Row>& synonyms);

}  // namespace duizhao::lexicon
