// Words that stand twice in a row by mistake.
#include <algorithm>
#include <functional>

#include "check/engine/rule.hpp"
#include "check/evidence/characters.hpp"
#include "duizhao/text/messages.hpp"
#include "lexicon/words.hpp"
#include "text/embedded.hpp"
#include "text/fold.hpp"
#include "text/scripts.hpp"
#include "text/utf8.hpp"

namespace duizhao::check {
namespace {

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
    const bool compound =
        left.range.begin > 0 && side.text[left.range.begin - 1] == '-';        // Jae-in in
    const bool more = i + 1 < words.size() && words[i + 1].text == left.text;  // no no no
    const bool third = i >= 2 && words[i - 2].text == left.text;
    if (name || compound || more || third || contains(text::kMayRepeat, left.text)) continue;
    found({left.range.begin, right.range.end}, std::string(side.at(left.range)));
  }
}

/// Whether the first of two equal words is only a part of a longer one: 现在|在.
bool goes_on(const Side& side, ByteRange first) {
  return std::ranges::any_of(side.words, [&](const words::Word& word) {
    const bool inside = first.begin <= word.range.begin && word.range.end <= first.end;
    return word.range.overlaps(first) && !inside;
  });
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
      const ByteRange both{characters[i].range.begin, characters[i + 2 * count - 1].range.end};
      const ByteRange first{both.begin, characters[i + count - 1].range.end};
      const bool both_doubled =  // 的的确确
          count == 1 && i + 4 <= characters.size() && same(i + 2, i + 3, 1);
      if (more || one_repeated || !listed || both_doubled || goes_on(side, first)) continue;
      found(both, std::string(text_at(i, count)));
      i += 2 * count - 1;
      break;
    }
  }
}

void check_doubled_words(const Context& context, Reporter& reporter) {
  for_each_side(context, [&](std::size_t t, const CheckedBead& pair, SideOf side) {
    const auto found = [&](ByteRange range, std::string word) {
      reporter.add(t, pair, Message{"doubled", {word}}, Reporter::Details::on(side, range, word));
    };
    if (context.translations[t].language(side) == "zh") {
      look_for_doubled_chinese(pair.*side, found);
    } else {
      look_for_doubled_english(pair.*side, found);
    }
  });
}

}  // namespace

Rule doubled_word_rule() {
  return {{"doubled-word",
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

}  // namespace duizhao::check
