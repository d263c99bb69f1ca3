// The gloss matrix by English words: which Chinese headwords have a stem among their glosses.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "lexicon/tables.hpp"

namespace duizhao::lexicon {

/// p(stem | headword) by stem. Two English words that stand in the glosses of the same headwords
/// mean something alike: the Chinese words are pivots.
class GlossColumns {
 public:
  struct Entry {
    std::uint32_t headword;
    float probability;  // of the stem, given the headword
  };

  /// Linear in the lexicon, a few milliseconds; empty without tables.
  explicit GlossColumns(const lexicon::Tables* tables);

  /// The entries of a stem, by ascending headword.
  std::span<const Entry> column(std::size_t stem) const {
    return std::span(entries_).subspan(begins_[stem], begins_[stem + 1] - begins_[stem]);
  }

  /// The sum of a column.
  double sum(std::size_t stem) const { return sums_[stem]; }

 private:
  std::vector<std::uint32_t> begins_;
  std::vector<Entry> entries_;
  std::vector<double> sums_;
};

}  // namespace duizhao::lexicon
