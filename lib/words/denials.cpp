#include "words/denials.hpp"

#include <algorithm>
#include <set>

#include "text/ascii.hpp"
#include "text/embedded.hpp"
#include "text/split.hpp"
#include "text/utf8.hpp"

namespace duizhao::words {
namespace {

/// A section of data/rules/denials.txt.
std::set<std::string_view> section(std::string_view name) {
  const auto entries = text::section(text::kDenials, name);
  return {entries.begin(), entries.end()};
}

std::string_view first_character(std::string_view text) {
  return text.empty() ? text : text.substr(0, text::decode(text, 0).size);
}

}  // namespace

bool denies_by_character(std::string_view character) {
  static const auto kCharacters = section("chinese characters");
  return kCharacters.contains(character);
}

bool has_denying_character(std::string_view chinese) {
  for (std::size_t at = 0; at < chinese.size(); at += text::decode(chinese, at).size) {
    if (denies_by_character(chinese.substr(at, text::decode(chinese, at).size))) return true;
  }
  return false;
}

bool is_whole_denial(std::string_view word) {
  static const auto kWholes = section("chinese wholes");
  return kWholes.contains(word);
}

bool is_plain_denial(std::string_view word) {
  constexpr std::size_t kHan = 3;                                // bytes
  const std::size_t longest = word.starts_with("从来") ? 4 : 3;  // characters; idioms have four
  if (word.empty() || word.size() > longest * kHan) return false;
  static const auto kFirst = section("chinese characters, first");
  static const auto kAlone = section("chinese characters, alone");
  const std::string_view first = first_character(word);
  if (!denies_by_character(first) && !kFirst.contains(first)) return false;
  if (kAlone.contains(first) && word.size() > kHan) return is_whole_denial(word);
  return has_denying_character(word);
}

const std::set<std::string_view>& potential_complements() {
  static const auto kComplements = section("chinese complements");
  return kComplements;
}

bool is_affirmative(std::string_view word) {
  static const auto kEntries = text::entries(text::kAffirmative);
  static const std::set<std::string_view> kAffirmative(kEntries.begin(), kEntries.end());
  return kAffirmative.contains(word);
}

bool denies_in_chinese(std::string_view word) {
  return is_plain_denial(word) && !is_affirmative(word);
}

bool hides_english_denial(std::string_view word) {
  constexpr std::size_t kLeast = 5;  // letters of a word in -less
  static const auto kEntries = text::entries(text::kEnglishHiddenDenials);
  static const std::set<std::string_view> kHidden(kEntries.begin(), kEntries.end());
  const bool without = word.size() > kLeast && word != "unless" &&
                       (word.ends_with("less") || word.ends_with("lessly"));
  return without || kHidden.contains(word);
}

std::vector<ByteRange> set_phrases(std::string_view english) {
  static const auto kPhrases = text::entries(text::kSetPhrases);
  constexpr std::string_view kCurly = "’";
  const std::string folded = text::ascii_lower(english);
  std::vector<std::size_t> places;  // in the text, by byte of `plain`
  std::string plain;                // with straight apostrophes
  for (std::size_t at = 0; at < folded.size();) {
    const bool curly = std::string_view(folded).substr(at).starts_with(kCurly);
    plain += curly ? '\'' : folded[at];
    places.push_back(at);
    at += curly ? kCurly.size() : 1;
  }
  places.push_back(folded.size());
  std::vector<ByteRange> phrases;
  for (const std::string_view phrase : kPhrases) {
    for (std::size_t at = plain.find(phrase); at != std::string::npos;
         at = plain.find(phrase, at + 1)) {
      phrases.push_back({places[at], places[at + phrase.size()]});
    }
  }
  return phrases;
}

std::size_t denying_prefix(std::string_view word) {
  constexpr std::size_t kLeast = 4;  // letters of what is left
  static const auto kStrong = section("english prefixes");
  static const auto kWeak = section("english prefixes, weak");
  static const auto kEnds = section("english endings");
  static const auto kNot = section("english prefixes, not");
  if (kNot.contains(word)) return 0;
  const bool telling =
      std::ranges::any_of(kEnds, [&](std::string_view end) { return word.ends_with(end); });
  for (std::size_t size = 2; size <= 3 && size + kLeast <= word.size(); ++size) {
    const std::string_view prefix = word.substr(0, size);
    if (kStrong.contains(prefix) || (telling && kWeak.contains(prefix))) return size;
  }
  return 0;
}

std::optional<std::string> denied_base(const std::string& word, const lexicon::Tables& tables,
                                       lexicon::Stemmer& stemmer) {
  const std::size_t size = denying_prefix(word);
  if (size == 0) return std::nullopt;
  std::string base = stemmer.stem(word.substr(size));
  return tables.stem(base) ? std::optional(std::move(base)) : std::nullopt;
}

bool hides_chinese_denial(std::string_view text) {
  static const auto kHidden = text::entries(text::kChineseHiddenDenials);
  return std::ranges::any_of(
      kHidden, [&](std::string_view word) { return text.find(word) != std::string_view::npos; });
}

}  // namespace duizhao::words
