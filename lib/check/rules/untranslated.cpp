// What was left in the source language.
#include <algorithm>
#include <map>
#include <set>

#include "check/engine/rule.hpp"
#include "check/evidence/characters.hpp"
#include "duizhao/text/messages.hpp"
#include "text/fold.hpp"
#include "text/scripts.hpp"
#include "text/utf8.hpp"

namespace duizhao::check {
namespace {

/// The stretches of Han characters in a text, what is between them being marks or spaces at most.
std::vector<ByteRange> han_runs(std::string_view text) {
  std::vector<ByteRange> runs;
  bool joined = false;
  for (std::size_t at = 0; at < text.size();) {
    const auto [code_point, size] = text::decode(text, at);
    if (text::is_han(code_point)) {
      if (joined) {
        runs.back().end = at + size;
      } else {
        runs.push_back({at, at + size});
      }
      joined = true;
    } else if (text::is_word(code_point) || code_point == U'(' || code_point == U')') {
      joined = false;
    }
    at += size;
  }
  return runs;
}

/// What stands before or behind a place, spaces aside; 0 at the ends.
char32_t before(std::string_view text, std::size_t at) {
  while (at > 0) {
    const auto [code_point, size] = text::decode_before(text, at);
    if (!text::is_space(code_point)) return code_point;
    at -= size;
  }
  return 0;
}
char32_t behind(std::string_view text, std::size_t at) {
  at = text::space_end(text, at, text.size());
  return at < text.size() ? text::decode(text, at).value : 0;
}

/// Whether Chinese words stand beside a translation: Waves (暗涌), the character “卷”, 江湖
/// (jianghu).
bool is_gloss(std::string_view text, ByteRange run) {
  const char32_t left = before(text, run.begin);
  const char32_t right = behind(text, run.end);
  const auto opens = [](char32_t c) { return c == U'(' || c == U'（' || c == U'[' || c == U'《'; };
  const auto quotes = [](char32_t c) {
    return c == U'“' || c == U'"' || c == U'‘' || c == U'\'' || c == U'「';
  };
  return opens(left) || opens(right) || left == U',' || left == U'/' || quotes(left);
}

std::size_t latin_words(std::string_view text) {
  const auto words = lexicon::plain_words(text);
  return static_cast<std::size_t>(std::ranges::count_if(words, [&](const lexicon::Word& word) {
    return word.text.front() < '0' || word.text.front() > '9';
  }));
}

/// Whether a stretch is part of an address, a path or code: a mark of such stands beside it,
/// perhaps behind a space.
bool is_in_code(std::string_view text, ByteRange range) {
  constexpr std::u32string_view kMarks = U".@/_\\:#<>{}[]~%&=+*-";
  const auto is_mark = [&](char32_t c) { return c != 0 && kMarks.find(c) != kMarks.npos; };
  const bool digit = range.end < text.size() && text::is_digit(text::decode(text, range.end).value);
  return is_mark(before(text, range.begin)) || is_mark(behind(text, range.end)) || digit;
}

/// Whether a number stands before a place: 85 mph.
bool is_unit(std::string_view text, std::size_t at) { return text::is_digit(before(text, at)); }

/// English words that were left in Chinese text: stretches in lower case that stand so in the
/// source too. Parts of names (Marks and Spencer), glosses, units, code and words of habit are
/// none; where the lexicon does not know a word there must be three.
std::vector<ByteRange> left_words(std::string_view source, std::string_view target,
                                  const Lexicon& lexicon, const std::set<std::string>& habit) {
  constexpr std::size_t kLeastLetters = 3;
  constexpr std::size_t kMany = 3;
  std::vector<ByteRange> runs;
  const auto words = lexicon::plain_words(target);
  const auto begins = [&](std::size_t i) {
    return text::decode(target, words[i].range.begin).value;
  };
  for (std::size_t i = 0; i < words.size();) {
    std::size_t end = i + 1;
    while (end < words.size() && words[end].range.begin == words[end - 1].range.end + 1) ++end;
    const ByteRange run{words[i].range.begin, words[end - 1].range.end};
    bool all_lower = true;
    bool known = false;
    bool on_purpose = true;
    for (std::size_t k = i; k < end; ++k) {
      all_lower = all_lower && text::is_lower(begins(k)) && begins(k) < 0x80;
      known = known || (words[k].range.size() >= kLeastLetters &&
                        !lexicon.chinese_for(words[k].text, 1).empty());
      on_purpose = on_purpose && habit.contains(words[k].text);
    }
    const bool telling = known || end - i >= kMany;
    i = end;
    if (!all_lower || !telling || on_purpose || is_gloss(target, run) || is_in_code(target, run) ||
        is_unit(target, run.begin)) {
      continue;
    }
    if (source.find(target.substr(run.begin, run.size())) != std::string_view::npos) {
      runs.push_back(run);
    }
  }
  return runs;
}

/// Whether a text holds nothing but what must stay as it is: an address, a placeholder.
bool is_protected(const Context& context, std::string_view text) {
  const auto tokens = context.tools.tokens.find(text);
  if (tokens.empty()) return false;
  const std::string rest = blanked(text, tokens);
  return lexicon::plain_words(rest).empty() && !text::has_han(rest);
}

/// The English words that a Chinese text has again and again: they are left on purpose (alpha).
std::set<std::string> words_of_habit(const CheckedTranslation& translation) {
  constexpr std::size_t kOften = 4;
  std::map<std::string, std::size_t> counts;
  for (const CheckedBead& pair : translation.pairs()) {
    for (lexicon::Word& word : lexicon::plain_words(pair.target.text)) ++counts[word.text];
  }
  std::set<std::string> habit;
  for (const auto& [word, count] : counts) {
    if (count >= kOften) habit.insert(word);
  }
  return habit;
}

void check(const Context& context, Reporter& reporter) {
  const auto most_latin = static_cast<std::size_t>(reporter.option("names"));
  for (std::size_t t = 0; t < context.translations.size(); ++t) {
    const CheckedTranslation& translation = context.translations[t];
    const bool to_chinese = translation.language(&CheckedBead::target) == "zh";
    const bool from_chinese = translation.language(&CheckedBead::source) == "zh";
    const auto habit = to_chinese ? words_of_habit(translation) : std::set<std::string>();
    for (const CheckedBead& pair : translation.pairs()) {
      const std::string& target = pair.target.text;
      if (pair.source.blank() || pair.target.blank()) continue;
      if (is_protected(context, target)) continue;
      const bool equal = text::fold_case(pair.source.text) == text::fold_case(target);
      const bool copied = equal && latin_words(target) > most_latin && !from_chinese;
      const bool han_copied = equal && text::has_han(target) && from_chinese;
      const bool not_chinese = to_chinese && !text::has_han(target) &&
                               latin_words(target) > most_latin &&
                               latin_words(pair.source.text) > most_latin;
      if (copied || han_copied || not_chinese) {
        reporter.add(t, pair, {"sentence"});
        continue;
      }
      if (to_chinese && !from_chinese) {
        for (const ByteRange& run :
             left_words(pair.source.text, target, context.tools.lexicon, habit)) {
          reporter.add(t, pair, Message{"words", {pair.target.at(run)}}, {{}, run, {}, {}, {}});
        }
      }
      if (to_chinese || !from_chinese) continue;
      for (const ByteRange& run : han_runs(target)) {
        if (is_gloss(target, run)) continue;
        reporter.add(t, pair, Message{"chinese", {pair.target.at(run)}}, {{}, run, {}, {}, {}});
      }
    }
  }
}

}  // namespace

Rule untranslated_rule() {
  return {
      {"untranslated",
       translatable("a sentence that is still the source's, or Chinese left in the translation"),
       translatable(
           "A target sentence that equals its source, or that has no character of its language. In "
           "a translation from Chinese also any Chinese words, unless they stand beside their "
           "translation: in brackets or quotation marks, before a bracket, behind a comma."),
       {{"names", 2, translatable("so many Latin words may stay as they are: names, titles")}},
       {{true, {"我们先做研究。"}, {"我们先做研究。"}, translatable("copied")},
        {true, {"这就是护城河。"}, {"That is the 护城河."}, translatable("a word was left")},
        {false, {"DeepSeek V2"}, {"DeepSeek V2"}, translatable("names stay")},
        {false,
         {"暗涌采访了他。"},
         {"Waves (暗涌) interviewed him."},
         translatable("beside its translation")}},
       {translatable("Words of other languages than Chinese left in an English sentence.")},
       {{"sentence", translatable("the sentence is not translated")},
        {"words", translatable("\"{}\" is left untranslated")},
        {"chinese", translatable("\"{}\" is left in Chinese")}}},
      check};
}

}  // namespace duizhao::check
