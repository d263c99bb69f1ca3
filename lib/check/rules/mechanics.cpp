// Faults that a look at one side shows: doubled words, spaces, widths of characters.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <functional>

#include "check/engine/rule.hpp"
#include "duizhao/text/messages.hpp"
#include "text/ascii.hpp"
#include "text/embedded.hpp"
#include "text/fold.hpp"
#include "text/marks.hpp"
#include "text/scripts.hpp"
#include "text/utf8.hpp"

namespace duizhao::check {
namespace {

/// A character of a text, and where it stands.
struct Character {
  char32_t value;
  ByteRange range;
};

std::vector<Character> characters_of(std::string_view text) {
  std::vector<Character> characters;
  for (std::size_t at = 0; at < text.size();) {
    const auto [code_point, size] = text::decode(text, at);
    characters.push_back({code_point, {at, at + size}});
    at += size;
  }
  return characters;
}

// ---- doubled words ----

bool contains(std::string_view list, std::string_view word) {
  const auto entries = text::entries(list);
  return std::ranges::find(entries, word) != entries.end();
}

/// Whether there is nothing but white space between two ranges.
bool only_space_between(std::string_view text, ByteRange left, ByteRange right) {
  return text::space_end(text, left.end, right.begin) == right.begin;
}

bool is_capitalised(std::string_view word) { return text::is_upper(text::decode(word, 0).value); }

void look_for_doubled_english(const Side& side,
                              const std::function<void(ByteRange, std::string)>& found) {
  const auto words = lexicon::plain_words(side.text);
  for (std::size_t i = 1; i < words.size(); ++i) {
    const lexicon::Word& left = words[i - 1];
    const lexicon::Word& right = words[i];
    if (left.text != right.text || !only_space_between(side.text, left.range, right.range)) {
      continue;
    }
    if (left.range.end == right.range.begin || text::is_digit(text::decode(left.text, 0).value)) {
      continue;
    }
    const bool name = is_capitalised(side.at(right.range));  // New York New York, Yang Yang
    const bool more = i + 1 < words.size() && words[i + 1].text == left.text;  // no no no
    const bool third = i >= 2 && words[i - 2].text == left.text;
    if (name || more || third || contains(text::kMayRepeat, left.text)) continue;
    found({left.range.begin, right.range.end}, std::string(side.at(left.range)));
  }
}

/// Chinese doubles words on purpose (慢慢, 看看, 天天); particles and words of two characters that
/// say nothing more when they are doubled it does not.
void look_for_doubled_chinese(const Side& side,
                              const std::function<void(ByteRange, std::string)>& found) {
  const auto characters = characters_of(side.text);
  const auto same = [&](std::size_t left, std::size_t right, std::size_t count) {
    for (std::size_t k = 0; k < count; ++k) {
      if (characters[left + k].value != characters[right + k].value) return false;
      if (!text::is_han(characters[left + k].value)) return false;
    }
    return true;
  };
  const auto text_at = [&](std::size_t i, std::size_t count) {
    return side.at({characters[i].range.begin, characters[i + count - 1].range.end});
  };
  for (std::size_t i = 0; i < characters.size(); ++i) {
    for (const std::size_t count : {std::size_t{2}, std::size_t{1}}) {
      if (i + 2 * count > characters.size() || !same(i, i + count, count)) continue;
      const bool more = i + 3 * count <= characters.size() && same(i, i + 2 * count, count);
      const bool one_repeated = count == 2 && same(i, i + 1, 1);  // 哈哈哈哈
      const bool listed = contains(text::kNeverDoubled, text_at(i, count));
      if (more || one_repeated || !listed) continue;
      found({characters[i].range.begin, characters[i + 2 * count - 1].range.end},
            std::string(text_at(i, count)));
      i += 2 * count - 1;
      break;
    }
  }
}

void check_doubled_words(const Context& context, Reporter& reporter) {
  for_each_side(context, [&](std::size_t t, const CheckedBead& pair, SideOf side) {
    const auto found = [&](ByteRange range, std::string word) {
      reporter.add(Severity::medium, t, pair, Message{"doubled", {word}},
                   Reporter::Details::on(side, range, word));
    };
    if (context.translations[t].language(side) == "zh") {
      look_for_doubled_chinese(pair.*side, found);
    } else {
      look_for_doubled_english(pair.*side, found);
    }
  });
}

// ---- spaces ----

bool is_ascii_mark_after_word(char32_t c) {
  return c == U',' || c == U'.' || c == U';' || c == U':' || c == U'?' || c == U'!' || c == U')';
}

void check_spacing(const Context& context, Reporter& reporter) {
  for_each_side(context, [&](std::size_t t, const CheckedBead& pair, SideOf side) {
    const Side& there = pair.*side;
    const bool chinese = context.translations[t].language(side) == "zh";
    const auto characters = characters_of(there.text);
    const auto value = [&](std::size_t i) {
      return i < characters.size() ? characters[i].value : U'\0';
    };
    const auto found = [&](std::size_t first, std::size_t last, std::string kind,
                           std::string suggestion) {
      reporter.add(
          Severity::low, t, pair, {std::move(kind)},
          Reporter::Details::on(side, {characters[first].range.begin, characters[last].range.end},
                                std::move(suggestion)));
    };
    for (std::size_t i = 1; i + 1 < characters.size(); ++i) {
      const char32_t left = value(i - 1);
      const char32_t here = value(i);
      const char32_t right = value(i + 1);
      const auto text_of = [&](std::size_t k) {
        return std::string(there.at(characters[k].range));
      };
      if (here == U' ' && right == U' ' && left != U' ') {
        found(i, i + 1, "two-spaces", " ");
      } else if (chinese && here == U' ' && text::is_han(left) && text::is_han(right)) {
        found(i - 1, i + 1, "between-characters", text_of(i - 1) + text_of(i + 1));
      } else if (here == U' ' && left != U' ' && text::is_word(left) &&
                 is_ascii_mark_after_word(right) && value(i + 2) != right &&
                 (right == U',' || right == U';' || !text::is_word(value(i + 2)))) {
        found(i, i + 1, "before-mark", text_of(i + 1));
      } else if (here == U' ' && left == U'(') {
        found(i - 1, i, "inside-bracket", "(");
      } else if (!chinese && text::is_lower(left) && (here == U',' || here == U';') &&
                 text::is_word(right)) {
        found(i - 1, i + 1, "missing", text_of(i - 1) + text_of(i) + ' ' + text_of(i + 1));
      } else if (!chinese && text::is_lower(left) &&
                 (here == U'.' || here == U'?' || here == U'!') && text::is_upper(right) &&
                 (text::is_lower(value(i + 2)) || (right == U'I' && value(i + 2) == U' '))) {
        found(i - 1, i + 1, "missing", text_of(i - 1) + text_of(i) + ' ' + text_of(i + 1));
      }
    }
  });
}

// ---- widths ----

/// The Chinese form of an ASCII mark; 0 for others.
char32_t wide_mark(char32_t c) {
  switch (c) {
    case U',':
      return U'，';
    case U'.':
      return U'。';
    case U'?':
    case U'!':
    case U':':
    case U';':
    case U'(':
    case U')':
      return c - U'!' + U'！';
    default:
      return 0;
  }
}

std::string utf8(char32_t c) {
  std::string text;
  text::append(text, c);
  return text;
}

/// The half-width marks between Chinese characters, and how many full-width ones there are.
struct Widths {
  std::vector<std::size_t> narrow;  // indices of characters
  std::size_t wide = 0;
};

Widths widths_of(const std::vector<Character>& characters) {
  Widths widths;
  const auto han = [&](std::size_t i) {
    return i < characters.size() && text::is_cjk(characters[i].value);
  };
  for (std::size_t i = 0; i < characters.size(); ++i) {
    const char32_t c = characters[i].value;
    widths.wide += c == U'，' || c == U'。' || c == U'？' || c == U'！' || c == U'：' || c == U'；';
    if (wide_mark(c) == 0) continue;
    const bool left = i > 0 && han(i - 1);
    const bool right = i + 1 == characters.size() || han(i + 1);
    const bool opens = c == U'(';
    if (opens ? han(i + 1) && (i == 0 || han(i - 1)) : left && right) widths.narrow.push_back(i);
  }
  return widths;
}

/// Half-width marks in Chinese are a habit of some houses: they are faults where they are the
/// exception.
void check_chinese_widths(const Context& context, std::size_t t, SideOf side, Reporter& reporter) {
  constexpr std::size_t kHabit = 10;  // marks
  std::size_t narrow = 0;
  std::size_t wide = 0;
  const std::vector<CheckedBead>& pairs = context.translations[t].pairs();
  for (const CheckedBead& pair : pairs) {
    const Widths widths = widths_of(characters_of((pair.*side).text));
    narrow += widths.narrow.size();
    wide += widths.wide;
  }
  if (narrow >= kHabit && narrow >= wide) return;
  for (const CheckedBead& pair : pairs) {
    const auto characters = characters_of((pair.*side).text);
    for (const std::size_t i : widths_of(characters).narrow) {
      reporter.add(
          Severity::low, t, pair, {"half-width"},
          Reporter::Details::on(side, characters[i].range, utf8(wide_mark(characters[i].value))));
    }
  }
}

void check_latin_widths(const Context& context, std::size_t t, SideOf side, Reporter& reporter) {
  for (const CheckedBead& pair : context.translations[t].pairs()) {
    const auto characters = characters_of((pair.*side).text);
    for (std::size_t i = 0; i < characters.size(); ++i) {
      if (text::half_width(characters[i].value) == 0) continue;
      const auto cjk_word = [&](std::size_t k) {
        return k < characters.size() && text::is_han(characters[k].value);
      };
      if ((i > 0 && cjk_word(i - 1)) || cjk_word(i + 1)) continue;  // belongs to Chinese words
      std::size_t end = i;
      std::string suggestion;
      while (end < characters.size() && text::half_width(characters[end].value) != 0) {
        suggestion += utf8(text::half_width(characters[end++].value));
      }
      reporter.add(
          Severity::low, t, pair, {"full-width"},
          Reporter::Details::on(side, {characters[i].range.begin, characters[end - 1].range.end},
                                suggestion));
      i = end - 1;
    }
  }
}

void check_mixed_width(const Context& context, Reporter& reporter) {
  for (std::size_t t = 0; t < context.translations.size(); ++t) {
    for (const SideOf side : {&CheckedBead::source, &CheckedBead::target}) {
      if (side == &CheckedBead::source && t > 0) continue;
      if (text::runs_without_spaces(context.translations[t].language(side))) {
        check_chinese_widths(context, t, side, reporter);
      } else {
        check_latin_widths(context, t, side, reporter);
      }
    }
  }
}

}  // namespace

Rule doubled_word_rule() {
  return {{"doubled-word",
           Severity::medium,
           Severity::medium,
           translatable("a word that stands twice in a row by mistake"),
           translatable("English: equal words with nothing but white space between them, but for "
                        "words that are doubled on purpose (had had, very very), names, and words "
                        "that stand three times. Chinese doubles words as a matter of grammar, so "
                        "that only particles, pronouns and connectives count."),
           {},
           {{true, {"这是第一步。"}, {"This is the the first step."}, translatable("a slip")},
            {true,
             {"这是我们的的选择。"},
             {"This is our choice."},
             translatable("a slip in the source")},
            {false, {"他早就吃过了。"}, {"He had had lunch long before."}, translatable("grammar")},
            {false, {"慢慢来。"}, {"Take it slowly."}, translatable("grammar of Chinese")}},
           {translatable("Doubled Chinese nouns and verbs; doubled phrases.")},
           {{"doubled", translatable("\"{}\" stands twice")}}},
          check_doubled_words};
}

Rule spacing_rule() {
  return {{"spacing",
           Severity::low,
           Severity::low,
           translatable("spaces that are missing, doubled or in the wrong place"),
           translatable("Two spaces in a row, a space before a comma, stop or closing bracket or "
                        "behind an opening one, none after a comma or between sentences, a space "
                        "between Chinese characters."),
           {},
           {{true,
             {"先生，请坐。"},
             {"Please ,sir, sit down."},
             translatable("a space before the comma")},
            {true, {"价格降了。"}, {"Prices  fell."}, translatable("two spaces")},
            {false, {"价格是1,000元。"}, {"The price is 1,000 yuan."}, translatable("a figure")}},
           {translatable(
               "The space between Chinese and Latin words, which houses handle differently.")},
           {{"two-spaces", translatable("two spaces")},
            {"between-characters", translatable("a space between Chinese characters")},
            {"before-mark", translatable("a space before the mark")},
            {"inside-bracket", translatable("a space inside the bracket")},
            {"missing", translatable("no space after the mark")}}},
          check_spacing};
}

Rule mixed_width_rule() {
  return {{"mixed-width",
           Severity::low,
           Severity::low,
           translatable("half-width marks in Chinese, full-width characters in English"),
           translatable("Where a Chinese text has ten half-width marks and more of them than "
                        "full-width ones, they are its habit and no fault."),
           {},
           {{true,
             {"我们试过,但是失败了。"},
             {"We tried, but failed."},
             translatable("a half-width comma")},
            {true,
             {"我们试过，但是失败了。"},
             {"We tried， but failed."},
             translatable("a full-width comma")},
            {false,
             {"版本是3.5，价格是1,000元。"},
             {"Version 3.5 costs 1,000 yuan."},
             translatable("figures")}},
           {},
           {{"half-width", translatable("a half-width mark in Chinese text")},
            {"full-width", translatable("full-width characters in Latin text")}}},
          check_mixed_width};
}

}  // namespace duizhao::check
