// Translations that are far longer or shorter than translations are.
//
// The logarithm of target length over expected target length is compared with the model of lengths
// (bitext/length_model.hpp), shifted and scaled to what the text itself shows.
#include <algorithm>
#include <cmath>

#include "bitext/length_model.hpp"
#include "check/engine/rule.hpp"
#include "check/evidence/support.hpp"
#include "duizhao/text/messages.hpp"

namespace duizhao::check {
namespace {

double median(std::vector<double> values) {
  const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
  std::ranges::nth_element(values, middle);
  return *middle;
}

/// What the lengths of a text's pairs are like.
struct Lengths {
  double centre = 0;  // of the logarithms
  double scale = 1;   // how much wider or narrower they are than in general
};

struct Measured {
  const CheckedBead* pair;
  double logarithm;  // of target over source
  double deviation;  // that is usual for its length
};

/// The text's own distribution counts by the number of its pairs against some of the general one.
Lengths lengths_of(const std::vector<Measured>& all, bool known) {
  constexpr double kGeneral = 30;               // pairs
  constexpr double kMedianOfAbsolute = 0.6745;  // of a normal distribution, in deviations
  if (all.empty()) return {};
  std::vector<double> values;
  for (const Measured& each : all) values.push_back(each.logarithm);
  const double own = static_cast<double>(all.size()) / (static_cast<double>(all.size()) + kGeneral);
  const double centre = (known ? own : 1) * median(values);
  std::vector<double> deviations;
  for (const Measured& each : all) {
    deviations.push_back(std::abs(each.logarithm - centre) / each.deviation);
  }
  const double scale = median(deviations) / kMedianOfAbsolute;
  return {centre, std::max(0.8, own * scale + (1 - own))};
}

void check(const Context& context, Reporter& reporter) {
  const double most = reporter.option("deviation");
  for (std::size_t t = 0; t < context.translations.size(); ++t) {
    const CheckedTranslation& translation = context.translations[t];
    std::vector<Measured> all;
    for (const CheckedBead& pair : translation.pairs()) {
      const double source = length_in_letters(pair.source.text);
      const double target = length_in_letters(pair.target.text);
      if (source == 0 || target == 0) continue;
      const double length =
          std::sqrt(source * target) / kLettersPerCharacter;  // in Chinese characters
      all.push_back(
          {&pair, std::log(target / source), bitext::length_model().deviation_at(length)});
    }
    const Lengths lengths = lengths_of(all, translation.bilingual());
    for (const Measured& each : all) {
      const double deviation = (each.logarithm - lengths.centre) / (each.deviation * lengths.scale);
      if (std::abs(deviation) < most) continue;
      const double factor = std::exp(std::abs(each.logarithm - lengths.centre));
      reporter.add(t, *each.pair, {deviation > 0 ? "longer" : "shorter", {factor}},
                   Reporter::Details().with({{"deviation", std::abs(deviation)}}));
    }
  }
}

}  // namespace

Rule length_rule() {
  return {
      {"length",
       translatable("a translation that is far longer or shorter than translations are"),
       translatable("The logarithm of the ratio of lengths is compared with its distribution: "
                    "that of Chinese and English in general, and the more of the text itself "
                    "the longer it is. Short sentences vary more, and are given more room."),
       {{"deviation", 3.2, translatable("flagged from so many standard deviations on")}},
       {{true,
         {"我们先把基础研究做好，再考虑商业化的问题。"},
         {"Research."},
         translatable("most of it is missing")},
        {false, {"画蛇添足。"}, {"That would be gilding the lily."}, translatable("short")}},
       {translatable("A short clause that is missing; what is too long in one place and too "
                     "short in another.")},
       {{"longer",
         translatable("the translation is {:.1f} times as long as usual for such a source")},
        {"shorter",
         translatable("the translation is {:.1f} times shorter than usual for such a source")}}},
      check};
}

}  // namespace duizhao::check
