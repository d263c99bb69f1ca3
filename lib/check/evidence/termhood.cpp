#include "check/evidence/termhood.hpp"

#include <algorithm>

#include "lexicon/tables.hpp"
#include "text/scripts.hpp"
#include "text/utf8.hpp"
#include "words/links.hpp"

namespace duizhao::check {
namespace {

constexpr std::size_t kHan = 3;  // bytes
constexpr std::size_t kTwoHan = 6;

}  // namespace

bool Termhood::may_take_part(const std::string& word) const {
  constexpr std::string_view kNumerals = "一二两三四五六七八九十百千万亿几";
  const auto [first, size] = text::decode(word, 0);
  return words_.is_content(word) && !text::is_digit(first) &&
         kNumerals.find(word.substr(0, size)) == std::string_view::npos;
}

bool Termhood::is_word(std::span<const std::string> words, bool chinese) {
  constexpr std::size_t kLetters = 4;
  return words.size() == 1 && words.front().size() >= (chinese ? kTwoHan : kLetters);
}

bool Termhood::is_term(std::span<const std::string> words, bool chinese) const {
  const auto is_name = [&](const std::string& word) {
    return words::is_proper_name(lexicon_, word);
  };
  if (words.size() == 1) {
    return is_rare(words.front(), chinese) && !(chinese && is_name(words.front()));
  }
  // 借给 and 叫什么 are grammar.
  const bool whole = std::ranges::all_of(
      words, [&](const std::string& word) { return !chinese || word.size() >= kTwoHan; });
  const bool rare =
      std::ranges::any_of(words, [&](const std::string& word) { return is_rare(word, chinese); });
  // 地役权 is no word that the lexicon knows.
  constexpr std::size_t kLeast = 3;
  const bool unknown =
      chinese && words.size() >= kLeast &&
      std::ranges::all_of(words, [&](const std::string& word) { return word.size() == kHan; });
  return (whole || rare || unknown) && !std::ranges::all_of(words, is_name);
}

bool Termhood::is_rare(const std::string& word, bool chinese) const {
  constexpr double kMillion = 1e6;
  const lexicon::Tables* tables = lexicon_.tables();
  if (tables == nullptr) return true;
  if (chinese) {
    constexpr double kMost = 60;  // per million words
    if (word.size() < kTwoHan) return false;
    const auto headword = tables->headword(word);
    return !headword || kMillion * static_cast<double>(tables->headword_frequency(*headword)) <=
                            kMost * static_cast<double>(tables->total_headword_frequency());
  }
  constexpr double kMost = 150;  // per million words of glosses
  constexpr std::size_t kShort = 3;
  if (word.size() <= kShort) return false;
  const auto stem = tables->stem(word);
  return !stem || kMillion * static_cast<double>(tables->stem_frequency(*stem)) <=
                      kMost * static_cast<double>(tables->total_stem_frequency());
}

}  // namespace duizhao::check
