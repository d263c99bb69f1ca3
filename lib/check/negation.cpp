// Statements that became denials, and the other way round.
#include <fmt/format.h>

#include <algorithm>

#include "check/links.hpp"
#include "check/polarity.hpp"
#include "check/rule.hpp"
#include "duizhao/messages.hpp"

namespace duizhao::check {
namespace {

void check(const Material& material, Recorder& recorder) {
  for (std::size_t t = 0; t < material.translations.size(); ++t) {
    const Translation& translation = material.translations[t];
    if (!translation.bilingual()) continue;
    const SideOf chinese = translation.chinese();
    const SideOf english = translation.english();
    for (const Pair& pair : translation.pairs()) {
      const Side& zh = pair.*chinese;
      const Side& en = pair.*english;
      if (zh.words.empty() || en.words.empty()) continue;
      const Denials denied = chinese_denials(translation, zh);
      const Denials denying = english_denials(translation, en);
      const auto report = [&](SideOf side, std::size_t word, Severity severity) {
        const ByteRange range = (pair.*side).words[word].range;
        Recorder::Details details;
        (side == &Pair::source ? details.source : details.target) = range;
        const char* message =
            side == &Pair::source ? "“{}” is not in the translation" : "“{}” is not in the source";
        recorder.add(severity, t, pair,
                     fmt::format(fmt::runtime(translate(message)), (pair.*side).at(range)),
                     std::move(details));
      };
      if (!denied.plain.empty() && denying.plain.empty()) {
        if (!denying.hidden) report(chinese, denied.plain.front(), Severity::high);
      } else if (denied.plain.empty() && !denying.plain.empty()) {
        if (!denied.hidden) report(english, denying.plain.front(), Severity::high);
      }
    }
  }
}

}  // namespace

Rule negation_rule() {
  return {
      {"negation",
       Severity::high,
       Severity::medium,
       "a statement that became a denial, or a denial that became a statement",
       "Words that deny (不, 没有, 未; not, no, never) on one side ask for one on the other, or "
       "for something that hides one: 难以, lack, unless, un-, too … to. A不A questions, double "
       "negations and words that only look like denials (不过, 非常, not only) do not count.",
       {},
       {{true, {"我们不打算融资。"}, {"We plan to raise money."}, "not is lost"},
        {true, {"他会来。"}, {"He will not come."}, "not is added"},
        {false, {"他不得不走。"}, {"He had to leave."}, "twice denied"},
        {false, {"这家店很不错。"}, {"This is a good shop."}, "an opposite"}},
       {"One of several denials in a sentence; irony; rhetorical questions."}},
      check};
}

}  // namespace duizhao::check
