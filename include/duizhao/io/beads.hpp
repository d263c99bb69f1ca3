// Beads as lines of indices, and their score against gold.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "duizhao/bitext/alignment.hpp"
#include "duizhao/bitext/locks.hpp"
#include "duizhao/text/error.hpp"
#include "duizhao/text/export.hpp"

namespace duizhao {

/// One bead a line, as vecalign and Bertalign write them, with the confidence as third field:
///
///     [0, 1]:[2]:0.9812
///     [2]:[]:0.4100
DUIZHAO_EXPORT std::string to_beads(const std::vector<Bead>& beads);

/// A bead, and where it was read.
struct PlacedBead {
  Bead bead = {};         ///< as it was read
  ErrorPlace place = {};  ///< where it was read
};

/// Reads such lines; the third field is read as the confidence, 1 where it is missing, spaces are
/// free, and blank lines are skipped. Throws Error (format) with line and byte for anything else;
/// `name` is the file's name in messages.
DUIZHAO_EXPORT std::vector<Bead> parse_beads(std::string_view bytes, const std::string& name);

/// The same with the places of the lines.
DUIZHAO_EXPORT std::vector<PlacedBead> parse_placed_beads(std::string_view bytes,
                                                          const std::string& name);

/// The alignment of two documents that has these beads, in this order. Sentences in no bead become
/// null beads of confidence 0. Throws Error (format) with the place of a bead with sentences that
/// the documents do not have, or that stand in another one. Linear.
DUIZHAO_EXPORT Alignment complete_alignment(SegmentedDocument source, SegmentedDocument target,
                                            std::vector<PlacedBead> beads);

/// The alignment that a beads file says two documents have. Its confidences are those of the file,
/// 1 where it gives none. Sentences in no bead become null beads of confidence 0. Throws Error
/// (format, decoding) with line and byte, also for sentences that the documents do not have or that
/// stand in two beads. Linear.
DUIZHAO_EXPORT Alignment parse_alignment(std::string_view bytes, const std::string& name,
                                         SegmentedDocument source, SegmentedDocument target);

/// Reads locks in the same format; the third field is ignored. Throws as parse_beads does.
DUIZHAO_EXPORT std::vector<Lock> parse_locks(std::string_view bytes, const std::string& name);

}  // namespace duizhao
