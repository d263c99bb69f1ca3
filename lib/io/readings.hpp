// What a column of a collation says, by reading.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "duizhao/collate/collation.hpp"

namespace duizhao::io {

/// A reading and the witnesses that have it.
struct Reading {
  std::string text;
  std::vector<std::size_t> witnesses;
};

/// The different readings of a column in the order of their first witnesses; that of witnesses
/// which say nothing has no text.
std::vector<Reading> readings_of(const CollationColumn& column);

}  // namespace duizhao::io
