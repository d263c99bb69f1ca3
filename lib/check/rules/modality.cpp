// Certainty that differs.

#include <algorithm>

#include "check/engine/rule.hpp"
#include "check/evidence/word_search.hpp"
#include "duizhao/text/messages.hpp"
#include "lexicon/words.hpp"
#include "text/embedded.hpp"

namespace duizhao::check {
namespace {

/// The sections of data/rules/modality.txt.
struct Words {
  using List = std::vector<std::string_view>;

  List doubt = text::section(text::kModality, "chinese doubt");
  List no_doubt = text::section(text::kModality, "chinese doubt, not");
  List certainty = text::section(text::kModality, "chinese certainty");
  List no_certainty = text::section(text::kModality, "chinese certainty, not");
  List open = text::section(text::kModality, "chinese open");
  List english_doubt = text::section(text::kModality, "english doubt");
  List english_certainty = text::section(text::kModality, "english certainty");
  List english_plain_doubt = text::section(text::kModality, "english plain doubt");
};

/// The word that stands first in a text, those inside others left out; empty if none does.
std::string_view first_of(std::string_view text, const std::vector<std::string_view>& words,
                          const std::vector<std::string_view>& but) {
  std::string left(text);
  for (const std::string_view other : but) {
    for (std::size_t at = left.find(other); at != std::string::npos; at = left.find(other)) {
      left.replace(at, other.size(), " ");
    }
  }
  std::string_view first;
  std::size_t place = std::string::npos;
  for (const std::string_view word : words) {
    const std::size_t at = left.find(word);
    if (at >= place) continue;
    place = at;
    first = word;
  }
  return first;
}

/// Whether an English text says that it is unsure. May with a capital is the month.
bool says_doubt(const Side& english, const std::vector<std::string_view>& words) {
  return std::ranges::any_of(lexicon::plain_words(english.text), [&](const lexicon::Word& word) {
    return std::ranges::find(words, word.text) != words.end() && english.at(word.range) != "May";
  });
}

void check(const Context& context, Reporter& reporter) {
  static const Words kWords;
  for (std::size_t t = 0; t < context.translations.size(); ++t) {
    const CheckedTranslation& translation = context.translations[t];
    if (!translation.bilingual()) continue;
    for (const CheckedBead& pair : translation.pairs()) {
      const Side& zh = pair.*translation.chinese();
      const Side& en = pair.*translation.english();
      if (zh.words.empty() || en.words.empty()) continue;
      const WordSearch words(en.text);
      const auto report = [&](std::string_view chinese, std::string kind) {
        const std::size_t at = chinese.empty() ? std::string::npos : zh.text.find(chinese);
        Reporter::Details details;
        Message message{std::move(kind), {}};
        if (!chinese.empty()) message.arguments.emplace_back(std::string(chinese));
        if (at != std::string::npos) {
          details = Reporter::Details::on(translation.chinese(), {at, at + chinese.size()});
        }
        reporter.add(t, pair, std::move(message), std::move(details));
      };
      const std::string_view uncertain = first_of(zh.text, kWords.doubt, kWords.no_doubt);
      const std::string_view certain = first_of(zh.text, kWords.certainty, kWords.no_certainty);
      if (!uncertain.empty() && !words.any(kWords.english_doubt)) {
        report(uncertain, "doubt-lost");
      } else if (!certain.empty() && uncertain.empty() && !words.any(kWords.english_certainty)) {
        report(certain, "certainty-lost");
      } else if (words.any(kWords.english_plain_doubt) &&
                 says_doubt(en, kWords.english_plain_doubt) &&
                 first_of(zh.text, kWords.open, {}).empty()) {
        report({}, "doubt-added");
      }
    }
  }
}

}  // namespace

Rule modality_rule() {
  return {
      {"modality",
       translatable("certainty that differs"),
       translatable(
           "可能, 也许 and their like ask for might, perhaps or another word that leaves things "
           "open, 必须, 必然 and their like for must, certainly or another word that does not; "
           "perhaps and might ask for anything in Chinese that leaves things open."),
       {},
       {{true, {"他可能会来。"}, {"He is coming."}, translatable("a possibility became a fact")},
        {true,
         {"我们必须做基础研究。"},
         {"Perhaps we do basic research."},
         translatable("a must is lost")},
        {false, {"这是不可能的。"}, {"That is impossible."}, translatable("no possibility")},
        {false, {"五月的天气很好。"}, {"The weather in May is good."}, translatable("the month")}},
       {translatable("Degrees: probably for 可能.")},
       {{"doubt-lost", translatable("the Chinese is unsure (\"{}\"), the English is not")},
        {"certainty-lost", translatable("the Chinese is sure (\"{}\"), the English is not")},
        {"doubt-added", translatable("the English is unsure, the Chinese is not")}}},
      check};
}

}  // namespace duizhao::check
