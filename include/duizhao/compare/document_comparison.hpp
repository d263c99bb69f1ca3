// Whole translations, compared passage by passage.
#pragma once

#include <cstddef>
#include <vector>

#include "duizhao/bitext/alignment.hpp"
#include "duizhao/compare/comparison.hpp"
#include "duizhao/text/export.hpp"
#include "duizhao/text/progress.hpp"

namespace duizhao {

/// A passage of several documents that were aligned with one.
struct ComparedPassage {
  std::vector<std::size_t> source = {};  ///< sentences of the common source, ascending
  std::vector<std::vector<std::size_t>> targets = {};  ///< by alignment, of its target

  /// Its witnesses are the source, if that is a translation too, and the targets, in this order.
  /// One that has no sentence there is empty, which is a difference of the kind omission; the
  /// others are compared as ever. Without differences where they all say the same, or only one says
  /// anything.
  Comparison comparison = {};
};

/// How documents are compared.
struct DocumentComparisonOptions {
  bool source_is_original = true;  ///< else it is a translation like the others
  ProgressReport progress = {};    ///< told after each passage
};

/// Compares the targets of alignments that share their source: the smallest passages that no bead
/// of any alignment crosses, in the order of the source; a sentence that none corresponds to goes
/// with the passage before it. What stands in the passages beside one counts as said. Throws Error
/// (content) for alignments of different sources or with fewer than two witnesses, and as
/// Comparer::compare does.
DUIZHAO_EXPORT std::vector<ComparedPassage> compare_documents(
    const Comparer& comparer, const std::vector<Alignment>& alignments,
    const DocumentComparisonOptions& options = {});

}  // namespace duizhao
