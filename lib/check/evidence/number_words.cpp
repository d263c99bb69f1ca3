#include "check/evidence/number_words.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <initializer_list>
#include <string>

#include "check/evidence/number_mentions.hpp"

namespace duizhao::check {

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

bool is_discount(std::string_view chinese, const Quantity& left, const Quantity& off) {
  constexpr double kRounding = 1e-9;
  const std::string_view found = chinese.substr(left.range.begin, left.range.size());
  return found.ends_with("折") && off.kind == QuantityKind::ratio &&
         std::abs(left.low + off.low - 1) < kRounding;
}

bool is_reign(std::string_view chinese, const Quantity& quantity) {
  constexpr std::array<std::string_view, 30> kReigns = {
      "民国", "洪武", "永乐", "宣德", "成化", "弘治", "正德", "嘉靖", "隆庆", "万历",
      "天启", "崇祯", "顺治", "康熙", "雍正", "乾隆", "嘉庆", "道光", "咸丰", "同治",
      "光绪", "宣统", "贞观", "开元", "天宝", "元丰", "昭和", "明治", "平成", "令和"};
  return std::ranges::any_of(kReigns, [&](std::string_view reign) {
    return chinese.substr(0, quantity.range.begin).ends_with(reign);
  });
}

bool is_in_months(std::string_view chinese, const Quantity& years, const Quantity& months,
                  const WordSearch& words) {
  constexpr double kMonths = 12;
  return around(chinese, years.range, 3).find("年") != std::string_view::npos &&
         years.low * kMonths == months.low && words.any({"month", "months"});
}

bool is_clock(const Quantity& chinese, const Quantity& english, const WordSearch& words) {
  constexpr double kHalfDay = 12;
  if (chinese.low == 0 && english.low == kHalfDay) return true;
  return chinese.low == english.low + kHalfDay && chinese.low <= 2 * kHalfDay &&
         words.any({"p", "pm", "afternoon", "evening", "night", "tonight"});
}

}  // namespace duizhao::check
