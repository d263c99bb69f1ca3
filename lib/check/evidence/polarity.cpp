#include "check/evidence/polarity.hpp"
#include "words/denials.hpp"

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

/// A section of data/rules/denials.txt.
WordSet denials_of(std::string_view section) {
  const auto entries = text::section(text::kDenials, section);
  return {entries.begin(), entries.end()};
}

bool contains_any(std::string_view text, const auto& parts) {
  return std::ranges::any_of(
      parts, [&](std::string_view part) { return text.find(part) != std::string_view::npos; });
}

bool denies(std::string_view character) { return words::denies_by_character(character); }

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
  static const WordSet kAsking = denials_of("chinese questions");
  return ends && kAsking.contains(seen);
}

/// 不得不, 没有人不 and their kin: what is denied twice stands; so does what is denied by a
/// question.
bool is_doubled(std::string_view text) {
  static const WordSet kTwice = denials_of("chinese twice");
  static const WordSet kRhetorical = denials_of("chinese rhetorical");
  static const WordSet kNobody = denials_of("chinese nobody");
  if (contains_any(text, kTwice) || contains_any(text, kRhetorical)) return true;
  for (const std::string_view nobody : kNobody) {
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

/// 分别, 特别 where they are cut otherwise.
bool is_cut_otherwise(const Side& side, const words::Word& word) {
  static const WordSet kBefore = denials_of("chinese before 别");
  return word.text().starts_with("别") &&
         kBefore.contains(character_before(side.text, word.range.begin));
}

/// A text in lower case with straight apostrophes, and the set phrases in it (not only).
std::vector<ByteRange> set_phrases(std::string_view text) {
  static const auto kPhrases = text::entries(text::kSetPhrases);
  constexpr std::string_view kCurly = "’";
  const std::string folded = text::ascii_lower(text);
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

/// The content word behind an English denial, at most four words on.
std::optional<std::size_t> scope_of(const Side& side, std::size_t denial) {
  constexpr std::size_t kReach = 4;  // words
  for (std::size_t next = denial + 1; next < side.words.size() && next <= denial + kReach; ++next) {
    if (side.words[next].range == side.words[denial].range) continue;
    if (side.words[next].tokens().is_content(side.words[next].number())) return next;
  }
  return std::nullopt;
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
    if (is_cut_otherwise(side, word) || kAffirmative.contains(text) ||
        !words::is_plain_denial(text) || is_question(side.text, word.range)) {
      continue;
    }
    constexpr std::size_t kHan = 3;  // bytes
    const bool whole = text.size() <= kHan || words::is_whole_denial(text);
    Denial denial{w, whole ? std::nullopt : std::optional(w)};
    if (whole && w + 1 < side.words.size()) denial.scope = w + 1;
    denials.push_back(denial);
  }
  return denials;
}

std::vector<Denial> Polarity::english_denials(const Side& side) {
  static const WordSet kPlain = denials_of("english words");
  const auto phrases = set_phrases(side.text);
  std::vector<Denial> denials;
  for (std::size_t w = 0; w < side.words.size(); ++w) {
    const words::Word& word = side.words[w];
    const bool again = w > 0 && side.words[w - 1].range == word.range;  // do of don't
    const std::string seen = text::ascii_lower(side.at(word.range));
    const bool contracted = seen.ends_with("n't") || seen.ends_with("n’t");
    if (again || (!contracted && !kPlain.contains(seen))) continue;
    const bool in_phrase =
        std::ranges::any_of(phrases, [&](ByteRange phrase) { return phrase.overlaps(word.range); });
    if (!in_phrase) denials.push_back({w, scope_of(side, w)});
  }
  return denials;
}

bool Polarity::hides_english_denial(std::string_view word) {
  const std::string seen = text::ascii_lower(word);
  return words::hides_english_denial(seen) ||
         (tables_ != nullptr && words::denied_base(seen, *tables_, *stemmer_));
}

std::optional<std::size_t> Polarity::denied_stem(std::string_view word) {
  if (tables_ == nullptr) return std::nullopt;
  const auto base = words::denied_base(text::ascii_lower(word), *tables_, *stemmer_);
  return base ? tables_->stem(*base) : std::nullopt;
}

}  // namespace duizhao::check
