#include "check/polarity.hpp"

#include <algorithm>
#include <array>
#include <unordered_set>

#include "text/ascii.hpp"
#include "text/embedded.hpp"
#include "text/scripts.hpp"
#include "text/utf8.hpp"

namespace duizhao::check {
namespace {

using WordSet = std::unordered_set<std::string_view>;

const WordSet& affirmative_words() {
  static const WordSet kWords = [] {
    const auto entries = text::entries(text::kAffirmative);
    return WordSet(entries.begin(), entries.end());
  }();
  return kWords;
}

bool contains_any(std::string_view text, const auto& parts) {
  return std::ranges::any_of(
      parts, [&](std::string_view part) { return text.find(part) != std::string_view::npos; });
}

constexpr std::array<std::string_view, 9> kDenyingCharacters = {"不", "没", "未", "无", "非",
                                                                "别", "勿", "莫", "毫"};

/// 是不是, 有没有, 好不好: the same before and behind.
bool is_question_of_choice(std::string_view text, std::size_t at, std::size_t size) {
  const std::size_t end = at + size;
  if (at == 0 || end >= text.size()) return false;
  const auto before = text::decode_before(text, at);
  const auto behind = text::decode(text, end);
  return before.value == behind.value && text::is_han(before.value);
}

std::string_view character_at(std::string_view text, std::size_t at) {
  return text.substr(at, text::decode(text, at).size);
}

}  // namespace

Denials chinese_denials(const Translation& translation, const Side& side) {
  // What hides a denial, or lets one stand for a plain statement.
  constexpr std::array<std::string_view, 53> kHidden = {
      "难", "缺",   "少",   "拒",   "禁",     "止",   "失",   "忘",   "除", "反", "罢",
      "免", "只",   "仅",   "才",   "岂",     "何必", "哪",   "怎么", "谁", "亏", "险",
      "白", "空",   "绝",   "误",   "错",     "抵",   "避",   "阻",   "防", "破", "否",
      "休", "以外", "之外", "以前", "之前",   "再也", "不",   "没",   "未", "无", "非",
      "别", "勿",   "莫",   "毫",   "没什么", "几乎", "要是", "差",   "断"};
  constexpr std::array<std::string_view, 12> kDouble = {"不得不",     "不能不", "不会不", "不可不",
                                                        "无不",       "莫不",   "不无",   "没有不",
                                                        "无时无刻不", "不是不", "并非不", "未尝不"};
  Denials denials;
  denials.hidden = contains_any(side.text, kHidden);
  for (std::size_t w = 0; w < side.words.size(); ++w) {
    const Word& word = side.words[w];
    const std::string& text = translation.word(translation.chinese(), word);
    const std::string_view seen = side.at(word.range);
    if (!contains_any(text, kDenyingCharacters) || affirmative_words().contains(text)) continue;
    bool denies = false;
    for (std::size_t at = 0; at < seen.size();) {
      const std::string_view character = character_at(seen, at);
      const bool denying =
          std::ranges::find(kDenyingCharacters, character) != kDenyingCharacters.end();
      const bool leads = at == 0 || character == "不" || character == "没";
      if (denying && leads &&
          !is_question_of_choice(side.text, word.range.begin + at, character.size())) {
        denies = true;
      }
      at += character.size();
    }
    if (denies) denials.plain.push_back(w);
  }
  for (const std::string_view twice : kDouble) {
    if (side.text.find(twice) != std::string::npos) denials.plain.clear();
  }
  // 非…不可
  const std::size_t must = side.text.find("非");
  if (must != std::string::npos && (side.text.find("不可", must) != std::string::npos ||
                                    side.text.find("不行", must) != std::string::npos)) {
    denials.plain.clear();
  }
  return denials;
}

Denials english_denials(const Translation& translation, const Side& side) {
  static const WordSet kPlain = {"not",    "no",      "never", "none",   "nobody", "nothing",
                                 "nowher", "neither", "nor",   "cannot", "without"};
  static const WordSet kHidden = {
      "unless",    "until",        "till",      "before",      "except",   "instead", "rather",
      "hard",      "scarc",        "bare",      "seldom",      "rare",     "fail",    "refus",
      "lack",      "deni",         "avoid",     "prevent",     "stop",     "ceas",    "miss",
      "imposs",    "unabl",        "too",       "onli",        "other",    "beyond",  "littl",
      "few",       "least",        "less",      "difficult",   "doubt",    "absenc",  "free",
      "ignor",     "reject",       "forbid",    "ban",         "against",  "exclud",  "otherwis",
      "zero",      "far",          "short",     "wonder",      "yet",      "remain",  "resist",
      "declin",    "neglect",      "out",       "but",         "keep",     "rid",     "prohibit",
      "hardli",    "scarcelihood", "barely",    "wrong",       "forget",   "forgot",  "away",
      "off",       "past",         "nought",    "naught",      "empti",    "void",    "minus",
      "lest",      "fewer",        "illeg",     "loath",       "reluct",   "loss",    "lose",
      "lost",      "leav",         "left",      "cut",         "block",    "shun",    "quit",
      "abandon",   "never",        "still",     "nonetheless", "beat",     "defi",    "oppos",
      "object",    "last",         "anyth",     "anyon",       "ani",      "ever",    "either",
      "mind",      "spare",        "disagre",   "dislik",      "save",     "save",    "unlik",
      "differ",    "contrari",     "insuffici", "inadequ",     "invalid",  "inabl",   "immatur",
      "drop",      "skip",         "elud",      "escap",       "bar",      "barr",    "halt",
      "withhold",  "weren",        "enough",    "exempt",      "blind",    "mere",    "refrain",
      "hold",      "held",         "restrain",  "unaccept",    "unfortun", "miser",   "disappoint",
      "disappear", "vanish",       "nix"};
  constexpr std::array<std::string_view, 34> kPhrases = {
      "not only",       "not just",      "not merely",
      "no doubt",       "no wonder",     "no matter",
      "no sooner",      "nothing but",   "why not",
      "or not",         "no less",       "no more than",
      "not to mention", "nothing short", "nothing less",
      "no later",       "not long",      "isn't it",
      "aren't you",     "don't you",     "doesn't it",
      "won't you",      "can't help",    "couldn't help",
      "cannot help",    "not until",     "couldn't agree more",
      "not least",      "none other",    "not simply",
      "not bad",        "never mind",    "nothing if not",
      "not unlike"};
  std::string folded = text::ascii_lower(side.text);
  for (std::size_t at = folded.find("’"); at != std::string::npos; at = folded.find("’", at)) {
    folded.replace(at, std::string_view("’").size(), "'  ");  // the same size
  }
  std::string plain = folded;
  std::erase(plain, ' ');
  Denials denials;
  std::vector<ByteRange> phrases;
  for (const std::string_view phrase : kPhrases) {
    std::string spaced(phrase);
    const std::size_t apostrophe = spaced.find('\'');
    for (int form = 0; form < 2; ++form) {
      for (std::size_t at = folded.find(spaced); at != std::string::npos;
           at = folded.find(spaced, at + 1)) {
        phrases.push_back({at, at + spaced.size()});
      }
      if (apostrophe == std::string::npos) break;
      spaced.replace(apostrophe, 1, "'  ");
    }
  }
  for (std::size_t w = 0; w < side.words.size(); ++w) {
    const Word& word = side.words[w];
    const std::string& stem = translation.word(translation.english(), word);
    const std::string seen = text::ascii_lower(side.at(word.range));
    const bool in_phrase =
        std::ranges::any_of(phrases, [&](ByteRange phrase) { return phrase.overlaps(word.range); });
    if (kPlain.contains(stem) && !in_phrase) {
      if (denials.plain.empty() || side.words[denials.plain.back()].range != word.range) {
        denials.plain.push_back(w);
      }
      continue;
    }
    const auto begins = [&](std::string_view prefix, std::size_t least) {
      return seen.starts_with(prefix) && seen.size() >= least;
    };
    const bool affix = begins("un", 5) || begins("dis", 6) || begins("non", 5) || begins("im", 7) ||
                       begins("in", 8) || begins("ir", 8) || begins("il", 7) || begins("mis", 7) ||
                       begins("anti", 6) || (seen.ends_with("less") && seen.size() > 5) ||
                       begins("de", 8);
    if (in_phrase || affix || kHidden.contains(stem) || kHidden.contains(seen)) {
      denials.hidden = true;
    }
  }
  return denials;
}

}  // namespace duizhao::check
