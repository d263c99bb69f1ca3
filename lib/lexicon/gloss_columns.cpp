#include "lexicon/gloss_columns.hpp"

namespace duizhao::lexicon {

GlossColumns::GlossColumns(const lexicon::Tables* tables) {
  if (tables == nullptr) {
    begins_.resize(1);
    return;
  }
  begins_.resize(tables->stem_count() + 1);
  sums_.resize(tables->stem_count());
  for (std::size_t headword = 0; headword < tables->headword_count(); ++headword) {
    for (const lexicon::Entry& entry : tables->gloss_entries(headword)) ++begins_[entry.stem + 1];
  }
  for (std::size_t stem = 1; stem < begins_.size(); ++stem) begins_[stem] += begins_[stem - 1];
  entries_.resize(begins_.back());
  std::vector<std::uint32_t> next(begins_.begin(), begins_.end() - 1);
  for (std::size_t headword = 0; headword < tables->headword_count(); ++headword) {
    for (const lexicon::Entry& entry : tables->gloss_entries(headword)) {
      const double probability = entry.probability * lexicon::kProbabilityUnit;
      entries_[next[entry.stem]++] = {static_cast<std::uint32_t>(headword),
                                      static_cast<float>(probability)};
      sums_[entry.stem] += probability;
    }
  }
}

}  // namespace duizhao::lexicon
