// Beads that the user has settled.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "duizhao/error.hpp"
#include "duizhao/export.hpp"

namespace duizhao {

/// A bead that an alignment must keep as it is.
struct Lock {
  std::vector<std::size_t> source;  ///< indices of neighbouring sentences, ascending
  std::vector<std::size_t> target;  ///< one side may be empty: a sentence without a counterpart
  ErrorPlace place;                 ///< where it was read, for messages
};

/// Reads locks in the beads format (beads.hpp); confidences are ignored. Throws Error (format,
/// decoding) with line and byte; `name` is the file's name in messages.
DUIZHAO_EXPORT std::vector<Lock> parse_locks(std::string_view bytes, const std::string& name);

}  // namespace duizhao
