// Findings that a team has accepted.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "duizhao/check/findings.hpp"
#include "duizhao/text/export.hpp"

namespace duizhao {

/// Findings that are known, by their fingerprints: they stay known when lines move, and are new
/// again when their sentences change.
class DUIZHAO_EXPORT Baseline {
 public:
  Baseline() = default;
  /// The baseline in which these findings are known.
  explicit Baseline(const std::vector<Finding>& findings);

  /// Reads what `to_json` wrote. Throws Error (format, decoding) with line and byte; `name` is the
  /// file's name in messages.
  static Baseline parse(std::string_view bytes, const std::string& name);

  /// `{"version":1,"findings":[{"fingerprint","rule","source","target","message","count"}]}`, by
  /// fingerprint, a finding a line, so that version control can merge it.
  std::string to_json() const;

  /// The findings that are not in it. A fingerprint that stands in it n times hides n findings.
  std::vector<Finding> remove_from(std::vector<Finding> findings) const;

  std::size_t size() const;  ///< the number of findings

 private:
  struct Entry {
    std::string rule = {};
    std::string source = {};
    std::string target = {};
    std::string message = {};
    std::size_t count = 0;
  };
  std::map<std::string, Entry> entries_;  // by fingerprint
};

}  // namespace duizhao
