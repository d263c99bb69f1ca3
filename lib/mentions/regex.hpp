// ICU's regular expressions over UTF-8, with named groups.
#pragma once

#include <unicode/regex.h>

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "duizhao/text/byte_range.hpp"

namespace duizhao::mentions {

/// A match: where it lies, and its named groups that took part.
struct Match {
  ByteRange range;
  std::map<std::string_view, std::string_view> groups;  ///< by name

  bool has(std::string_view name) const { return groups.contains(name); }

  /// The text of a group; empty if it took no part.
  std::string_view operator[](std::string_view name) const {
    const auto found = groups.find(name);
    return found == groups.end() ? std::string_view() : found->second;
  }
};

/// An immutable pattern, shared by threads. Upper and lower case of ASCII letters are the same.
class Regex {
 public:
  /// `pattern` is UTF-8, in ICU's syntax with free white space and in lower case. Throws Error
  /// (content) if it is wrong.
  explicit Regex(const std::string& pattern);

  /// The matches in `text`, in order and disjoint.
  std::vector<Match> find_all(std::string_view text) const;

 private:
  std::unique_ptr<icu::RegexPattern> pattern_;
  std::vector<std::pair<std::string, int32_t>> groups_;  // names and numbers
};

/// `pattern` with each `{name}` replaced by the part of that name.
std::string with_parts(std::string pattern, const std::map<std::string, std::string>& parts);

}  // namespace duizhao::mentions
