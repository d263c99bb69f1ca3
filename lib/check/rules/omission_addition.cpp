// Omissions and additions: sentences without counterpart, and clauses that no word of the other
// side supports.
#include <cmath>

#include "check/engine/rule.hpp"
#include "check/evidence/stretches.hpp"
#include "check/evidence/support.hpp"
#include "duizhao/text/messages.hpp"

namespace duizhao::check {
namespace {

/// Whether a side says anything: a row of asterisks does not.
bool says_something(const Side& side) { return !side.words.empty(); }

/// Whether the words of a sentence without counterpart are found beside it: then the beads, not the
/// translation, are at fault.
bool is_beside(const CheckedTranslation& translation, std::size_t i, SideOf name) {
  constexpr double kFound = 0.6;
  constexpr double kTelling = 3;  // words with meaning
  const std::vector<CheckedBead>& pairs = translation.pairs();
  const Side& side = pairs[i].*name;
  for (const std::size_t k : {i - 1, i + 1}) {
    if (k >= pairs.size()) continue;
    const Side& beside = pairs[k].*other(name);
    const bool chinese = name == translation.chinese();
    const auto links = translation.links_between(chinese ? side : beside, chinese ? beside : side);
    const Support support = support_of(translation, side, name, links, {0, side.text.size()});
    if (support.words >= kTelling && support.mean() > kFound) return true;
  }
  return false;
}

void check_side(const Context& context, Reporter& reporter, SideOf side) {
  for (std::size_t t = 0; t < context.translations.size(); ++t) {
    const CheckedTranslation& translation = context.translations[t];
    const std::vector<CheckedBead>& pairs = translation.pairs();
    for (std::size_t i = 0; i < pairs.size(); ++i) {
      const CheckedBead& pair = pairs[i];
      if (!says_something(pair.*side) || pair.moved) continue;
      if (!says_something(pair.*other(side)) && (pair.*other(side)).blank()) {
        const bool beside = translation.bilingual() && is_beside(translation, i, side);
        const auto size = static_cast<double>((pair.*side).words.size());
        reporter.add(t, pair, {"sentence"},
                     Reporter::Details().with({{"confidence", pair.confidence},
                                               {"beside", beside ? 1.0 : 0.0},
                                               {"size", std::log1p(size)}}));
        continue;
      }
      auto stretch = unsupported_stretch(translation, pair, side);
      if (!stretch) continue;
      reporter.add(t, pair, {"clause", {(pair.*side).at(stretch->range)}},
                   Reporter::Details::on(side, stretch->range).with(std::move(stretch->signs)));
    }
  }
}

void check_omissions(const Context& context, Reporter& reporter) {
  check_side(context, reporter, &CheckedBead::source);
}

void check_additions(const Context& context, Reporter& reporter) {
  check_side(context, reporter, &CheckedBead::target);
}

}  // namespace

Rule omission_rule() {
  return {{"omission",
           translatable("a sentence or a clause of the source that the translation leaves out"),
           translatable(
               "A sentence is missing where its bead has nothing on the other side, less surely "
               "where the bead is unsure, or where the translation beside it has its words, so "
               "that the beads may be at fault. A clause is missing where its words have no "
               "counterpart in the translation, while the rest of the sentence is rendered, "
               "nothing else stands in its place, and the translation is shorter than "
               "usual."),
           {},
           {{true,
             {"我们没有融资计划。", "钱从来不是问题。"},
             {"We have no plans to raise money.", ""},
             translatable("a sentence")},
            {true,
             {"芯片禁运是我们面临的最大问题，资金从来不缺，人才也可以慢慢培养。"},
             {"The embargo on chips is the greatest problem that we face."},
             translatable("two clauses")},
            {false,
             {"说实话，我没想到会这样。"},
             {"Frankly, I did not see that coming."},
             translatable("free, but all there")}},
           {translatable(
               "Single words that are left out; clauses of less than two words with content.")},
           {{"sentence", translatable("the sentence is not translated")},
            {"clause", translatable("\"{}\" has no counterpart in the translation")}}},
          check_omissions};
}

Rule addition_rule() {
  return {{"addition",
           translatable("a sentence or a clause of the translation that the source does not have"),
           translatable("The same as `omission`, with the sides exchanged."),
           {},
           {{true,
             {"我们没有融资计划。", ""},
             {"We have no plans to raise money.", "Investors are furious."},
             translatable("a sentence")},
            {true,
             {"这款芯片主要面向边缘设备，功耗比上一代低很多。"},
             {"The chip is aimed mainly at edge devices, uses far less power than the previous "
              "generation, and has already won several international design awards."},
             translatable("a clause")},
            {false, {"他走了。"}, {"He got up and left."}, translatable("free")}},
           {translatable("What translators add to explain; single words.")},
           {{"sentence", translatable("the sentence has no source")},
            {"clause", translatable("\"{}\" has no counterpart in the source")}}},
          check_additions};
}

}  // namespace duizhao::check
