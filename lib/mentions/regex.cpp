#include "mentions/regex.hpp"

#include "duizhao/text/error.hpp"
#include "text/ascii.hpp"
#include "text/utf16.hpp"

namespace duizhao::mentions {
namespace {

void check(UErrorCode status, const std::string& pattern) {
  // Patterns are the library's own.
  if (U_FAILURE(status)) throw Error(ErrorCode::content, {pattern, {}, {}}, u_errorName(status));
}

/// The names of the groups of a pattern: what stands in (?<name>; (?<= and (?<! look behind.
std::vector<std::string> group_names(std::string_view pattern) {
  constexpr std::string_view kOpening = "(?<";
  std::vector<std::string> names;
  for (std::size_t at = pattern.find(kOpening); at != std::string_view::npos;
       at = pattern.find(kOpening, at)) {
    at += kOpening.size();
    if (text::is_ascii_letter(pattern[at])) {
      names.emplace_back(pattern.substr(at, pattern.find('>', at) - at));
    }
  }
  return names;
}

}  // namespace

Regex::Regex(const std::string& pattern) {
  UErrorCode status = U_ZERO_ERROR;
  UParseError place;
  pattern_.reset(icu::RegexPattern::compile(icu::UnicodeString::fromUTF8(pattern), UREGEX_COMMENTS,
                                            place, status));
  check(status, pattern);
  for (std::string& name : group_names(pattern)) {
    const int32_t number =
        pattern_->groupNumberFromName(icu::UnicodeString::fromUTF8(name), status);
    check(status, name);
    groups_.emplace_back(std::move(name), number);
  }
}

std::vector<Match> Regex::find_all(std::string_view text) const {
  UErrorCode status = U_ZERO_ERROR;
  // Folded beforehand: ICU compares letter by letter when it is to ignore case.
  const text::Utf16 folded(text, text::Case::ascii_lower);
  const std::unique_ptr<icu::RegexMatcher> matcher(pattern_->matcher(status));
  check(status, "matcher");
  matcher->reset(folded.text());
  std::vector<Match> matches;
  while (matcher->find(status) && U_SUCCESS(status)) {
    const ByteRange range = folded.bytes(matcher->start(status), matcher->end(status));
    if (range.empty()) continue;
    Match& match = matches.emplace_back();
    match.range = range;
    for (const auto& [name, number] : groups_) {
      const int32_t begin = matcher->start(number, status);
      if (begin < 0) continue;
      const ByteRange group = folded.bytes(begin, matcher->end(number, status));
      match.groups[name] = text.substr(group.begin, group.size());
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
