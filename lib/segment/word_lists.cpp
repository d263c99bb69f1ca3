#include "segment/word_lists.hpp"

#include <algorithm>
#include <array>

#include "text/ascii.hpp"
#include "text/embedded.hpp"
#include "text/scripts.hpp"
#include "text/utf8.hpp"

namespace duizhao::segment {
namespace {

AbbreviationKind kind_named(std::string_view name) {
  if (name == "name") return AbbreviationKind::name;
  if (name == "number") return AbbreviationKind::number;
  if (name == "label") return AbbreviationKind::label;
  if (name == "closing") return AbbreviationKind::closing;
  if (name == "final") return AbbreviationKind::final;
  return AbbreviationKind::inner;
}

/// U.S., a.m., Ph.D.: stops after one or two letters each, more than one stop.
bool is_dotted(std::string_view word) {
  std::size_t letters = 0;
  std::size_t dots = 0;
  for (const char c : word) {
    if (c == '.') {
      if (letters == 0) return false;
      letters = 0;
      ++dots;
    } else if (!text::is_ascii_letter(c) || ++letters > 2) {
      return false;
    }
  }
  return dots > 1 && letters == 0;
}

/// The next word of ASCII letters, and what is left after it and one space.
std::string_view take_word(std::string_view& text) {
  std::size_t size = 0;
  while (size < text.size() && text::is_ascii_letter(text[size])) ++size;
  const std::string_view word = text.substr(0, size);
  text.remove_prefix(size);
  if (text.starts_with(' ')) text.remove_prefix(1);
  return word;
}

}  // namespace

WordLists::WordLists() {
  for (const std::string_view entry : text::entries(text::kAbbreviations)) {
    const std::size_t tab = entry.find('\t');
    abbreviations_.emplace(entry.substr(tab + 1), kind_named(entry.substr(0, tab)));
  }
  for (const std::string_view word : text::entries(text::kSentenceStarters)) starters_.insert(word);
  for (const std::string_view verb : text::entries(text::kReportingVerbs)) {
    if (text::is_ascii_letter(verb.front())) {
      english_verbs_.insert(verb);
    } else {
      chinese_verbs_.push_back(verb);
    }
  }
  std::stable_sort(
      chinese_verbs_.begin(), chinese_verbs_.end(),
      [](std::string_view left, std::string_view right) { return left.size() > right.size(); });
}

std::optional<AbbreviationKind> WordLists::abbreviation(std::string_view word) const {
  if (const auto found = abbreviations_.find(word); found != abbreviations_.end()) {
    return found->second;
  }
  if (!word.empty() && text::is_ascii_upper(word.front())) {
    std::string lower(word);
    lower.front() = text::ascii_lower(lower.front());
    if (const auto found = abbreviations_.find(lower); found != abbreviations_.end()) {
      return found->second;
    }
  }
  if (is_dotted(word)) return AbbreviationKind::final;
  return std::nullopt;
}

bool WordLists::starts_sentence(std::string_view word) const { return starters_.contains(word); }

bool WordLists::is_chinese_report(std::string_view clause) const {
  constexpr std::array<std::string_view, 12> kTails = {
      "了一声", "了一句", "一句", "我们", "我", "你", "他", "她", "了", "着", "著", "过"};
  for (const std::string_view tail : kTails) {
    if (clause.ends_with(tail) && clause.size() > tail.size()) {
      clause.remove_suffix(tail.size());
      break;
    }
  }
  constexpr std::array<std::string_view, 4> kNegations = {"没", "没有", "不", "未"};
  if (clause.find("告诉") != std::string_view::npos ||
      clause.find("告訴") != std::string_view::npos) {
    return true;
  }
  // The longest verb counts: 没有回答 ends in 回答, which is negated, and in 答, which is not.
  const auto verb = std::find_if(chinese_verbs_.begin(), chinese_verbs_.end(),
                                 [&](std::string_view each) { return clause.ends_with(each); });
  if (verb == chinese_verbs_.end()) return false;
  const std::string_view before = clause.substr(0, clause.size() - verb->size());
  return std::none_of(kNegations.begin(), kNegations.end(),
                      [&](std::string_view negation) { return before.ends_with(negation); });
}

std::string_view WordLists::chinese_reporter(std::string_view clause) const {
  constexpr std::size_t kHan = 3;               // bytes
  constexpr std::size_t kLeast = 2, kMost = 4;  // characters of a name
  constexpr std::array<std::string_view, 11> kManners = {
      "笑着", "回忆", "进一步", "对记者", "随后", "还", "也", "又", "则", "并", "曾"};
  const auto verb = std::find_if(chinese_verbs_.begin(), chinese_verbs_.end(),
                                 [&](std::string_view each) { return clause.ends_with(each); });
  if (verb == chinese_verbs_.end()) return {};
  std::string_view name = clause.substr(0, clause.size() - verb->size());
  for (const std::string_view manner : kManners) {
    if (name.ends_with(manner)) name.remove_suffix(manner.size());
  }
  constexpr std::array<std::string_view, 6> kPronouns = {"他", "她", "我", "你", "它", "们"};
  const bool pronoun = std::any_of(kPronouns.begin(), kPronouns.end(), [&](std::string_view each) {
    return name.find(each) != std::string_view::npos;
  });
  if (pronoun || name.size() < kLeast * kHan || name.size() > kMost * kHan) return {};
  for (std::size_t at = 0; at < name.size(); at += text::decode(name, at).size) {
    if (!text::is_han(text::decode(name, at).value)) return {};
  }
  return name;
}

bool WordLists::begins_english_report(std::string_view text) const {
  constexpr int kMostWords = 4;  // before the verb
  for (int words = 0; words <= kMostWords; ++words) {
    const std::string_view word = take_word(text);
    if (word.empty()) return false;
    if (english_verbs_.contains(word)) return true;
    const bool may_precede = text::is_ascii_upper(word.front()) || words > 0;
    if (!may_precede) return false;
  }
  return false;
}

}  // namespace duizhao::segment
