// Half-width marks in Chinese, full-width characters in Latin text.
#include <algorithm>
#include <functional>

#include "check/engine/rule.hpp"
#include "check/evidence/characters.hpp"
#include "duizhao/text/messages.hpp"
#include "text/marks.hpp"
#include "text/scripts.hpp"
#include "text/utf8.hpp"

namespace duizhao::check {
namespace {

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
  const double share = static_cast<double>(narrow) / static_cast<double>(narrow + wide + 1);
  for (const CheckedBead& pair : pairs) {
    const auto characters = characters_of((pair.*side).text);
    for (const std::size_t i : widths_of(characters).narrow) {
      reporter.add(
          t, pair, {"half-width"},
          Reporter::Details::on(side, characters[i].range, utf8(wide_mark(characters[i].value)))
              .with({{"share", share}}));
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
          t, pair, {"full-width"},
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

Rule mixed_width_rule() {
  return {{"mixed-width",
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
