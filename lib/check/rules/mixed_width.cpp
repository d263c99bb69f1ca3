// Half-width marks in Chinese, full-width characters in Latin text.
#include <fmt/format.h>

#include <utility>

#include "check/engine/rule.hpp"
#include "check/evidence/characters.hpp"
#include "duizhao/text/messages.hpp"
#include "text/enclosures.hpp"
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

/// A fault, and what should stand there.
struct Narrow {
  ByteRange range;
  std::string suggestion;
};

/// The half-width marks between Chinese characters, and how many full-width ones there are.
struct Widths {
  std::vector<Narrow> narrow;
  std::size_t wide = 0;
};

/// Stops, commas and brackets. What counts on both sides of one is the next character that closes
/// nothing.
Widths mark_widths(std::string_view text) {
  const std::vector<Character> characters = characters_of(text);
  const std::size_t count = characters.size();
  std::vector<char> chinese_after(count + 1, true);  // from each place on; the end counts
  for (std::size_t i = count; i > 0; --i) {
    const char32_t c = characters[i - 1].value;
    chinese_after[i - 1] = text::is_closing_mark(c) ? chinese_after[i] : text::is_cjk(c);
  }
  Widths widths;
  bool before = false;  // Chinese
  for (std::size_t i = 0; i < count; ++i) {
    const char32_t c = characters[i].value;
    const bool chinese_before =
        std::exchange(before, text::is_closing_mark(c) ? before : text::is_cjk(c));
    widths.wide += c == U'，' || c == U'。' || c == U'？' || c == U'！' || c == U'：' || c == U'；';
    if (wide_mark(c) == 0) continue;
    const bool fits = c == U'(' ? i + 1 < count && (i == 0 || chinese_before) : chinese_before;
    if (fits && chinese_after[i + 1]) {
      widths.narrow.push_back({characters[i].range, utf8(wide_mark(c))});
    }
  }
  return widths;
}

/// Pairs of straight quotation marks with Chinese in them.
Widths quotation_widths(std::string_view text) {
  Widths widths;
  for (const text::Enclosure& quotation : text::find_enclosures(text)) {
    if (quotation.kind != text::EnclosureKind::quotation) continue;
    const std::string_view inside = text.substr(quotation.inner, quotation.close - quotation.inner);
    if (text[quotation.open] != '"') {
      ++widths.wide;
    } else if (text::has_han(inside)) {
      widths.narrow.push_back({{quotation.open, quotation.end}, fmt::format("“{}”", inside)});
    }
  }
  return widths;
}

/// Half-width marks in Chinese are a habit of some houses: they are faults where they are the
/// exception.
void check_chinese_widths(const Context& context, std::size_t t, SideOf side, Reporter& reporter) {
  constexpr std::size_t kHabit = 10;  // marks
  const std::vector<CheckedBead>& pairs = context.translations[t].pairs();
  for (const auto widths_of : {mark_widths, quotation_widths}) {
    std::vector<Widths> found;
    std::size_t narrow = 0;
    std::size_t wide = 0;
    for (const CheckedBead& pair : pairs) {
      found.push_back(widths_of((pair.*side).text));
      narrow += found.back().narrow.size();
      wide += found.back().wide;
    }
    if (narrow >= kHabit && narrow >= wide) continue;
    const double share = static_cast<double>(narrow) / static_cast<double>(narrow + wide + 1);
    for (std::size_t p = 0; p < pairs.size(); ++p) {
      for (Narrow& fault : found[p].narrow) {
        reporter.add(t, pairs[p], {"half-width"},
                     Reporter::Details::on(side, fault.range, std::move(fault.suggestion))
                         .with({{"share", share}}));
      }
    }
  }
}

void check_latin_widths(const Context& context, std::size_t t, SideOf side, Reporter& reporter) {
  for (const CheckedBead& pair : context.translations[t].pairs()) {
    const std::string& text = (pair.*side).text;
    text::ScriptCount letters;
    letters.add(text);
    if (letters.latin() == 0) continue;
    const auto characters = characters_of(text);
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
             {"老王说\"再等一年\"。"},
             {"“One more year,” Wang said."},
             translatable("straight quotation marks")},
            {true,
             {"老王说：“再等一年.”"},
             {"“One more year,” Wang said."},
             translatable("a half-width stop before a closing mark")},
            {true,
             {"我们试过，但是失败了。"},
             {"We tried， but failed."},
             translatable("a full-width comma")},
            {false,
             {"请打开 /etc/hosts：%s"},
             {"Open /etc/hosts: %s"},
             translatable("Chinese around a path")},
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
