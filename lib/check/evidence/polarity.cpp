#include "check/evidence/polarity.hpp"

#include <algorithm>
#include <array>
#include <unordered_set>

#include "lexicon/tables.hpp"
#include "text/ascii.hpp"
#include "text/embedded.hpp"
#include "text/scripts.hpp"
#include "text/utf8.hpp"

namespace duizhao::check {
namespace {

using WordSet = std::unordered_set<std::string_view>;

WordSet words_in(std::string_view file) {
  const auto entries = text::entries(file);
  return {entries.begin(), entries.end()};
}

bool contains_any(std::string_view text, const auto& parts) {
  return std::ranges::any_of(
      parts, [&](std::string_view part) { return text.find(part) != std::string_view::npos; });
}

constexpr std::array<std::string_view, 9> kDenying = {"不", "没", "未", "无", "非",
                                                      "别", "勿", "莫", "毫"};

bool denies(std::string_view character) {
  return std::ranges::find(kDenying, character) != kDenying.end();
}

std::string_view character_at(std::string_view text, std::size_t at) {
  return at < text.size() ? text.substr(at, text::decode(text, at).size) : std::string_view();
}

std::string_view character_before(std::string_view text, std::size_t at) {
  if (at == 0) return {};
  const std::size_t size = text::decode_before(text, at).size;
  return text.substr(at - size, size);
}

/// 是不是, 有没有, 好不好; and 听懂没有？ at the end of a question.
bool is_question(std::string_view text, ByteRange word) {
  const std::string_view before = character_before(text, word.begin);
  if (!before.empty() && before == character_at(text, word.end) &&
      text::is_han(text::decode(before, 0).value)) {
    return true;
  }
  const std::string_view seen = text.substr(word.begin, word.size());
  // 值不值得: the word goes on behind what is asked.
  const std::string_view first = character_at(seen, 0);
  if (!before.empty() && seen.size() > first.size() && denies(first) &&
      before == character_at(seen, first.size())) {
    return true;
  }
  const std::string_view behind = character_at(text, word.end);
  const bool ends = behind.empty() || !text::is_word(text::decode(behind, 0).value);
  return ends && (seen == "没有" || seen == "没" || seen == "不" || seen == "否");
}

/// 不得不, 没有人不 and their kin: what is denied twice stands; so does what is denied by a
/// question.
bool is_doubled(std::string_view text) {
  constexpr std::array<std::string_view, 12> kTwice = {"不得不",     "不能不", "不会不", "不可不",
                                                       "无不",       "莫不",   "不无",   "没有不",
                                                       "无时无刻不", "不是不", "并非不", "未尝不"};
  constexpr std::array<std::string_view, 9> kRhetorical = {
      "难道", "岂", "何不", "为什么不", "不就", "不也", "怎么不", "并非没", "可不"};
  if (contains_any(text, kTwice) || contains_any(text, kRhetorical)) return true;
  for (const std::string_view nobody : {"没有人", "没人", "无人", "没有谁", "没有一个", "没有哪"}) {
    const std::size_t at = text.find(nobody);
    constexpr std::size_t kReach = 24;  // bytes: eight characters
    if (at == std::string_view::npos) continue;
    const std::string_view behind = text.substr(at + nobody.size(), kReach);
    if (behind.substr(0, behind.find("，")).find("不") != std::string_view::npos) return true;
  }
  const std::size_t must = text.find("非");  // 非…不可
  return must != std::string_view::npos && (text.find("不可", must) != std::string_view::npos ||
                                            text.find("不行", must) != std::string_view::npos);
}

/// Whether a word in characters is a plain denial: 不, 没有, 不支持; idioms (不见不散) and
/// potential complements (站不住) are none.
bool is_plain_denial(std::string_view word) {
  constexpr std::size_t kHan = 3;                                // bytes
  const std::size_t longest = word.starts_with("从来") ? 4 : 3;  // characters; idioms have four
  if (word.size() > longest * kHan) return false;
  const std::string_view first = character_at(word, 0);
  if (!denies(first) && !word.starts_with("从") && !word.starts_with("并") &&
      !word.starts_with("尚") && !word.starts_with("还") && !word.starts_with("决") &&
      !word.starts_with("绝")) {
    return false;
  }
  if ((first == "非" || first == "莫" || first == "别" || first == "毫") && word.size() > kHan) {
    return word == "毫不" || word == "毫无";
  }
  return contains_any(word, kDenying);
}

}  // namespace

Polarity::Polarity(const lexicon::Tables* tables)
    : tables_(tables), stemmer_(lexicon::Stemmer::for_language("en", tables)) {}

std::vector<Denial> Polarity::chinese_denials(const Side& side) {
  static const WordSet kAffirmative = words_in(text::kAffirmative);
  std::vector<Denial> denials;
  if (is_doubled(side.text)) return denials;
  for (std::size_t w = 0; w < side.words.size(); ++w) {
    const words::Word& word = side.words[w];
    const std::string& text = word.text();
    // 分别, 特别 where they are cut otherwise.
    constexpr std::array<std::string_view, 8> kBeforeOther = {"分", "特", "区", "个",
                                                              "差", "级", "性", "告"};
    const std::string_view before = character_before(side.text, word.range.begin);
    const bool other =
        text.starts_with("别") && std::ranges::find(kBeforeOther, before) != kBeforeOther.end();
    if (other || kAffirmative.contains(text) || !is_plain_denial(text) ||
        is_question(side.text, word.range)) {
      continue;
    }
    constexpr std::size_t kHan = 3;  // bytes
    const bool whole = text.size() <= kHan || text == "没有" || text == "并不" || text == "从不" ||
                       text == "从未" || text == "尚未" || text == "从来不" || text == "从来没" ||
                       text == "从来没有" || text == "毫不" || text == "毫无" || text == "并非" ||
                       text == "还不" || text == "还没" || text == "不是" || text == "不会" ||
                       text == "不能" || text == "不要" || text == "不用" || text == "不再" ||
                       text == "不可" || text == "不想" || text == "不愿" || text == "不敢" ||
                       text == "不曾" || text == "未曾" || text == "决不" || text == "绝不" ||
                       text == "没法" || text == "无法";
    Denial denial{w, whole ? std::nullopt : std::optional(w)};
    if (whole && w + 1 < side.words.size()) denial.scope = w + 1;
    denials.push_back(denial);
  }
  return denials;
}

std::vector<Denial> Polarity::english_denials(const Side& side) {
  static const WordSet kPlain = {"not",     "no",      "never", "none",   "nobody", "nothing",
                                 "nowhere", "neither", "nor",   "cannot", "without"};
  static const auto kPhrases = text::entries(text::kSetPhrases);
  std::string folded = text::ascii_lower(side.text);
  std::vector<std::size_t> places;  // in the text, by byte of `plain`
  std::string plain;                // with straight apostrophes
  for (std::size_t at = 0; at < folded.size();) {
    const bool curly = std::string_view(folded).substr(at).starts_with("’");
    plain += curly ? '\'' : folded[at];
    places.push_back(at);
    at += curly ? std::string_view("’").size() : 1;
  }
  places.push_back(folded.size());
  std::vector<ByteRange> phrases;
  for (const std::string_view phrase : kPhrases) {
    for (std::size_t at = plain.find(phrase); at != std::string::npos;
         at = plain.find(phrase, at + 1)) {
      phrases.push_back({places[at], places[at + phrase.size()]});
    }
  }
  std::vector<Denial> denials;
  for (std::size_t w = 0; w < side.words.size(); ++w) {
    const words::Word& word = side.words[w];
    const bool again = w > 0 && side.words[w - 1].range == word.range;  // do of don't
    const std::string seen = text::ascii_lower(side.at(word.range));
    const bool contracted = seen.ends_with("n't") || seen.ends_with("n’t");
    if (again || (!contracted && !kPlain.contains(seen))) continue;
    const bool in_phrase =
        std::ranges::any_of(phrases, [&](ByteRange phrase) { return phrase.overlaps(word.range); });
    if (in_phrase) continue;
    Denial denial{w, std::nullopt};
    for (std::size_t next = w + 1; next < side.words.size() && next <= w + 4; ++next) {
      if (side.words[next].range == word.range) continue;
      if (!side.words[next].tokens().is_content(side.words[next].number())) continue;
      denial.scope = next;
      break;
    }
    denials.push_back(denial);
  }
  return denials;
}

bool hides_chinese_denial(std::string_view text) {
  static const auto kHidden = text::entries(text::kChineseHiddenDenials);
  return contains_any(text, kHidden);
}

bool Polarity::hides_english_denial(std::string_view word) {
  static const WordSet kHidden = words_in(text::kEnglishHiddenDenials);
  const std::string seen = text::ascii_lower(word);
  constexpr std::size_t kLeast = 5;
  const bool without = seen.size() > kLeast && seen != "unless" &&
                       (seen.ends_with("less") || seen.ends_with("lessly"));
  return without || kHidden.contains(seen) || denied_base(seen).has_value();
}

/// The stem of happy in unhappy.
std::optional<std::string> Polarity::denied_base(const std::string& word) {
  constexpr std::size_t kLeast = 4;  // letters of what is left
  constexpr std::array<std::string_view, 8> kPrefixes = {"un", "dis", "non", "im",
                                                         "in", "ir",  "il",  "mis"};
  constexpr std::array<std::string_view, 18> kEnds = {
      "able", "ible", "ably", "ent", "ent",   "ate", "ive", "al",    "ct",
      "ity",  "ence", "ance", "ous", "ously", "ed",  "ure", "ently", "ety"};
  constexpr std::array<std::string_view, 22> kNot = {
      "impact",  "invent", "intent",  "under",   "understand", "discuss", "discover", "distance",
      "display", "union",  "unit",    "unite",   "united",     "import",  "increase", "increased",
      "include", "income", "improve", "insight", "mission",    "mister"};
  if (tables_ == nullptr || std::ranges::find(kNot, word) != kNot.end()) return std::nullopt;
  for (const std::string_view prefix : kPrefixes) {
    if (!word.starts_with(prefix) || word.size() < prefix.size() + kLeast) continue;
    const bool telling =
        prefix == "un" || prefix == "dis" || prefix == "non" ||
        std::ranges::any_of(kEnds, [&](std::string_view end) { return word.ends_with(end); });
    const std::string base = stemmer_->stem(word.substr(prefix.size()));
    if (telling && tables_->stem(base)) return base;
  }
  return std::nullopt;
}

std::optional<std::size_t> Polarity::denied_stem(std::string_view word) {
  const auto base = denied_base(text::ascii_lower(word));
  return base ? tables_->stem(*base) : std::nullopt;
}

}  // namespace duizhao::check
