// Spaces that are missing, doubled or in the wrong place.
#include <algorithm>
#include <functional>

#include "check/engine/rule.hpp"
#include "check/evidence/characters.hpp"
#include "duizhao/text/messages.hpp"
#include "text/fold.hpp"
#include "text/scripts.hpp"

namespace duizhao::check {
namespace {

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
          t, pair, {std::move(kind)},
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

}  // namespace

Rule spacing_rule() {
  return {{"spacing",
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

}  // namespace duizhao::check
