// Certainty that differs.
#include <map>
#include <mutex>

#include "check/engine/rule.hpp"
#include "check/evidence/word_search.hpp"
#include "duizhao/text/messages.hpp"
#include "text/embedded.hpp"

namespace duizhao::check {
namespace {

/// The words of one section of data/rules/modality.txt.
const std::vector<std::string_view>& words_of(const char* section) {
  static std::map<std::string, std::vector<std::string_view>> known;
  static std::mutex mutex;
  const std::lock_guard lock(mutex);
  const auto [entry, is_new] = known.try_emplace(section);
  if (is_new) entry->second = text::section(text::kModality, section);
  return entry->second;
}

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

void check(const Context& context, Reporter& reporter) {
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
        reporter.add(Severity::low, t, pair, std::move(message), std::move(details));
      };
      const std::string_view uncertain =
          first_of(zh.text, words_of("chinese doubt"), words_of("chinese doubt, not"));
      const std::string_view certain =
          first_of(zh.text, words_of("chinese certainty"), words_of("chinese certainty, not"));
      if (!uncertain.empty() && !words.any(words_of("english doubt"))) {
        report(uncertain, "doubt-lost");
      } else if (!certain.empty() && uncertain.empty() &&
                 !words.any(words_of("english certainty"))) {
        report(certain, "certainty-lost");
      } else if (words.any(words_of("english plain doubt")) &&
                 first_of(zh.text, words_of("chinese open"), {}).empty()) {
        report({}, "doubt-added");
      }
    }
  }
}

}  // namespace

Rule modality_rule() {
  return {
      {"modality",
       Severity::low,
       Severity::low,
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
        {false, {"这是不可能的。"}, {"That is impossible."}, translatable("no possibility")}},
       {translatable("Degrees: probably for 可能.")},
       {{"doubt-lost", translatable("the Chinese is unsure (\"{}\"), the English is not")},
        {"certainty-lost", translatable("the Chinese is sure (\"{}\"), the English is not")},
        {"doubt-added", translatable("the English is unsure, the Chinese is not")}}},
      check};
}

}  // namespace duizhao::check
