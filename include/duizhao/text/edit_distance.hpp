// How many edits turn one sequence into another.
#pragma once

#include <algorithm>
#include <cstddef>
#include <utility>
#include <vector>

namespace duizhao {

/// Whether two neighbours that are exchanged count as one edit.
enum class Transpositions {
  two_edits,  ///< Levenshtein 1966
  one_edit,   ///< Damerau 1964, each place exchanged at most once (optimal string alignment)
};

/// The fewest elements to insert, delete, replace or exchange. The elements are what `left[i]`
/// gives: bytes of a string, code points of a u32string, words of a vector. Costs the product of
/// the sizes in time, three rows in memory. Thread-safe.
template <typename Sequence>
std::size_t edit_distance(const Sequence& left, const Sequence& right,
                          Transpositions transpositions) {
  std::vector<std::size_t> before_last;
  std::vector<std::size_t> last(right.size() + 1);
  std::vector<std::size_t> row(right.size() + 1);
  for (std::size_t k = 0; k < last.size(); ++k) last[k] = k;
  for (std::size_t i = 1; i <= left.size(); ++i) {
    row[0] = i;
    for (std::size_t k = 1; k <= right.size(); ++k) {
      const std::size_t replaced = last[k - 1] + (left[i - 1] == right[k - 1] ? 0 : 1);
      row[k] = std::min({last[k] + 1, row[k - 1] + 1, replaced});
      const bool exchanged = transpositions == Transpositions::one_edit && i > 1 && k > 1 &&
                             left[i - 1] == right[k - 2] && left[i - 2] == right[k - 1];
      if (exchanged) row[k] = std::min(row[k], before_last[k - 2] + 1);
    }
    before_last = last;
    std::swap(last, row);
  }
  return last.back();
}

}  // namespace duizhao
