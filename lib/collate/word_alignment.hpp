// Which words of two short texts correspond.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "duizhao/collate/collation.hpp"
#include "lexicon/gloss_columns.hpp"

namespace duizhao::collate {

/// By word of the right text: the word of the left one that it corresponds to.
using WordAlignment = std::vector<std::optional<std::size_t>>;

/// Compares words by the lexicon. Everything must stay alive.
class WordComparison {
 public:
  WordComparison(const lexicon::Tables* tables, const lexicon::GlossColumns& columns);

  /// How alike two words of one language are, 0 to 1: 1 for equal ones, then those of one family
  /// and synonyms.
  double alike(const CollationToken& left, const CollationToken& right) const;

  /// What a Chinese word may be in English: stems with their probabilities.
  struct Rendering {
    std::string stem;
    double probability;
  };
  std::vector<Rendering> renderings(const CollationToken& chinese) const;

  /// How well an English word is one of the renderings, 0 to 1; words of one family count.
  static double renders(const std::vector<Rendering>& renderings, const CollationToken& english);

 private:
  const lexicon::Tables* tables_;
  const lexicon::GlossColumns& columns_;
};

/// Words of a translation laid to the words of its original: the surest pairs first, those that
/// stand far apart in their texts later; then words between two that are laid take what is free
/// between their counterparts, if it is little.
WordAlignment align_translation(const WordComparison& comparison,
                                const std::vector<CollationToken>& original,
                                const std::vector<CollationToken>& translation);

/// Words of one version laid to those of another in the same language, in order; then words that
/// are left and alike, which have moved.
WordAlignment align_versions(const WordComparison& comparison,
                             const std::vector<CollationToken>& base,
                             std::vector<CollationToken>& version);

}  // namespace duizhao::collate
