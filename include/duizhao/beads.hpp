// Beads as lines of indices, and their score against gold.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "duizhao/alignment.hpp"
#include "duizhao/export.hpp"

namespace duizhao {

/// One bead a line, as vecalign and Bertalign write them, with the confidence as third field:
///
///     [0, 1]:[2]:0.9812
///     [2]:[]:0.4100
DUIZHAO_EXPORT std::string to_beads(const std::vector<Bead>& beads);

/// Reads such lines; the third field may be missing and is read as the confidence, spaces are free,
/// and blank lines are skipped. Throws Error (format) with line and byte for anything else; `name`
/// is the file's name in messages.
DUIZHAO_EXPORT std::vector<Bead> parse_beads(std::string_view bytes, const std::string& name);

}  // namespace duizhao
