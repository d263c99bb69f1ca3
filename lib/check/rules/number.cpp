// Quantities that differ. Values are compared, not digits: 两三年 is two to three years.
#include <algorithm>
#include <cmath>
#include <tuple>

#include "check/engine/rule.hpp"
#include "check/evidence/characters.hpp"
#include "check/evidence/number_mentions.hpp"
#include "check/evidence/number_words.hpp"
#include "duizhao/text/messages.hpp"
#include "mentions/approximation.hpp"
#include "text/ascii.hpp"
#include "text/scripts.hpp"
#include "text/utf8.hpp"

namespace duizhao::check {
namespace {

/// Latin letters behind a number make one name of it: 3K, 5G.
std::string_view with_letters(std::string_view text, ByteRange range) {
  std::size_t end = range.end;
  while (end < text.size() && text::is_ascii_letter(text[end])) ++end;
  return text.substr(range.begin, end - range.begin);
}

/// A text without its quantities.
std::string without(std::string_view text, const std::vector<Mention>& mentions) {
  std::vector<ByteRange> ranges;
  for (const Mention& mention : mentions) ranges.push_back(mention.quantity.range);
  return blanked(text, ranges);
}

/// The mentions of both sides of a pair that have no partner.
class Comparison {
 public:
  Comparison(const CheckedTranslation& translation, const CheckedBead& pair)
      : translation_(translation),
        pair_(pair),
        source_(mentions_of(translation, pair, &CheckedBead::source)),
        target_(mentions_of(translation, pair, &CheckedBead::target)) {
    // A line of numbers is a table: each would be compared with each.
    constexpr std::size_t kMost = 1000;
    if (std::max(source_.size(), target_.size()) > kMost) {
      source_.clear();
      target_.clear();
    }
    if (!source_.empty() && !target_.empty()) find_linked();
    match_names();
    if (translation.bilingual()) match_discounts();
    match(fit, Fit::well);
    match_repeated();
    // 45英里（72公里） has each of its figures in the translation.
    match(converted_fit, Fit::well);
    if (translation.bilingual()) explain();
    match(fit, Fit::roughly);
    match(converted_fit, Fit::roughly);
  }

  void report(std::size_t t, Reporter& reporter) {
    std::vector<const Mention*> missing = left(source_);
    std::vector<const Mention*> extra = left(target_);
    const bool only_these = missing.size() == 1 && extra.size() == 1;
    for (const auto& [one, two] : wrong_) differ(t, reporter, *one, *two, {{"discount", 1}});
    for (const auto& [one, two] : rough_) differ(t, reporter, *one, *two, {{"rough", 1}});
    // What is left over on both sides was meant to correspond: in order, those of one kind first.
    for (const bool same_kind : {true, false}) {
      for (auto one = missing.begin(); one != missing.end();) {
        const auto two = std::ranges::find_if(extra, [&](const Mention* other) {
          const bool kinds = (*one)->quantity.kind == other->quantity.kind;
          const bool weight = (*one)->minor == other->minor || only_these;
          return (kinds || !same_kind) && weight && !((*one)->minor && other->minor && !kinds);
        });
        if (two == extra.end()) {
          ++one;
          continue;
        }
        const bool kinds = (*one)->quantity.kind == (*two)->quantity.kind;
        differ(t, reporter, **one, **two,
               {{"only", only_these ? 1.0 : 0.0}, {"alike", kinds ? 1.0 : 0.0}});
        extra.erase(two);
        one = missing.erase(one);
      }
    }
    for (const Mention* one : missing) {
      alone(t, reporter, *one, &CheckedBead::source, "missing");
    }
    for (const Mention* two : extra) {
      alone(t, reporter, *two, &CheckedBead::target, "extra");
    }
    report_linked(t, reporter);
  }

 private:
  void find_linked() {
    const bool from_chinese = translation_.chinese() == &CheckedBead::source;
    for (const compare::RenderingDifference& each : translation_.differences(pair_)) {
      if (each.kind != VariationKind::number) continue;
      linked_.push_back(
          {from_chinese ? each.chinese : each.english, from_chinese ? each.english : each.chinese});
    }
  }

  static std::vector<const Mention*> left(const std::vector<Mention>& mentions) {
    std::vector<const Mention*> left;
    for (const Mention& mention : mentions) {
      if (!mention.matched && !mention.idle) left.push_back(&mention);
    }
    return left;
  }

  /// 七折 and what is taken off: these two and no others.
  void match_discounts() {
    const bool from_chinese = translation_.chinese() == &CheckedBead::source;
    const Side& chinese = pair_.*translation_.chinese();
    const Side& english = pair_.*translation_.english();
    for (Mention& one : from_chinese ? source_ : target_) {
      for (Mention& two : from_chinese ? target_ : source_) {
        const std::string_view behind =
            std::string_view(english.text).substr(two.quantity.range.end);
        const bool off = behind.starts_with(" off") || behind.starts_with(" discount") ||
                         behind.starts_with(" reduction");
        const bool share = chinese.at(one.quantity.range).ends_with("折");
        if (!off || !share || one.matched || two.matched) continue;
        one.matched = two.matched = one.explained = two.explained = true;
        if (is_discount(chinese.text, one.quantity, two.quantity)) continue;
        wrong_.emplace_back(from_chinese ? &one : &two, from_chinese ? &two : &one);
      }
    }
  }

  /// 3K on both sides.
  void match_names() {
    for (const auto& [mentions, here, there] :
         {std::tuple(&source_, &pair_.source, &pair_.target),
          std::tuple(&target_, &pair_.target, &pair_.source)}) {
      for (Mention& mention : *mentions) {
        const std::string_view name = with_letters(here->text, mention.quantity.range);
        const bool digits = text::is_digit(text::decode(name, 0).value);
        if (!digits || !text::is_ascii_letter(name.back())) continue;
        if (there->text.find(name) != std::string::npos) mention.matched = true;
      }
    }
  }

  /// Pairs mentions, those with equal words first.
  void match(Fit (&fits)(const Mention&, const Mention&), Fit least) {
    for (Mention& one : source_) {
      if (one.matched) continue;
      const auto two = std::ranges::find_if(target_, [&](const Mention& other) {
        return !other.matched && fits(one, other) >= least;
      });
      if (two == target_.end()) continue;
      if (least == Fit::roughly) rough_.emplace_back(&one, &*two);
      one.matched = two->matched = true;
    }
  }

  /// A number may be said twice, or stand for two: 2015年 … in 2015, that year.
  void match_repeated() {
    const auto repeated = [&](std::vector<Mention>& mentions, const std::vector<Mention>& others) {
      for (Mention& mention : mentions) {
        mention.matched = mention.matched || std::ranges::any_of(others, [&](const Mention& other) {
                            return other.matched && fit(mention, other) == Fit::well;
                          });
      }
    };
    repeated(source_, target_);
    repeated(target_, source_);
  }

  void explain() {
    const bool from_chinese = translation_.chinese() == &CheckedBead::source;
    const Side& chinese = pair_.*translation_.chinese();
    const Side& english = pair_.*translation_.english();
    auto& chinese_mentions = from_chinese ? source_ : target_;
    auto& english_mentions = from_chinese ? target_ : source_;
    // What is a number of its own explains no other one.
    const std::string chinese_rest = without(chinese.text, chinese_mentions);
    const WordSearch words(without(english.text, english_mentions));
    const WordSearch all_words(english.text);
    const bool converted =
        std::ranges::any_of(chinese_mentions,
                            [&](const Mention& mention) {
                              return is_measured(chinese.text, mention.quantity, true);
                            }) ||
        std::ranges::any_of(english_mentions, [&](const Mention& mention) {
          return is_measured(english.text, mention.quantity, false);
        });
    const bool reign = std::ranges::any_of(chinese_mentions, [&](const Mention& mention) {
      return is_reign(chinese.text, mention.quantity);
    });
    for (Mention& one : chinese_mentions) {
      for (Mention& two : english_mentions) {
        if (one.matched || two.matched) continue;
        if (is_clock(one.quantity, two.quantity, all_words) ||
            is_in_months(chinese.text, one.quantity, two.quantity, all_words)) {
          one.matched = two.matched = one.explained = two.explained = true;
        }
      }
    }
    // An ordinal that faces another one is meant by it, and by no other word.
    const auto faces_ordinal = [](const Mention& mention, const std::vector<Mention>& others) {
      return mention.quantity.kind == QuantityKind::ordinal &&
             std::ranges::any_of(others, [](const Mention& other) {
               return !other.matched && other.quantity.kind == QuantityKind::ordinal;
             });
    };
    // 10公里 and 10 miles are no conversion.
    const auto is_believed = [&](const Mention& mention, const std::vector<Mention>& others,
                                 bool in_chinese) {
      return converted &&
             is_measured(in_chinese ? chinese.text : english.text, mention.quantity, in_chinese) &&
             std::ranges::none_of(others, [&](const Mention& other) {
               return !other.matched && are_converted(mention, other);
             });
    };
    for (Mention& mention : chinese_mentions) {
      if (mention.matched || faces_ordinal(mention, english_mentions)) continue;
      mention.matched = is_in_english_words(mention.quantity, chinese.text, words) ||
                        is_reign(chinese.text, mention.quantity) ||
                        is_believed(mention, english_mentions, true);
      mention.explained = mention.matched;
    }
    for (Mention& mention : english_mentions) {
      if (mention.matched || faces_ordinal(mention, chinese_mentions)) continue;
      mention.matched = is_in_chinese_words(mention.quantity, english.text, chinese_rest) ||
                        (reign && mention.quantity.kind == QuantityKind::year) ||
                        is_believed(mention, chinese_mentions, false);
      mention.explained = mention.matched;
    }
  }

  /// A number that the words say otherwise, as the links of the pair have it.
  struct LinkedDifference {
    std::optional<ByteRange> source;
    std::optional<ByteRange> target;
    bool told = false;
  };

  /// Those that no mention was found to differ in.
  void report_linked(std::size_t t, Reporter& reporter) const {
    for (const LinkedDifference& each : linked_) {
      if (each.told || !each.source || !each.target) continue;
      const bool explained = any_at(source_, *each.source, &Mention::explained) ||
                             any_at(target_, *each.target, &Mention::explained);
      const bool matched = any_at(source_, *each.source, &Mention::matched) &&
                           any_at(target_, *each.target, &Mention::matched);
      if (explained || matched) continue;
      add(t, reporter, *each.source, *each.target, {{"linked", 1}});
    }
  }

  /// Whether something holds for a mention in a place.
  static bool any_at(const std::vector<Mention>& mentions, ByteRange place, bool Mention::*holds) {
    return std::ranges::any_of(mentions, [&](const Mention& mention) {
      return mention.*holds && mention.quantity.range.overlaps(place);
    });
  }

  void differ(std::size_t t, Reporter& reporter, const Mention& one, const Mention& two,
              std::vector<FindingSign> signs) {
    signs.push_back({"values", 1});
    signs.push_back({"linked", tell_linked(one, two) ? 1.0 : 0.0});
    signs.push_back({"minor", one.minor || two.minor ? 1.0 : 0.0});
    signs.push_back({"about", one.about || two.about ? 1.0 : 0.0});
    const bool units = are_converted(one, two);
    const bool same_figures = mentions::figures_stand_in(pair_.source.text, one.quantity.range,
                                                         pair_.target.at(two.quantity.range)) &&
                              mentions::figures_stand_in(pair_.target.text, two.quantity.range,
                                                         pair_.source.at(one.quantity.range));
    if (same_figures && !units) return;  // 38-17, read as a score here and as a range there
    add(t, reporter, units ? with_unit(one) : one.quantity.range,
        units ? with_unit(two) : two.quantity.range, std::move(signs));
  }

  static ByteRange with_unit(const Mention& mention) {
    return {mention.quantity.range.begin, mention.unit->end};
  }

  /// Whether the links tell one of two mentions, too; then they need not be told again.
  bool tell_linked(const Mention& one, const Mention& two) {
    bool found = false;
    for (LinkedDifference& each : linked_) {
      const bool here = (each.source && each.source->overlaps(one.quantity.range)) ||
                        (each.target && each.target->overlaps(two.quantity.range));
      each.told = each.told || here;
      found = found || here;
    }
    return found;
  }

  void add(std::size_t t, Reporter& reporter, ByteRange source, ByteRange target,
           std::vector<FindingSign> signs) const {
    reporter.add(t, pair_, Message{"changed", {pair_.source.at(source), pair_.target.at(target)}},
                 {source, target, {}, {}, std::move(signs)});
  }

  void alone(std::size_t t, Reporter& reporter, const Mention& mention, SideOf side,
             std::string kind) const {
    if (mention.minor) return;
    const Side& own = pair_.*side;
    const std::string& there = (pair_.*other(side)).text;
    const ByteRange range = mention.quantity.range;
    const std::string_view text = own.at(range);
    // It is there, but was not read: PS/2, Q4.
    if (there.find(text) != std::string::npos ||
        mentions::figures_stand_in(own.text, range, there)) {
      return;
    }
    const auto& others = side == &CheckedBead::source ? target_ : source_;
    reporter.add(t, pair_, Message{std::move(kind), {text}},
                 Reporter::Details::on(side, range)
                     .with({{"about", mention.about ? 1.0 : 0.0},
                            {"digits", has_digit(text) ? 1.0 : 0.0},
                            {"others", std::log1p(static_cast<double>(others.size()))}}));
  }

  const CheckedTranslation& translation_;
  const CheckedBead& pair_;
  std::vector<Mention> source_;
  std::vector<Mention> target_;
  std::vector<std::pair<const Mention*, const Mention*>> rough_;
  std::vector<std::pair<const Mention*, const Mention*>> wrong_;
  std::vector<LinkedDifference> linked_;
};

void check(const Context& context, Reporter& reporter) {
  for (std::size_t t = 0; t < context.translations.size(); ++t) {
    const CheckedTranslation& translation = context.translations[t];
    for (const CheckedBead& pair : translation.pairs()) {
      if (pair.source.blank() || pair.target.blank()) continue;
      Comparison(translation, pair).report(t, reporter);
    }
  }
}

}  // namespace

Rule number_rule() {
  return {
      {"number",
       translatable("a number, date, share or sum of money that differs"),
       translatable("Quantities of both sides are compared by their values: 万 and 亿, 成, 折, "
                    "分之, 倍, 半, 两三年, 二百多, currencies, ordinals, decades (80后), dates and "
                    "ranges, and English words for numbers. Words such as century, dozen, both, 双 "
                    "and 半 count where they stand for a number. Small numbers in words are often "
                    "left out in translation and are only compared where both sides have one. A "
                    "number may be a rounding of the other one where a word says so."),
       {},
       {{true,
         {"公司有三百名员工。"},
         {"The company has thirty employees."},
         translatable("a zero is lost")},
        {true, {"价格降了三成。"}, {"Prices fell by 13%."}, translatable("a share")},
        {true,
         {"每瓶含糖250克。"},
         {"Each bottle contains 250 mg of sugar."},
         translatable("another unit")},
        {false, {"路程有10公里。"}, {"The route is 6.2 miles long."}, translatable("a conversion")},
        {false,
         {"他在那里住了二百多天。"},
         {"He lived there for over two hundred days."},
         translatable("open")},
        {false,
         {"这座桥有一个世纪了。"},
         {"The bridge is a hundred years old."},
         translatable("in other words")},
        {false,
         {"打八折。"},
         {"It is 20 percent off."},
         translatable("counted from the other end")}},
       {translatable("Small numbers in words that are left out."),
        translatable("Conversions of currencies are believed, those of units may be a tenth off.")},
       {{"changed", translatable("\"{}\" became \"{}\"")},
        {"missing", translatable("\"{}\" is missing in the translation")},
        {"extra", translatable("\"{}\" is not in the source")}}},
      check};
}

}  // namespace duizhao::check
