// Translation edit rate, as sacrebleu computes it.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

#include "duizhao/text/export.hpp"

namespace duizhao {

/// How TER counts.
struct TerOptions {
  /// Punctuation is split off, entities such as &amp; are decoded.
  bool normalized = false;

  /// Where normalised: each Chinese character and mark is a word. Without it a Chinese sentence is
  /// one word.
  bool asian_support = false;

  /// Punctuation is left out; Chinese punctuation where Asian support is on.
  bool no_punctuation = false;

  bool case_sensitive = false;  ///< otherwise case does not count
};

/// What TER is computed from. Statistics of segments add up to those of a corpus.
struct DUIZHAO_EXPORT TerStatistics {
  std::size_t shifts = 0;         ///< stretches of words moved, each one edit
  std::size_t insertions = 0;     ///< words that the hypothesis lacks
  std::size_t deletions = 0;      ///< words that it has too many
  std::size_t substitutions = 0;  ///< words that are others
  double reference_length = 0;    ///< words; the mean over the references

  /// All edits, shifts among them.
  std::size_t edits() const { return shifts + insertions + deletions + substitutions; }

  /// Sums up: the statistics of a corpus are those of its segments together.
  TerStatistics& operator+=(const TerStatistics& other);
  friend bool operator==(const TerStatistics&, const TerStatistics&) = default;
};

/// How far from the references a translation is.
struct TerScore {
  double score = 0;  ///< edits per 100 words of the references, from 0, lower is better
};

/// TER (Snover et al. 2006), by the definitions of sacrebleu 2.6.0, which follow tercom. How many
/// words must be inserted, deleted, replaced or moved in stretches until a translation is the
/// reference.
///
/// Immutable: threads may share it.
class DUIZHAO_EXPORT Ter {
 public:
  /// What is counted of one segment, and summed up over a corpus.
  using Statistics = TerStatistics;

  /// Cheap.
  explicit Ter(const TerOptions& options = {});

  /// "TER".
  std::string name() const;

  /// `TER|nrefs:1|case:lc|tok:tercom|norm:no|punct:yes|asian:no|version:2.6.0`.
  std::string signature(std::size_t references) const;

  /// Of one segment in well-formed UTF-8 and the reference with fewest edits, the first of equals.
  /// Throws Error (content) without references. Shifts are sought greedily, of ten words at most
  /// over fifty at most, a thousand tried: at most in proportion to 50,000 times the words.
  TerStatistics statistics(std::string_view hypothesis,
                           std::span<const std::string_view> references) const;

  /// Without words in the references: 100 if there are edits, else 0.
  TerScore score(const TerStatistics& statistics) const;

 private:
  TerOptions options_;
};

}  // namespace duizhao
