// Segmentation rules of others.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "duizhao/text/export.hpp"

namespace duizhao {

/// Rules in SRX 2.0 (LISA, now GALA): at each position of a text the first rule whose expressions
/// match before and behind it says whether there is a break; where none does, there is none. Its
/// expressions are ICU's.
///
/// A handle to immutable data that threads may share.
class DUIZHAO_EXPORT SrxRules {
 public:
  /// Throws Error (format) with line and byte for malformed XML, a root that is no srx, rules that
  /// a map names and nobody gives, and expressions that ICU does not understand. `name` is the
  /// file's name in messages.
  static SrxRules parse(std::string_view bytes, const std::string& name);

  /// The bytes at which `text` breaks, ascending, by the rules for a language (ISO 639). What is
  /// before a break is looked at up to 128 code units back. Throws Error (content) for an
  /// expression that takes too long.
  std::vector<std::size_t> breaks(std::string_view text, const std::string& language) const;

 private:
  struct State;
  explicit SrxRules(std::shared_ptr<const State> state) : state_(std::move(state)) {}

  std::shared_ptr<const State> state_;
};

}  // namespace duizhao
