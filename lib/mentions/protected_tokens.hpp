// What a translation must leave as it is.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "duizhao/text/byte_range.hpp"
#include "mentions/regex.hpp"

namespace duizhao::mentions {

/// Finds placeholders (%s, {0}, {name}, ${x}), tags, addresses, e-mail addresses, names of files
/// and code between backticks. Immutable; threads may share it.
class ProtectedTokens {
 public:
  ProtectedTokens();

  /// Bytes of the text, in order and disjoint. Linear.
  std::vector<ByteRange> find(std::string_view text) const;

 private:
  Regex regex_;
};

}  // namespace duizhao::mentions
