// Quantities that differ. Values are compared, not digits: 两三年 is two to three years.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "check/rule.hpp"
#include "check/word_search.hpp"
#include "duizhao/messages.hpp"
#include "text/ascii.hpp"
#include "text/embedded.hpp"
#include "text/scripts.hpp"
#include "text/utf8.hpp"

namespace duizhao::check {
namespace {

/// A quantity of a side, and what its surroundings say about it.
struct Mention {
  Quantity quantity;
  bool about = false;  // approximate by the words beside it, or a range
  bool minor = false;  // a small number in words, or part of an ordinary word: often left out
  bool idle = false;   // counts nothing: part of a name, an idiom, the number of an item
  bool matched = false;
};

bool has_digit(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const auto [code_point, size] = text::decode(text, at);
    if (text::is_digit(code_point)) return true;
    at += size;
  }
  return false;
}

std::string_view around(std::string_view text, ByteRange range, std::size_t bytes) {
  const std::size_t begin = range.begin > bytes ? range.begin - bytes : 0;
  return text.substr(begin, std::min(text.size(), range.end + bytes) - begin);
}

bool is_approximate(std::string_view text, ByteRange range, bool chinese) {
  constexpr std::array<std::string_view, 14> kChinese = {"约",     "近",   "左右", "上下", "大概",
                                                         "差不多", "多",   "余",   "几",   "超过",
                                                         "不到",   "以上", "至少", "最多"};
  constexpr std::array<std::string_view, 20> kEnglish = {
      "about",    "around", "some ",    "nearly",  "almost", "roughly", "over ",
      "more",     "less",   "at least", "at most", "or so",  "up to",   "approximately",
      "close to", "under ", "plus",     "odd",     "fewer",  "just shy"};
  constexpr std::size_t kReach = 12;  // bytes: some four Chinese characters, two English words
  const std::string_view near = around(text, range, kReach);
  const auto in = [&](std::string_view word) { return near.find(word) != std::string_view::npos; };
  return chinese ? std::ranges::any_of(kChinese, in) : std::ranges::any_of(kEnglish, in);
}

/// Whether a Chinese number is only part of a word that is no number: 三轮车.
bool is_in_word(const Translation& translation, const Side& side, const Quantity& quantity) {
  constexpr std::string_view kParts =
      "〇零一二两三四五六七八九十百千万亿半几多余第年月日号个元块岁倍成折分之点次位人天周季度世纪后"
      "代初末";
  for (const Word& word : side.words) {
    if (!word.range.overlaps(quantity.range)) continue;
    const std::string& text = translation.word(translation.chinese(), word);
    for (std::size_t at = 0; at < text.size();) {
      const std::size_t size = text::decode(text, at).size;
      if (text::is_han(text::decode(text, at).value) &&
          kParts.find(text.substr(at, size)) == std::string_view::npos) {
        return true;
      }
      at += size;
    }
  }
  return false;
}

/// Whether a Chinese number in characters has a unit or a measure word behind it. 茅十八 is a name,
/// 千叮万嘱 an idiom.
bool counts_something(std::string_view text, const Quantity& quantity) {
  constexpr std::size_t kHan = 3;  // bytes
  constexpr std::string_view kUnits = "年月日号倍折成元块";
  const std::string_view found = text.substr(quantity.range.begin, quantity.range.size());
  const bool named_unit = quantity.kind != QuantityKind::number;
  if (named_unit && found.size() > kHan) return true;
  const std::string_view last = found.substr(found.size() - std::min(found.size(), kHan));
  const bool has_unit = found.size() > kHan && kUnits.find(last) != std::string_view::npos;
  if (has_unit) return true;  // 一两年
  const std::string_view behind = text.substr(quantity.range.end);
  if (found == "百" || found == "千" || found == "万") return false;
  if (behind.empty()) return true;
  const auto [next, size] = text::decode(behind, 0);
  if (!text::is_han(next)) return true;
  return text::kMeasureWords.find(behind.substr(0, size)) != std::string_view::npos;
}

/// Whether a number stands before a text as its number: 6. or 6、
bool is_item_number(std::string_view text, const Quantity& quantity) {
  if (quantity.range.begin > 0) return false;
  const std::string_view behind = text.substr(quantity.range.end);
  return behind.starts_with(". ") || behind.starts_with("、") || behind.starts_with("．") ||
         behind.starts_with(") ") || behind.starts_with("）") ||
         (behind.starts_with(".") && behind.size() > 1 && (behind[1] & 0x80) != 0);
}

/// Latin letters behind a number make one name of it: 3K, 5G.
std::string_view with_letters(std::string_view text, ByteRange range) {
  std::size_t end = range.end;
  while (end < text.size() && text::is_ascii_letter(text[end])) ++end;
  return text.substr(range.begin, end - range.begin);
}

std::vector<Mention> mentions_of(const Material& material, const Translation& translation,
                                 const Side& side, SideOf name) {
  constexpr double kSmall = 10;
  const bool chinese = translation.language(name) == "zh";
  std::vector<Mention> mentions;
  for (Quantity& quantity : material.quantities.find(side.text, translation.language(name))) {
    Mention mention{std::move(quantity)};
    const Quantity& found = mention.quantity;
    const bool spelled = !has_digit(side.at(found.range));
    const bool plain = found.kind == QuantityKind::number || found.kind == QuantityKind::ordinal ||
                       found.kind == QuantityKind::multiple;
    const bool half = found.kind == QuantityKind::ratio && found.low == 0.5;
    const bool measured =
        plain || found.kind == QuantityKind::ratio || found.kind == QuantityKind::money;
    mention.about = measured && found.kind != QuantityKind::ordinal &&
                    (found.low != found.high || is_approximate(side.text, found.range, chinese));
    mention.minor =
        spelled && (half || (plain && found.low <= kSmall) || (plain && found.low != found.high));
    if (chinese && spelled && is_in_word(translation, side, found)) mention.minor = true;
    if (chinese && spelled && !counts_something(side.text, found)) mention.idle = true;
    if (!chinese && spelled && found.kind == QuantityKind::ratio) mention.minor = true;  // a third
    if (is_item_number(side.text, found)) mention.idle = true;
    mentions.push_back(std::move(mention));
  }
  return mentions;
}

bool near(double left, double right, double share) {
  return std::abs(left - right) <= share * std::max(std::abs(left), std::abs(right));
}

/// How well two quantities go together.
enum class Fit { none, roughly, well };

bool is_count(QuantityKind kind) {
  return kind != QuantityKind::ratio && kind != QuantityKind::decade && kind != QuantityKind::date;
}

/// 十九世纪 is the 1800s.
bool is_century(const Quantity& century, const Quantity& years) {
  constexpr double kYears = 100;
  return century.kind == QuantityKind::number && years.kind == QuantityKind::decade &&
         (century.low - 1) * kYears <= years.low && years.low < century.low * kYears;
}

Fit fit(const Mention& left, const Mention& right) {
  constexpr double kLetPass = 0.06;  // as people let approximations pass
  constexpr double kRoughly = 0.25;
  const Quantity& one = left.quantity;
  const Quantity& two = right.quantity;
  if (agree(one, two) || is_century(one, two) || is_century(two, one)) return Fit::well;
  const bool currencies_differ =
      !one.currency.empty() && !two.currency.empty() && one.currency != two.currency;
  if (currencies_differ) return Fit::none;
  const auto is = [&](QuantityKind kind) { return one.kind == kind || two.kind == kind; };
  const bool values_meet = one.low <= two.high * (1 + 1e-9) && two.low <= one.high * (1 + 1e-9);
  // 21世纪 and the 21st century, 三楼 and the third floor, 7月 and 7.
  if (values_meet && is_count(one.kind) && is_count(two.kind)) return Fit::well;
  if (is(QuantityKind::decade) && is(QuantityKind::year) && values_meet) return Fit::well;
  // 96年 and 1996, 80年代 and the eighties.
  const bool years = is(QuantityKind::year) || is(QuantityKind::decade);
  if (years && std::min(one.low, two.low) < 100 &&
      std::fmod(std::max(one.low, two.low), 100) == std::min(one.low, two.low)) {
    return Fit::well;
  }
  // Twice as much is 200 per cent; 200 per cent more is three times as much.
  if (is(QuantityKind::multiple) && (is(QuantityKind::ratio) || one.kind == two.kind) &&
      near(std::abs(one.low - two.low), 1, 1e-9)) {
    return Fit::well;
  }
  if (!left.about && !right.about) return Fit::none;
  const bool comparable = one.kind == two.kind || (is_count(one.kind) && is_count(two.kind));
  if (!comparable) return Fit::none;
  const double apart = one.high < two.low ? one.high / two.low : two.high / one.low;
  if (apart >= 1 - kLetPass) return Fit::well;
  return apart >= 1 - kRoughly ? Fit::roughly : Fit::none;
}

/// Words of English that stand for a number without being one.
bool is_in_english_words(const Quantity& quantity, std::string_view chinese,
                         const WordSearch& english) {
  const double value = quantity.low;
  const std::string_view near = around(chinese, quantity.range, 9);
  const auto beside = [&](std::string_view word) {
    return near.find(word) != std::string_view::npos;
  };
  if (quantity.kind == QuantityKind::month) {
    constexpr std::array<std::string_view, 12> kMonths = {
        "january", "february", "march",     "april",   "may",      "june",
        "july",    "august",   "september", "october", "november", "december"};
    const auto month = static_cast<std::size_t>(value) - 1;
    return month < kMonths.size() &&
           english.any({kMonths.at(month), kMonths.at(month).substr(0, 3)});
  }
  if (beside("周") || beside("星期") || beside("礼拜")) {
    constexpr std::array<std::string_view, 7> kDays = {
        "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"};
    if (value >= 1 && value <= 7 && english.any({kDays.at(static_cast<std::size_t>(value) - 1)})) {
      return true;
    }
  }
  if (value == 0.5 &&
      english.any({"half", "halves", "halfway", "mid", "semi", "midway", "30", "thirty"}))
    return true;
  if (value == std::floor(value) && near.find("半") != std::string_view::npos &&
      english.any({"half", "30", "thirty", "18", "eighteen", "six", "6"}))
    return true;
  if (value == 1 && english.any({"one", "first", "single", "once", "sole", "only", "alone", "a",
                                 "an", "top", "each", "per"}))
    return true;
  if (value == 2 &&
      english.any({"both",    "pair",    "couple",  "twice",     "twin",     "twins",
                   "double",  "either",  "neither", "another",   "other",    "second",
                   "doubled", "bi",      "each",    "fortnight", "biweekly", "twofold",
                   "dual",    "between", "together"})) {
    return true;
  }
  if (value == 3 &&
      english.any({"triple", "trio", "thrice", "third", "quarter", "triplets", "tripled"}))
    return true;
  if (value == 4 && english.any({"quadruple", "quartet", "quarter", "quadrupled", "fourfold"}))
    return true;
  if (value == 10 && english.any({"decade", "decades", "tenfold"})) return true;
  if (value >= 10 && value < 100 && english.any({"decades"}) && beside("年")) return true;
  if (value == 12 && english.any({"dozen", "noon", "midnight", "midday"})) return true;
  if ((value == 14 || value == 15) && english.any({"fortnight", "quarter", "two"})) return true;
  if (value == 20 && english.any({"score", "twenties", "vigintennial"})) return true;
  if (value == 24 && english.any({"dozen", "day", "clock"})) return true;
  if (value == 36 && english.any({"dozen"})) return true;
  if (value == 100 &&
      english.any({"century", "cent", "centuries", "centennial", "full", "all", "completely",
                   "entirely", "every", "absolutely", "centenary", "hundredfold"}))
    return true;
  if (value == 1 && quantity.kind == QuantityKind::ratio &&
      english.any({"all", "full", "every", "entire", "whole", "completely", "entirely",
                   "absolutely", "fully"}))
    return true;
  if (value == 1000 && english.any({"millennium", "millennia", "grand"})) return true;
  if (value >= 100 && english.any({"countless", "myriad", "innumerable", "thousands", "hundreds",
                                   "millions", "endless", "centuries", "millennia", "billions"}))
    return true;
  if (value > 12 && value <= 24 && english.any({"pm", "p", "afternoon", "evening", "night"}))
    return true;
  if (value >= 10 && value < 100 &&
      english.any({"teens", "twenties", "thirties", "forties", "fifties", "sixties", "seventies",
                   "eighties", "nineties"}))
    return true;
  // 八折 is 20 per cent off.
  if (quantity.kind == QuantityKind::ratio && (beside("折") || beside("成"))) {
    return english.any({"discount", "off", "most", "majority", "mostly", "third", "thirds",
                        "quarter", "quarters"});
  }
  if (quantity.low != quantity.high) {
    return english.any({"few",     "several", "some",   "many",     "handful",  "couple",
                        "number",  "dozen",   "dozens", "various",  "numerous", "countless",
                        "teenage", "teen",    "teens",  "multiple", "hundreds", "thousands",
                        "decades", "lot",     "lots",   "or",       "how"});
  }
  if (quantity.kind == QuantityKind::ordinal && value <= 3) {
    return english.any({"next",      "another",   "again", "final",       "last",      "initial",
                        "initially", "most",      "best",  "leading",     "then",      "number",
                        "tomorrow",  "following", "start", "original",    "beginning", "earliest",
                        "foremost",  "primary",   "one",   "premier",     "maiden",    "runner",
                        "begin",     "begins",    "began", "foremost",    "secondly",  "firstly",
                        "thirdly",   "two",       "three", "immediately", "prime"});
  }
  return false;
}

/// Words of Chinese that stand for an English number.
bool is_in_chinese_words(const Quantity& quantity, std::string_view english,
                         std::string_view chinese) {
  const double value = quantity.low;
  const auto any = [&](std::initializer_list<std::string_view> words) {
    return std::ranges::any_of(
        words, [&](std::string_view word) { return chinese.find(word) != std::string_view::npos; });
  };
  if (quantity.low != quantity.high)
    return any({"几", "数", "些", "多", "好", "许", "不少", "无数", "众", "两", "三"});
  if (value == 0.5) return any({"半", "中", "对折", "腰斩"});
  if (quantity.kind == QuantityKind::ordinal && value <= 3) {
    return any({"首", "初", "先", "最", "次", "第", "一", "原", "又", "再", "另",
                "二", "三", "开", "秒", "头", "刚", "才", "冠", "亚", "季", "起"});
  }
  if (value == 0.25) return any({"刻", "季", "四分"});
  if (value == 1e8 && any({"亿"})) return true;
  if (value == 0) return any({"没", "无", "不", "零", "空"});
  if (value == 1) return any({"一", "单", "独", "唯", "首", "某", "壹"});
  if (value == 2)
    return any({"双", "对",   "两",   "俩",   "二",   "倍",   "彼此", "番",   "再",   "副",
                "互", "半个", "兄弟", "姐妹", "夫妻", "夫妇", "父子", "母子", "母女", "父女"});
  if (value == 3) return any({"仨", "三", "季", "叁", "倍"});
  if (value == 4) return any({"四", "刻", "季", "倍", "肆"});
  if (value < 10) {
    constexpr std::array<std::string_view, 10> kDigits = {"零", "一", "二", "三", "四",
                                                          "五", "六", "七", "八", "九"};
    if (any({kDigits.at(static_cast<std::size_t>(value))})) return true;
  }
  if (value == 6) return any({"半年", "半载"});
  if (value == 10) return any({"十"});
  if (value == 12) return any({"打", "十二", "午", "周岁"});
  if (value == 15) return any({"一刻", "刻"});
  if (value == 18) return any({"一年半"});
  if (value == 30) return any({"半"});
  if (value == 45) return any({"三刻"});
  if (value == 100) return any({"百", "世纪", "满"});
  if (value == 1000) return any({"千"});
  if (value == 1e4) return any({"万"});
  if (value >= 1e6 && any({"百万", "千万", "亿", "万"}) &&
      english.find("million") != std::string_view::npos && quantity.range.size() < 10)
    return true;
  if (quantity.kind == QuantityKind::month) return any({"月"}) && !any({"月份"}) && value == 1;
  if (quantity.kind == QuantityKind::decade)
    return any({"后", "代", "多岁", "几岁", "来岁", "几年"});
  return false;
}

/// Units that translations convert: 里 to miles, 斤 to pounds.
bool is_measured(std::string_view text, const Quantity& quantity, bool chinese) {
  constexpr std::array<std::string_view, 15> kChinese = {
      "里", "斤", "亩", "尺", "丈", "寸", "两", "钱", "石", "担", "更", "时辰", "顷", "华里", "℃"};
  constexpr std::array<std::string_view, 18> kEnglish = {
      "mile", "feet", "foot",    "pound", "inch",     "acre", "ounce",   "yard", "li",
      "catt", "jin",  "kilomet", "met",   "kilogram", "gram", "hectare", "km",   "kg"};
  std::string_view behind = text.substr(quantity.range.end);
  while (behind.starts_with(' ') || behind.starts_with('-')) behind.remove_prefix(1);
  for (const std::string_view more : {"多", "余", "来", "square "}) {
    if (behind.starts_with(more)) behind.remove_prefix(more.size());
  }
  const auto begins = [&](std::string_view unit) { return behind.starts_with(unit); };
  return chinese ? std::ranges::any_of(kChinese, begins) : std::ranges::any_of(kEnglish, begins);
}

/// 八折 is 20 per cent off: what is left and what is taken off are one together.
bool is_discount(std::string_view chinese, const Quantity& left, const Quantity& off) {
  constexpr double kRounding = 1e-9;
  const std::string_view found = chinese.substr(left.range.begin, left.range.size());
  return found.ends_with("折") && off.kind == QuantityKind::ratio &&
         std::abs(left.low + off.low - 1) < kRounding;
}

/// Whether a year is counted from the beginning of a reign: 光绪二十四年.
bool is_reign(std::string_view chinese, const Quantity& quantity) {
  constexpr std::array<std::string_view, 30> kReigns = {
      "民国", "洪武", "永乐", "宣德", "成化", "弘治", "正德", "嘉靖", "隆庆", "万历",
      "天启", "崇祯", "顺治", "康熙", "雍正", "乾隆", "嘉庆", "道光", "咸丰", "同治",
      "光绪", "宣统", "贞观", "开元", "天宝", "元丰", "昭和", "明治", "平成", "令和"};
  return std::ranges::any_of(kReigns, [&](std::string_view reign) {
    return chinese.substr(0, quantity.range.begin).ends_with(reign);
  });
}

/// 一年半 is eighteen months.
bool is_in_months(std::string_view chinese, const Quantity& years, const Quantity& months,
                  const WordSearch& words) {
  constexpr double kMonths = 12;
  return around(chinese, years.range, 3).find("年") != std::string_view::npos &&
         years.low * kMonths == months.low && words.any({"month", "months"});
}

/// A text without its quantities.
std::string without(std::string_view text, const std::vector<Mention>& mentions) {
  std::string rest(text);
  for (const Mention& mention : mentions) {
    std::fill(rest.begin() + static_cast<std::ptrdiff_t>(mention.quantity.range.begin),
              rest.begin() + static_cast<std::ptrdiff_t>(mention.quantity.range.end), ' ');
  }
  return rest;
}

/// 15:40 is 3:40 p.m., 零点 twelve a.m.
bool is_clock(const Quantity& chinese, const Quantity& english, const WordSearch& words) {
  constexpr double kHalfDay = 12;
  if (chinese.low == 0 && english.low == kHalfDay) return true;
  return chinese.low == english.low + kHalfDay && chinese.low <= 2 * kHalfDay &&
         words.any({"p", "pm", "afternoon", "evening", "night", "tonight"});
}

/// The mentions of both sides of a pair that have no partner.
class Comparison {
 public:
  Comparison(const Material& material, const Translation& translation, const Pair& pair)
      : translation_(translation),
        pair_(pair),
        source_(mentions_of(material, translation, pair.source, &Pair::source)),
        target_(mentions_of(material, translation, pair.target, &Pair::target)) {
    match_names();
    if (translation.bilingual()) match_discounts();
    match(Fit::well);
    if (translation.bilingual()) explain();
    match(Fit::roughly);
  }

  void report(std::size_t t, Recorder& recorder) const {
    std::vector<const Mention*> missing = left(source_);
    std::vector<const Mention*> extra = left(target_);
    const bool only_these = missing.size() == 1 && extra.size() == 1;
    for (const auto& [one, two] : wrong_) differ(t, recorder, *one, *two, Severity::high);
    for (const auto& [one, two] : rough_) differ(t, recorder, *one, *two, Severity::medium);
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
        differ(t, recorder, **one, **two, Severity::high);
        extra.erase(two);
        one = missing.erase(one);
      }
    }
    for (const Mention* one : missing) {
      alone(t, recorder, *one, &Pair::source, "\"{}\" is missing in the translation");
    }
    for (const Mention* two : extra) {
      alone(t, recorder, *two, &Pair::target, "\"{}\" is not in the source");
    }
  }

 private:
  static std::vector<const Mention*> left(const std::vector<Mention>& mentions) {
    std::vector<const Mention*> left;
    for (const Mention& mention : mentions) {
      if (!mention.matched && !mention.idle) left.push_back(&mention);
    }
    return left;
  }

  /// 七折 and what is taken off: these two and no others.
  void match_discounts() {
    const bool from_chinese = translation_.chinese() == &Pair::source;
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
        one.matched = two.matched = true;
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
  void match(Fit least) {
    for (Mention& one : source_) {
      if (one.matched) continue;
      const auto two = std::ranges::find_if(target_, [&](const Mention& other) {
        return !other.matched && fit(one, other) >= least;
      });
      if (two == target_.end()) continue;
      if (least == Fit::roughly) rough_.emplace_back(&one, &*two);
      one.matched = two->matched = true;
    }
    if (least != Fit::well) return;
    // A number may be said twice, or stand for two: 2015年 … in 2015, that year.
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
    const bool from_chinese = translation_.chinese() == &Pair::source;
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
          one.matched = two.matched = true;
        }
      }
    }
    for (Mention& mention : chinese_mentions) {
      if (mention.matched) continue;
      mention.matched = is_in_english_words(mention.quantity, chinese.text, words) ||
                        is_reign(chinese.text, mention.quantity) ||
                        (converted && is_measured(chinese.text, mention.quantity, true));
    }
    for (Mention& mention : english_mentions) {
      if (mention.matched) continue;
      mention.matched = is_in_chinese_words(mention.quantity, english.text, chinese_rest) ||
                        (reign && mention.quantity.kind == QuantityKind::year) ||
                        (converted && is_measured(english.text, mention.quantity, false));
    }
  }

  void differ(std::size_t t, Recorder& recorder, const Mention& one, const Mention& two,
              Severity severity) const {
    recorder.add(
        severity, t, pair_,
        fmt::format(fmt::runtime(translate("\"{}\" became \"{}\"")),
                    pair_.source.at(one.quantity.range), pair_.target.at(two.quantity.range)),
        {one.quantity.range, two.quantity.range, {}, {}});
  }

  void alone(std::size_t t, Recorder& recorder, const Mention& mention, SideOf side,
             const char* message) const {
    if (mention.minor) return;
    Recorder::Details details;
    (side == &Pair::source ? details.source : details.target) = mention.quantity.range;
    recorder.add(
        mention.about ? Severity::medium : Severity::high, t, pair_,
        fmt::format(fmt::runtime(translate(message)), (pair_.*side).at(mention.quantity.range)),
        std::move(details));
  }

  const Translation& translation_;
  const Pair& pair_;
  std::vector<Mention> source_;
  std::vector<Mention> target_;
  std::vector<std::pair<const Mention*, const Mention*>> rough_;
  std::vector<std::pair<const Mention*, const Mention*>> wrong_;
};

void check(const Material& material, Recorder& recorder) {
  for (std::size_t t = 0; t < material.translations.size(); ++t) {
    const Translation& translation = material.translations[t];
    for (const Pair& pair : translation.pairs()) {
      if (pair.source.blank() || pair.target.blank()) continue;
      Comparison(material, translation, pair).report(t, recorder);
    }
  }
}

}  // namespace

Rule number_rule() {
  return {
      {"number",
       Severity::high,
       Severity::medium,
       "a number, date, share or sum of money that differs",
       "Quantities of both sides are compared by their values: 万 and 亿, 成, 折, 分之, 倍, 半, "
       "两三年, 二百多, currencies, ordinals, decades (80后), dates and ranges, and English words "
       "for numbers. Words such as century, dozen, both, 双 and 半 count where they stand for a "
       "number. Small numbers in words are often left out in translation and are only "
       "compared where both sides have one. An approximation that differs by up to a quarter "
       "is medium.",
       {},
       {{true, {"公司有三百名员工。"}, {"The company has thirty employees."}, "a zero is lost"},
        {true, {"价格降了三成。"}, {"Prices fell by 13%."}, "a share"},
        {false, {"他在那里住了二百多天。"}, {"He lived there for over two hundred days."}, "open"},
        {false, {"这座桥有一个世纪了。"}, {"The bridge is a hundred years old."}, "in other words"},
        {false, {"打八折。"}, {"It is 20 percent off."}, "counted from the other end"}},
       {"Small numbers in words that are left out.",
        "Converted units (里, miles) and currencies are believed."}},
      check};
}

}  // namespace duizhao::check
