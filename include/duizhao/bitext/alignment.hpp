// Which sentences of two texts correspond.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "duizhao/segment/segmenter.hpp"
#include "duizhao/text/export.hpp"

namespace duizhao {

/// Some source sentences that correspond to some target sentences. Either side may be empty: a
/// sentence without counterpart is a null bead.
struct Bead {
  std::vector<std::size_t> source = {};  ///< indices of sentences of the source document, ascending
  std::vector<std::size_t> target = {};  ///< the same of the target document

  /// What speaks for the bead against others: the weighted sum of its features, in nats. Higher is
  /// better; beads of one alignment compare, those of different texts less so.
  double score = 0;

  /// The probability that exactly this bead is right, 0 to 1.
  double confidence = 0;

  /// Fixed by the user, not found by the aligner.
  bool locked = false;

  /// Of a null bead: sentences of the other document, ascending, that correspond to it although
  /// they stand elsewhere, in a section that was moved. None for most.
  std::vector<std::size_t> moved = {};

  friend bool operator==(const Bead&, const Bead&) = default;
};

/// The beads of two documents, in the order of the texts. A value; keeps both documents alive.
class DUIZHAO_EXPORT Alignment {
 public:
  Alignment() = default;

  /// Throws Error (content) for a bead whose indices are no sentences of the documents.
  Alignment(SegmentedDocument source, SegmentedDocument target, std::vector<Bead> beads);

  /// The text that is translated, as it was cut.
  const SegmentedDocument& source() const { return source_; }
  /// The translation, as it was cut.
  const SegmentedDocument& target() const { return target_; }
  /// The beads, in the order that they were given in.
  const std::vector<Bead>& beads() const { return beads_; }

  /// How much of the texts corresponds: the share of sentences in beads with both sides, those
  /// without a positive score by their confidence, of the side of which it is larger, 0 to 1. Below
  /// a half they are hardly translations of each other. 1 if a side has no sentences.
  double correspondence() const;

  /// The sentences of one side of a bead as a reader sees them, joined with one space, or with none
  /// in Chinese and Japanese.
  std::string source_text(const Bead& bead) const;
  /// The same of the target sentences.
  std::string target_text(const Bead& bead) const;

 private:
  SegmentedDocument source_;
  SegmentedDocument target_;
  std::vector<Bead> beads_;
};

/// The alignment of texts that correspond sentence by sentence: a bead of confidence 1 for each.
/// Throws Error (content), naming the target, unless both have as many.
DUIZHAO_EXPORT Alignment pair_sentences(SegmentedDocument source, SegmentedDocument target);

}  // namespace duizhao
