// What stands beside each other on the page of an alignment.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "duizhao/report/html.hpp"

namespace duizhao::report {

/// Source sentences, and of each part the beads that render them.
struct Row {
  std::vector<std::size_t> source;
  std::vector<std::vector<std::size_t>> beads;  ///< by part: their indices
};

/// Whether all parts are alignments of one text, cut alike.
bool share_source(std::span<const AlignmentPagePart> parts);

/// The rows of parts that share their source. Of one part each bead is a row. Of several each row
/// is as short as can be without a bead that is cut; a bead without source stands in the row whose
/// beads stand around it, or else in a row of its own.
std::vector<Row> rows_of(std::span<const AlignmentPagePart> parts);

}  // namespace duizhao::report
