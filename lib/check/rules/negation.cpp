// Statements that became denials, and the other way round.
//
// That one side denies and the other does not says little: translators say the opposite of the
// opposite. It says much where the very word that is denied on one side stands undenied on the
// other, linked with it: 不支持 and "supports".
#include <algorithm>

#include "check/engine/rule.hpp"
#include "duizhao/text/messages.hpp"

namespace duizhao::check {
namespace {

Message message_of(const CheckedTranslation& translation, const CheckedBead& pair,
                   const compare::RenderingDifference& found) {
  const Side& zh = pair.*translation.chinese();
  const Side& en = pair.*translation.english();
  if (found.chinese && found.english) {
    const std::string_view chinese = zh.at(*found.chinese);
    const std::string_view english = en.at(*found.english);
    const bool from_chinese = translation.chinese() == &CheckedBead::source;
    const bool chinese_denies = std::ranges::any_of(
        found.signs, [](const compare::Sign& sign) { return sign.name == "chinese"; });
    return {chinese_denies == from_chinese ? "lost" : "added",
            {from_chinese ? chinese : english, from_chinese ? english : chinese}};
  }
  const SideOf denies = found.chinese ? translation.chinese() : translation.english();
  return {denies == &CheckedBead::source ? "lost-alone" : "added-alone",
          {found.chinese ? zh.at(*found.chinese) : en.at(*found.english)}};
}

void check(const Context& context, Reporter& reporter) {
  for (std::size_t t = 0; t < context.translations.size(); ++t) {
    const CheckedTranslation& translation = context.translations[t];
    if (!translation.bilingual()) continue;
    const bool from_chinese = translation.chinese() == &CheckedBead::source;
    for (const CheckedBead& pair : translation.pairs()) {
      for (const compare::RenderingDifference& each : translation.differences(pair)) {
        if (each.kind != VariationKind::negation) continue;
        reporter.add(t, pair, message_of(translation, pair, each),
                     {from_chinese ? each.chinese : each.english,
                      from_chinese ? each.english : each.chinese,
                      {},
                      {},
                      signs_of(each)});
      }
    }
  }
}

}  // namespace

Rule negation_rule() {
  return {
      {"negation",
       translatable("a statement that became a denial, or a denial that became a statement"),
       translatable("A word that denies (不, 没有, 未; not, no, never) is looked at with the word "
                    "that it denies. Where that is linked with a word that the other side states, "
                    "in a clause without a denial and with nothing near it that hides one (难以, "
                    "lack, unless, un-, too … to), the sides say opposite things. A不A questions, "
                    "double negations, idioms and words that only look like denials (不过, 非常, "
                    "not only) do not count."),
       {},
       {{true, {"我们不打算融资。"}, {"We plan to raise money."}, translatable("not is lost")},
        {true,
         {"他会同意这个计划。"},
         {"He will not agree to this plan."},
         translatable("not is added")},
        {false, {"他不得不走。"}, {"He had to leave."}, translatable("twice denied")},
        {false, {"这家店很不错。"}, {"This is a good shop."}, translatable("an opposite")}},
       {translatable("Opposites: 不贵 and expensive are linked, 不贵 and dear are not."),
        translatable("Irony; rhetorical questions.")},
       {{"lost", translatable("\"{}\" is denied, \"{}\" is not")},
        {"added", translatable("\"{}\" is not denied, \"{}\" is")},
        {"lost-alone", translatable("nothing in the translation denies as \"{}\" does")},
        {"added-alone", translatable("nothing in the source denies as \"{}\" does")}}},
      check};
}

}  // namespace duizhao::check
