// What was left out of an alignment, in words.
#pragma once

#include <map>
#include <string>

#include "duizhao/bitext/coverage.hpp"

namespace duizhao::report {

/// How many parts of each kind.
using LeftOutCounts = std::map<LeftOutKind, std::size_t>;

/// `3 sentences in another language, 2 blocks of code`; empty without any.
std::string left_out(const LeftOutCounts& counts);

/// `40 sentences in beads, 2 in null beads`, and what was left out.
std::string covered(const Coverage& coverage);

}  // namespace duizhao::report
