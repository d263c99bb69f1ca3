#include "mentions/regex.hpp"

#include "duizhao/error.hpp"
#include "text/utext_view.hpp"

namespace duizhao::mentions {
namespace {

void check(UErrorCode status, const std::string& pattern) {
  // Patterns are the library's own.
  if (U_FAILURE(status)) throw Error(ErrorCode::content, {pattern, {}, {}}, u_errorName(status));
}

}  // namespace

Regex::Regex(const std::string& pattern, std::vector<std::string> group_names) {
  UErrorCode status = U_ZERO_ERROR;
  UParseError place;
  pattern_.reset(icu::RegexPattern::compile(icu::UnicodeString::fromUTF8(pattern),
                                            UREGEX_COMMENTS | UREGEX_CASE_INSENSITIVE, place,
                                            status));
  check(status, pattern);
  for (std::string& name : group_names) {
    const int32_t number =
        pattern_->groupNumberFromName(icu::UnicodeString::fromUTF8(name), status);
    check(status, name);
    groups_.emplace_back(std::move(name), number);
  }
}

std::vector<Match> Regex::find_all(std::string_view text) const {
  UErrorCode status = U_ZERO_ERROR;
  text::UTextView view(text);
  const std::unique_ptr<icu::RegexMatcher> matcher(pattern_->matcher(status));
  check(status, "matcher");
  matcher->reset(view.get());
  std::vector<Match> matches;
  while (matcher->find(status) && U_SUCCESS(status)) {
    const auto begin = static_cast<std::size_t>(matcher->start64(status));
    const auto end = static_cast<std::size_t>(matcher->end64(status));
    if (begin == end) continue;
    Match& match = matches.emplace_back();
    match.range = {begin, end};
    for (const auto& [name, number] : groups_) {
      const int64_t group_begin = matcher->start64(number, status);
      const int64_t group_end = matcher->end64(number, status);
      if (group_begin < 0) continue;
      match.groups[name] = text.substr(static_cast<std::size_t>(group_begin),
                                       static_cast<std::size_t>(group_end - group_begin));
    }
  }
  check(status, "find");
  return matches;
}

std::string with_parts(std::string pattern, const std::map<std::string, std::string>& parts) {
  bool replaced = true;
  while (replaced) {  // parts may hold marks of other parts
    replaced = false;
    for (const auto& [name, part] : parts) {
      const std::string mark = "{" + name + "}";
      for (std::size_t at = pattern.find(mark); at != std::string::npos; at = pattern.find(mark)) {
        pattern.replace(at, mark.size(), part);
        replaced = true;
      }
    }
  }
  return pattern;
}

}  // namespace duizhao::mentions
