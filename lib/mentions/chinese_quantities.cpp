// Chinese quantities: one pattern finds them, its named groups say what they are.
#include <algorithm>
#include <cmath>
#include <map>

#include "mentions/quantity_rules.hpp"
#include "text/ascii.hpp"
#include "text/embedded.hpp"
#include "text/utf8.hpp"

namespace duizhao::mentions {
namespace {

std::string pattern() {
  std::string words;
  for (const std::string_view word : text::entries(text::kNumberWords)) {
    words += (words.empty() ? "" : "|") + std::string(word);
  }
  return with_parts(
      R"((?x)
    (?<word> {words} )
  | (?<half> 一半 | 半数 | 半數 )
  | (?<twofold> 翻了?一?[倍番] | 翻了? (?<times> [两二三四] ) 番 )
  | (?<![a-z0-9./-]) [0-9]{4} [-/] (?<isomonth> [0-9]{1,2} ) [-/] (?<isoday> [0-9]{1,2} ) (?![a-z0-9/-])
  | (?<![a-z0-9./-]) [0-9]{1,2} / [0-9]{1,2} / (?<slashyear> [0-9]{2,4} ) (?![a-z0-9/-])
  | (?<![0-9:：.]) (?<hour> [0-9]{1,2} ) [:：] (?<minute> [0-9]{2} ) (?![0-9:：])
  | (?<![0-9:：.,-]) (?<one> [0-9]{1,3} ) \s? (?: [:：比-] ) \s? (?<other> [0-9]{1,3} ) (?![0-9:：.,％%-])
      (?! \s? [多余万萬亿億年月日号號个個名人岁歲元美天千百十成折倍％%] )
  | (?<oneword> [〇零一二三四五六七八九十] ) 比 (?<otherword> [〇零一二三四五六七八九十] ) (?! [〇零一二三四五六七八九十] )
  | (?<clock> {hours} ) [点點时時] (?: (?<halfpast> 半 ) | (?<quarters> [一三] ) 刻
      | (?<past> (?: [0-5]?[0-9] | [〇零一二三四五]?十?[一二三四五六七八九] | [二三四五]?十 ) ) 分 (?! [钟鐘之] ) )
  | (?<quarterhours> {small} ) 刻[钟鐘]
  | (?<month> {small} ) 月 (?<day> {small} ) [日号號]? (?: \s* [-–—~～至到] \s* (?<lastday> {small} ) [日号號]
      | (?<= [日号號] ) )
  | (?<![韩韓]) 民[国國] (?<reign> {core} ) 年
  | (?<mixed> [0-9]{1,6} \s )? (?<![0-9/.]) (?<over> [0-9]{1,4} ) / (?<under> [0-9]{1,4} ) (?![0-9/.])
  | (?<whole> {core} ) 分之 (?<part> {core} ) (?: \s* [-–—~～至到] \s* (?: 百分之 )? (?<lastpart> {core} ) (?! 分之 | [月年日] ) )?
  | (?<permille> {digits} ) \s? ‰
  | (?<tenths> [一二三四五六七八九] ) 成 (?<hundredths> [一二三四五六七八九] | 半 ) (?! [线線级級流年月川个個] )
  | (?<compound> [0-9]{1,6} (?: \.[0-9]{1,4} )? [万萬亿億千百] (?: [零〇]? [0-9]{1,4} [千百十]? [万萬]? ){1,3} ) (?![0-9])
  | (?<ordinal> 第 )?
    (?<sign> us\$ | hk\$ | [$€£¥￥] )?
    (?<first> {core} ) (?<more> [多余餘来來] )? (?<scale> [万萬亿億]+ )?
    (?: \s* (?<percent> [%％] )? \s* [-–—~～至到] \s*
        (?<second> {core} ) (?<secondscale> [万萬亿億]+ )? )?
    (?: (?<withhalf> [年个個天月岁歲] 半 )
      | \s* (?<unit> [%％] | 个百分点 | 個百分點 | 成(?![为為立功本长長就果员員都] ) | 折(?!腾|磨) | 倍 | 年代
                   | 人民币 | 人民幣 | 美元 | 美金 | 港元 | 港币 | 欧元 | 歐元 | 日元 | 英镑 | 英鎊
                   | 元 | 块钱 | 塊錢 | 块(?!头) | 年 | 月(?!亮|球) | [后後](?=[^来來] | $) )
        (?<late> [多余餘] )?
    )?
)",
      {{"words", words},
       {"core", R"((?: {digits} [十百千万萬亿億]{0,4} | [几幾数數] [十百千万萬亿億]+ | 十 [几幾]
                              | [几幾] (?=[年个個天次位家倍种種名周週块塊元月]) | {han}
                              | 半 (?=[年天个個小月]) ))"},
       {"digits",
        R"((?<! [a-z0-9.．\[] ) (?<! [a-z]- ) [0-9０-９]{1,40} (?: [,，] [0-9０-９]{3} ){0,8} (?: [.．] [0-9０-９]{1,40} )?)"},
       {"han",
        R"((?: (?<= [周週] | 星期 | 礼拜 | 禮拜 ) [一二三四五六] (?= [一两兩] [^十百千万萬亿億] )
                             | [〇零一二两兩三四五六七八九十百千万萬亿億廿卅壹贰貳叁參肆伍陆陸柒捌玖拾佰仟]{1,40}
                             (?: [点點] [〇零一二三四五六七八九]{1,40} (?! [刻分十] ) )? ))"},
       {"small", R"((?: [0-9０-９]{1,2} | [一二三四五六七八九十廿]{1,3} ))"},
       {"hours", R"((?: [0-9]{1,2} | [〇零一二两兩三四五六七八九十]{1,3} ))"}});
}

const std::map<std::string_view, const char*>& currencies() {
  static const std::map<std::string_view, const char*> codes = {
      {"元", "CNY"},     {"块", "CNY"},   {"块钱", "CNY"}, {"塊錢", "CNY"}, {"人民币", "CNY"},
      {"人民幣", "CNY"}, {"美元", "USD"}, {"美金", "USD"}, {"港元", "HKD"}, {"港币", "HKD"},
      {"欧元", "EUR"},   {"歐元", "EUR"}, {"日元", "JPY"}, {"英镑", "GBP"}, {"英鎊", "GBP"},
      {"US$", "USD"},    {"$", "USD"},    {"HK$", "HKD"},  {"€", "EUR"},    {"£", "GBP"},
      {"¥", "CNY"},      {"￥", "CNY"}};
  return codes;
}

std::size_t characters(std::string_view text) {
  std::size_t count = 0;
  for (std::size_t at = 0; at < text.size(); at += text::decode(text, at).size) ++count;
  return count;
}

double unit_of(char32_t unit) {
  switch (unit) {
    case U'十':
      return 1e1;
    case U'百':
      return 1e2;
    case U'千':
      return 1e3;
    case U'亿':
    case U'億':
      return 1e8;
    default:  // 万
      return 1e4;
  }
}

/// The product of the units of a numeral: 1e12 of 万亿.
double scale_of(std::string_view scale) {
  double factor = 1;
  for (std::size_t at = 0; at < scale.size();) {
    const auto [c, size] = text::decode(scale, at);
    factor *= unit_of(c);
    at += size;
  }
  return factor;
}

/// The 百, 千, 万 and 亿 at the end of a numeral.
std::string_view trailing_scale(std::string_view numeral) {
  std::size_t begin = numeral.size();
  while (begin > 0) {
    const auto [c, size] = text::decode_before(numeral, begin);
    constexpr std::u32string_view kScales = U"百千万萬亿億";
    if (kScales.find(c) == kScales.npos) break;
    begin -= size;
  }
  return numeral.substr(begin);
}

/// The first year of a decade named by its last two figures: 1980 of 80, 2000 of 00.
double decade_of(double figures) {
  constexpr double kFirstOfLastCentury = 30;
  if (figures >= 100) return figures;
  return figures >= kFirstOfLastCentury ? 1900 + figures : 2000 + figures;
}

}  // namespace

Quantity exact(QuantityKind kind, double value) { return {{}, kind, value, value}; }

Quantity date_of(double month, double day, std::optional<double> last_day) {
  constexpr double kMonth = 100;
  Quantity date = exact(QuantityKind::date, kMonth * month + day);
  if (last_day) {
    date.high = kMonth * month + *last_day;
    date.both_ends = true;
  }
  return date;
}

Quantity time_of_day(double hour, double minute) {
  constexpr double kHalfDay = 12;
  constexpr double kMinutes = 60;
  // What is no time of day, such as 70:15, is a slip that equals none.
  if (hour > 2 * kHalfDay || minute >= kMinutes) {
    return exact(QuantityKind::time, 2 * kHalfDay * kMinutes * (1 + hour) + minute);
  }
  return exact(QuantityKind::time, kMinutes * std::fmod(hour, kHalfDay) + minute);
}

Quantity score(double one, double other) {
  return {{}, QuantityKind::score, std::min(one, other), std::max(one, other)};
}

Value and_more(double value) {
  double step = 1;
  while (value >= 10 * step && std::fmod(value, 10 * step) == 0) step *= 10;
  return {value, value + step};
}

ChineseQuantities::ChineseQuantities(const Numerals& numerals)
    : numerals_(numerals), regex_(pattern()) {}

std::vector<Quantity> ChineseQuantities::find(std::string_view text) const {
  std::vector<Quantity> quantities;
  for (const Match& match : regex_.find_all(text)) {
    if (match.has("word")) continue;
    std::optional<Quantity> quantity;
    if (match.has("half")) {
      quantity = Quantity{{}, QuantityKind::ratio, 0.5, 0.5, {}};
    } else if (match.has("twofold")) {
      const auto times = numerals_.chinese(match.has("times") ? match["times"] : "一");
      const double factor = std::exp2(times ? times->low : 1);  // each 番 doubles
      quantity = Quantity{{}, QuantityKind::multiple, factor, factor, {}};
    } else if (match.has("isoday")) {
      quantity = date_of(*digits(match["isomonth"]), *digits(match["isoday"]));
    } else if (match.has("slashyear")) {
      continue;  // whether the month or the day comes first is not known
    } else if (match.has("hour") || match.has("clock") || match.has("quarterhours")) {
      quantity = time(match);
    } else if (match.has("one") || match.has("oneword")) {
      quantity = result(match);
    } else if (match.has("day")) {
      quantity = date(match);
    } else if (match.has("reign")) {
      const auto year = numerals_.chinese(match["reign"]);
      constexpr double kBefore = 1911;  // the Republic's first year is 1912
      constexpr double kLast = 200;
      if (year && year->low < kLast) quantity = exact(QuantityKind::year, kBefore + year->low);
    } else if (match.has("part") || match.has("under") || match.has("permille") ||
               match.has("tenths")) {
      quantity = fraction(match);
    } else if (match.has("compound")) {
      quantity = compound(match);
    } else {
      quantity = counted(match);
    }
    if (!quantity) continue;
    quantity->range = match.range;
    quantities.push_back(std::move(*quantity));
  }
  return quantities;
}

/// 7:55, 三点半, 三刻钟.
std::optional<Quantity> ChineseQuantities::time(const Match& match) const {
  constexpr double kQuarter = 15;
  constexpr double kHalf = 30;
  if (match.has("hour")) return time_of_day(*digits(match["hour"]), *digits(match["minute"]));
  if (match.has("quarterhours")) {
    const auto quarters = numerals_.chinese(match["quarterhours"]);
    if (!quarters) return std::nullopt;
    return exact(QuantityKind::number, kQuarter * quarters->low);
  }
  const auto hour = numerals_.chinese(match["clock"]);
  const auto past = match.has("past")       ? numerals_.chinese(match["past"])
                    : match.has("quarters") ? numerals_.chinese(match["quarters"])
                                            : std::nullopt;
  if (!hour || (!past && !match.has("halfpast"))) return std::nullopt;
  const double figures = past.value_or(Value{}).low;
  const double minute = match.has("halfpast")   ? kHalf
                        : match.has("quarters") ? kQuarter * figures
                                                : figures;
  return time_of_day(hour->low, minute);
}

/// 3:1, 3比1.
std::optional<Quantity> ChineseQuantities::result(const Match& match) const {
  const auto one = numerals_.chinese(match[match.has("one") ? "one" : "oneword"]);
  const auto other = numerals_.chinese(match[match.has("one") ? "other" : "otherword"]);
  if (!one || !other) return std::nullopt;
  return score(one->low, other->low);
}

/// 8万5千, 3万4000, 1千零20, 13万2.
std::optional<Quantity> ChineseQuantities::compound(const Match& match) {
  const std::string_view text = match["compound"];
  constexpr double kTenThousand = 1e4;
  double value = 0;
  double unit = 1;  // of the part before
  bool zero = false;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = at;
    while (end < text.size() && (text::is_ascii_digit(text[end]) || text[end] == '.')) ++end;
    if (end == at) {  // 零
      zero = true;
      at += text::decode(text, at).size;
      continue;
    }
    const auto part = digits(text.substr(at, end - at));
    if (!part) return std::nullopt;
    const std::size_t size = end < text.size() ? text::decode(text, end).size : 0;
    const std::string_view mark = text.substr(end, size);
    double own = size == 0 || mark == "零" || mark == "〇" ? 0 : scale_of(mark);
    std::size_t behind = end + (own > 0 ? size : 0);
    // 5千万
    const std::size_t more = behind < text.size() ? text::decode(text, behind).size : 0;
    const std::string_view scale = text.substr(behind, more);
    if (own > 0 && own < kTenThousand && (scale == "万" || scale == "萬")) {
      own *= kTenThousand;
      behind += more;
    }
    // A last digit alone stands one unit below: 13万2.
    const bool below = own == 0 && end - at == 1 && unit > 1 && !zero;
    value += *part * (own > 0 ? own : below ? unit / 10 : 1);
    unit = own > 0 ? own : 1;
    at = behind;
  }
  return exact(QuantityKind::number, value);
}

std::optional<Quantity> ChineseQuantities::fraction(const Match& match) const {
  if (match.has("under")) {
    const double under = *digits(match["under"]);
    if (under == 0) return std::nullopt;
    const double share = *digits(match["over"]) / under;
    if (!match.has("mixed")) return exact(QuantityKind::ratio, share);
    return exact(QuantityKind::number, digits(match["mixed"]).value_or(0) + share);
  }
  if (match.has("permille")) {
    const auto value = digits(match["permille"]);
    return value ? std::optional(exact(QuantityKind::ratio, *value / 1000)) : std::nullopt;
  }
  if (match.has("tenths")) {
    const auto tenths = numerals_.chinese(match["tenths"]);
    const auto rest =
        match["hundredths"] == "半" ? Value::exact(5) : numerals_.chinese(match["hundredths"]);
    if (!tenths || !rest) return std::nullopt;
    return exact(QuantityKind::ratio, tenths->low / 10 + rest->low / 100);
  }
  const auto whole = numerals_.chinese(match["whole"]);
  const auto part = numerals_.chinese(match["part"]);
  if (!whole || !part || whole->low == 0) return std::nullopt;
  Quantity share{{}, QuantityKind::ratio, part->low / whole->high, part->high / whole->low};
  if (const auto last = numerals_.chinese(match["lastpart"]);
      match.has("lastpart") && last && last->high >= part->high) {
    share.high = last->high / whole->low;
    share.both_ends = true;
  }
  return share;
}

std::optional<Quantity> ChineseQuantities::date(const Match& match) const {
  const auto month = numerals_.chinese(match["month"]);
  const auto day = numerals_.chinese(match["day"]);
  if (!month || !day) return std::nullopt;  // 9月99日 is a slip that equals none
  if (const auto last = numerals_.chinese(match["lastday"]); match.has("lastday") && last) {
    return date_of(month->low, day->low, last->high);
  }
  return date_of(month->low, day->low);
}

std::optional<Value> ChineseQuantities::first_value(const Match& match) const {
  const std::string_view first = match["first"];
  auto value = numerals_.chinese(first);
  // 二十两 is a weight: the last character is a unit.
  for (const std::string_view tael : {"两", "兩"}) {
    if (!value && first.size() > tael.size() && first.ends_with(tael)) {
      value = numerals_.chinese(first.substr(0, first.size() - tael.size()));
    }
  }
  if (!value) return std::nullopt;
  if (match.has("more")) *value = and_more(value->low);
  return value->scaled(scale_of(match["scale"]));
}

std::optional<Value> ChineseQuantities::value_of(const Match& match) const {
  auto value = first_value(match);
  if (!value) return std::nullopt;
  if (match.has("second")) {
    auto second = numerals_.chinese(match["second"]);
    if (!second) return std::nullopt;
    *second = second->scaled(scale_of(match["secondscale"]));
    // 三到五万 is thirty to fifty thousand.
    const double shared =
        scale_of(match["secondscale"]) * scale_of(trailing_scale(match["second"]));
    const bool has_scale = match.has("scale") || !trailing_scale(match["first"]).empty();
    if (!has_scale && value->high * shared <= second->high) *value = value->scaled(shared);
    if (second->high >= value->low) value->high = std::max(value->high, second->high);
  }
  if (match.has("late")) value->high += 1;
  if (match.has("withhalf")) *value = {value->low + 0.5, value->high + 0.5};
  return value;
}

namespace {

/// 一, 万 and 亿 alone are words more often than numbers.
bool is_bare_one(const Match& match) {
  const std::string_view first = match["first"];
  if (first != "一" && first != "万" && first != "亿") return false;
  return !match.has("ordinal") && !match.has("second") && !match.has("scale") &&
         !match.has("withhalf") && match["unit"].empty();
}

/// What a number in a unit counts, as a kind with its values scaled to it; none if the unit says
/// nothing.
std::optional<Quantity> in_unit(const Match& match, const Value& value) {
  const std::string_view unit = match["unit"];
  const auto scaled = [&](QuantityKind kind, double factor) {
    return Quantity{{},
                    kind,
                    value.low * factor,
                    value.high * factor,
                    {},
                    match.has("second") && value.low < value.high};
  };
  const auto decade = [&] {
    return Quantity{{}, QuantityKind::decade, decade_of(value.low), decade_of(value.low), {}};
  };
  if (unit == "%" || unit == "％" || unit == "个百分点" || unit == "個百分點") {
    return scaled(QuantityKind::ratio, 0.01);
  }
  if (unit == "成") return scaled(QuantityKind::ratio, 0.1);
  if (unit == "折") return scaled(QuantityKind::ratio, value.low < 10 ? 0.1 : 0.01);  // 八五折
  if (unit == "倍") return scaled(QuantityKind::multiple, 1);
  if (unit == "年代") return decade();
  if (unit == "后" || unit == "後") {
    const bool names_decade = characters(match["first"]) == 2 && std::fmod(value.low, 5) == 0;
    return names_decade ? std::optional(decade()) : std::nullopt;
  }
  if (unit == "年" && characters(match["first"]) == 4 && value.low >= 1000 && value.low < 2200 &&
      !match.has("more") && !match.has("late")) {
    return scaled(QuantityKind::year, 1);
  }
  if (unit == "月" && value.low >= 1 && value.high <= 12) return scaled(QuantityKind::month, 1);
  return std::nullopt;
}

}  // namespace

std::optional<Quantity> ChineseQuantities::counted(const Match& match) const {
  const auto value = value_of(match);
  if (!value || is_bare_one(match)) return std::nullopt;
  Quantity quantity{{}, QuantityKind::number, value->low, value->high, {}};
  quantity.both_ends = match.has("second") && value->low < value->high;
  if (match.has("ordinal")) {
    quantity.kind = QuantityKind::ordinal;
    return quantity;
  }
  const auto currency = currencies().find(match[match.has("sign") ? "sign" : "unit"]);
  if (currency != currencies().end()) {
    quantity.kind = QuantityKind::money;
    quantity.currency = currency->second;
    return quantity;
  }
  return in_unit(match, *value).value_or(quantity);
}

}  // namespace duizhao::mentions
