// What a column of a collation says, by reading.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "duizhao/collate/collation.hpp"

namespace duizhao::io {

/// The different readings of a column in the order of their first witnesses; that of witnesses
/// which say nothing has no text.
std::vector<Reading> readings_of(const CollationColumn& column);

}  // namespace duizhao::io
