#include "mentions/numerals.hpp"

#include <unicode/fmtable.h>
#include <unicode/locid.h>

#include <algorithm>
#include <charconv>
#include <map>
#include <vector>

#include "duizhao/text/error.hpp"
#include "text/ascii.hpp"
#include "text/scripts.hpp"
#include "text/utf8.hpp"

namespace duizhao::mentions {
namespace {

std::unique_ptr<icu::RuleBasedNumberFormat> open_rules(const char* language) {
  UErrorCode status = U_ZERO_ERROR;
  auto rules = std::make_unique<icu::RuleBasedNumberFormat>(icu::URBNF_SPELLOUT,
                                                            icu::Locale(language), status);
  if (U_FAILURE(status)) throw Error(ErrorCode::content, {"ICU", {}, {}}, u_errorName(status));
  return rules;
}

/// The characters of a numeral in one form: simplified, ordinary, full-width digits as ASCII.
std::u32string plain(std::string_view numeral) {
  static const std::map<char32_t, std::u32string_view> forms = {
      {U'兩', U"两"}, {U'萬', U"万"}, {U'億', U"亿"}, {U'廿', U"二十"}, {U'卅', U"三十"},
      {U'壹', U"一"}, {U'贰', U"二"}, {U'貳', U"二"}, {U'叁', U"三"},   {U'參', U"三"},
      {U'肆', U"四"}, {U'伍', U"五"}, {U'陆', U"六"}, {U'陸', U"六"},   {U'柒', U"七"},
      {U'捌', U"八"}, {U'玖', U"九"}, {U'拾', U"十"}, {U'佰', U"百"},   {U'仟', U"千"},
      {U'零', U"〇"}, {U'點', U"点"}, {U'幾', U"几"}, {U'數', U"数"},   {U'．', U"."}};
  std::u32string form;
  for (std::size_t at = 0; at < numeral.size();) {
    const auto [c, size] = text::decode(numeral, at);
    at += size;
    const auto found = forms.find(c);
    if (found != forms.end()) {
      form += found->second;
    } else if (c >= U'０' && c <= U'９') {
      form += c - U'０' + U'0';
    } else if (c != U',' && c != U'，' && !text::is_space(c)) {
      form += c;
    }
  }
  return form;
}

std::string to_utf8(std::u32string_view text) {
  std::string utf8;
  for (const char32_t c : text) text::append(utf8, c);
  return utf8;
}

constexpr std::u32string_view kDigits = U"〇一二三四五六七八九";
constexpr std::u32string_view kUnits = U"十百千万亿";

bool is_one_of(char32_t c, std::u32string_view set) { return set.find(c) != set.npos; }

double unit_value(char32_t unit) {
  constexpr double kValues[] = {1e1, 1e2, 1e3, 1e4, 1e8};
  return kValues[kUnits.find(unit)];
}

/// The place of two digits that follow each other and mean a range, as in 三四十 and 十五六; npos
/// if there is none. 二三四 and years such as 二〇一二 are spelled digit by digit and mean none.
std::size_t neighbours(std::u32string_view numeral) {
  std::size_t found = std::u32string_view::npos;
  std::size_t digit_run = 0;
  for (std::size_t k = 0; k < numeral.size(); ++k) {
    const char32_t c = numeral[k] == U'两' ? U'二' : numeral[k];
    digit_run = is_one_of(c, kDigits) ? digit_run + 1 : 0;
    if (digit_run > 2) return std::u32string_view::npos;
    if (digit_run == 2) {
      const char32_t before = numeral[k - 1] == U'两' ? U'二' : numeral[k - 1];
      const std::size_t low = kDigits.find(before);
      const std::size_t high = kDigits.find(c);
      // 三二十 is twenty or thirty too.
      const bool turned =
          low == high + 1 && k + 1 < numeral.size() && is_one_of(numeral[k + 1], kUnits);
      if (before != U'〇' && c != U'〇' && (high == low + 1 || turned)) found = k - 1;
    }
  }
  return found;
}

}  // namespace

std::optional<double> digits(std::string_view text) {
  const std::string ascii = to_utf8(plain(text));
  double value = 0;
  const auto [end, failure] = std::from_chars(ascii.data(), ascii.data() + ascii.size(), value);
  if (failure != std::errc() || end != ascii.data() + ascii.size()) return std::nullopt;
  return value;
}

Numerals::Numerals() : chinese_rules_(open_rules("zh")), english_rules_(open_rules("en")) {}

std::optional<double> Numerals::parse(const icu::RuleBasedNumberFormat& rules,
                                      const std::string& numeral) const {
  const icu::UnicodeString text = icu::UnicodeString::fromUTF8(numeral);
  icu::Formattable result;
  icu::ParsePosition end(0);
  {
    const std::lock_guard lock(parsing_);
    rules.parse(text, result, end);
  }
  if (numeral.empty() || end.getIndex() != text.length()) return std::nullopt;
  UErrorCode status = U_ZERO_ERROR;
  const double value = result.getDouble(status);
  return U_SUCCESS(status) ? std::optional(value) : std::nullopt;
}

std::optional<double> Numerals::chinese_word(const std::string& numeral) const {
  constexpr std::string_view kOne = "一";  // 一十 is 十
  if (numeral.starts_with("一十")) return parse(*chinese_rules_, numeral.substr(kOne.size()));
  return parse(*chinese_rules_, numeral);
}

std::optional<Value> Numerals::between(const std::string& low, const std::string& high) const {
  const auto least = chinese_word(low);
  const auto most = chinese_word(high);
  if (!least || !most) return std::nullopt;
  return Value{std::min(*least, *most), std::max(*least, *most)};
}

std::optional<Value> Numerals::chinese(std::string_view text) const {
  std::u32string numeral = plain(text);
  if (numeral.empty()) return std::nullopt;
  if (numeral == U"半") return Value::exact(0.5);

  // Digits with units behind them: 1.5亿, 3万.
  const std::size_t words = numeral.find_first_not_of(U"0123456789.");
  if (words != 0) {
    const auto factor = digits(to_utf8(numeral.substr(0, words)));
    if (!factor) return std::nullopt;
    double value = *factor;
    for (std::size_t k = words; k < numeral.size(); ++k) {
      if (!is_one_of(numeral[k], kUnits)) return std::nullopt;
      value *= unit_value(numeral[k]);
    }
    return Value::exact(value);
  }

  // Open numbers: 几十 and 数百 are two to nine of their unit, 十几 eleven to nineteen.
  const std::size_t open = numeral.find_first_of(U"几数");
  if (open != std::u32string::npos) {
    std::u32string low = numeral;
    std::u32string high = numeral;
    const bool behind = open > 0;
    low[open] = behind ? U'一' : U'二';
    high[open] = U'九';
    return between(to_utf8(low), to_utf8(high));
  }

  // 三四十 is thirty or forty.
  if (const std::size_t pair = neighbours(numeral); pair != std::u32string_view::npos) {
    std::u32string low = numeral;
    std::u32string high = numeral;
    low.erase(pair + 1, 1);
    high.erase(pair, 1);
    return between(to_utf8(low), to_utf8(high));
  }

  if (is_one_of(numeral.front(), U"百千万亿")) numeral.insert(0, U"一");
  // 两百三 is 230: a last digit without a unit stands one unit below the one before it.
  if (numeral.size() >= 3) {
    const char32_t last = numeral.back();
    const char32_t unit = numeral[numeral.size() - 2];
    if (is_one_of(last, kDigits) && last != U'〇' && is_one_of(unit, U"百千万亿")) {
      const auto head = chinese_word(to_utf8(numeral.substr(0, numeral.size() - 1)));
      const auto digit = static_cast<double>(kDigits.find(last));
      if (head) return Value::exact(*head + digit * unit_value(unit) / 10);
    }
  }
  // ICU reads 两 before a unit, but not before a zero: 两百零五.
  if (numeral.size() > 1) std::ranges::replace(numeral, U'两', U'二');
  const auto value = chinese_word(to_utf8(numeral));
  return value ? std::optional(Value::exact(*value)) : std::nullopt;
}

std::optional<double> Numerals::english(std::string_view words) const {
  std::string text = text::ascii_lower(words);
  // ICU reads "thirty five" as 3005: between tens and ones it wants a hyphen.
  std::vector<std::string> list;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find_first_of(" -", at), text.size());
    if (end > at) list.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  if (!list.empty() && list.front() == "a") list.front() = "one";
  double factor = 1;
  if (!list.empty() && list.back() == "dozen") {
    list.pop_back();
    factor = 12;
    if (list.empty()) return factor;
  }
  std::string spelled;
  bool after_tens = false;
  for (const std::string& word : list) {
    if (word == "and") continue;
    const bool scale = word == "hundred" || word == "thousand" || word.ends_with("illion");
    if (!spelled.empty()) spelled += after_tens && !scale ? '-' : ' ';
    if (spelled.empty() && scale) {
      spelled = "one ";
    }
    spelled += word;
    after_tens = word.ends_with("ty");
  }
  const auto value = parse(*english_rules_, spelled);
  return value ? std::optional(*value * factor) : std::nullopt;
}

}  // namespace duizhao::mentions
