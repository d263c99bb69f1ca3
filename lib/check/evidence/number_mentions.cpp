#include "check/evidence/number_mentions.hpp"

#include <algorithm>
#include <cmath>

#include "mentions/approximation.hpp"
#include "text/ascii.hpp"
#include "text/embedded.hpp"
#include "text/scripts.hpp"
#include "text/utf8.hpp"

namespace duizhao::check {

namespace {

/// Whether a Chinese number is only part of a word that is no number: 三轮车.
bool is_in_word(const Side& side, const Quantity& quantity) {
  constexpr std::string_view kParts =
      "〇零一二两三四五六七八九十百千万亿半几多余第年月日号个元块岁倍成折分之点次位人天周季度世纪后"
      "代初末";
  for (const words::Word& word : side.words) {
    if (!word.range.overlaps(quantity.range)) continue;
    const std::string& text = word.text();
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

bool near(double left, double right, double share) {
  return std::abs(left - right) <= share * std::max(std::abs(left), std::abs(right));
}

/// The figures of a number that are not zeros behind it: 2 of 380.
int significant_figures(double value) {
  constexpr int kMost = 12;
  for (int figures = 1; figures < kMost; ++figures) {
    const double unit = std::pow(10, std::floor(std::log10(std::abs(value))) + 1 - figures);
    if (std::abs(value / unit - std::round(value / unit)) < 1e-9) return figures;
  }
  return kMost;
}

/// Whether one value may be the other one rounded: 400 of 387, not 384 of 382; open ones may.
bool may_round(const Quantity& left, const Quantity& right) {
  if (left.low != left.high || right.low != right.high) return true;
  if (left.low == 0 || right.low == 0) return false;
  constexpr int kExact = 3;  // figures
  return std::min(significant_figures(left.low), significant_figures(right.low)) < kExact &&
         significant_figures(left.low) != significant_figures(right.low);
}

bool is_count(QuantityKind kind) {
  return kind != QuantityKind::ratio && kind != QuantityKind::decade && kind != QuantityKind::date;
}

/// 十九世纪 is the 1800s.
bool is_century(const Quantity& century, const Quantity& years) {
  constexpr double kYears = 100;
  return century.kind == QuantityKind::number && years.kind == QuantityKind::decade &&
         (century.low - 1) * kYears <= years.low && years.low < century.low * kYears;
}

}  // namespace

bool has_digit(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const auto [code_point, size] = text::decode(text, at);
    if (text::is_digit(code_point)) return true;
    at += size;
  }
  return false;
}

std::vector<Mention> mentions_of(const CheckedTranslation& translation, const CheckedBead& pair,
                                 SideOf name) {
  const Side& side = pair.*name;
  constexpr double kSmall = 10;
  const bool chinese = translation.language(name) == "zh";
  std::vector<Mention> mentions;
  for (const Quantity& quantity : translation.quantities(pair, name)) {
    Mention mention{quantity};
    const Quantity& found = mention.quantity;
    mention.unit = mentions::unit_of(side.text, found, chinese);
    const bool spelled = !has_digit(side.at(found.range));
    const bool plain = found.kind == QuantityKind::number || found.kind == QuantityKind::ordinal ||
                       found.kind == QuantityKind::multiple;
    const bool half = found.kind == QuantityKind::ratio && found.low == 0.5;
    const bool measured =
        plain || found.kind == QuantityKind::ratio || found.kind == QuantityKind::money;
    mention.about =
        measured && found.kind != QuantityKind::ordinal &&
        (found.low != found.high || mentions::is_approximate(side.text, found.range, chinese));
    mention.minor =
        spelled && (half || (plain && found.low <= kSmall) || (plain && found.low != found.high));
    if (chinese && spelled && is_in_word(side, found)) mention.minor = true;
    if (chinese && spelled && !counts_something(side.text, found)) mention.idle = true;
    if (!chinese && spelled && found.kind == QuantityKind::ratio) mention.minor = true;  // a third
    if (is_item_number(side.text, found)) mention.idle = true;
    mentions.push_back(std::move(mention));
  }
  return mentions;
}

bool are_converted(const Mention& left, const Mention& right) {
  return left.unit && right.unit && left.unit->dimension == right.unit->dimension &&
         (left.unit->factor != right.unit->factor || left.unit->offset != right.unit->offset);
}

Fit converted_fit(const Mention& left, const Mention& right) {
  if (!are_converted(left, right)) return Fit::none;
  constexpr double kLetPass = 0.1;
  constexpr double kRoughly = 0.25;
  const auto value = [](const Mention& mention, double Quantity::*end) {
    return mentions::in_base_units(mention.quantity.*end, *mention.unit);
  };
  const double low = value(left, &Quantity::low), high = value(left, &Quantity::high);
  const double least = value(right, &Quantity::low), most = value(right, &Quantity::high);
  const auto meet = [&](double share) {
    return low <= most + share * std::abs(most) && least <= high + share * std::abs(high);
  };
  return meet(kLetPass) ? Fit::well : meet(kRoughly) ? Fit::roughly : Fit::none;
}

Fit fit(const Mention& left, const Mention& right) {
  constexpr double kLetPass = 0.06;  // as people let approximations pass
  constexpr double kRoughly = 0.25;
  if (are_converted(left, right)) return Fit::none;
  const Quantity& one = left.quantity;
  const Quantity& two = right.quantity;
  if (agree(one, two) || is_century(one, two) || is_century(two, one)) return Fit::well;
  const bool currencies_differ =
      !one.currency.empty() && !two.currency.empty() && one.currency != two.currency;
  if (currencies_differ) return Fit::none;
  const auto is = [&](QuantityKind kind) { return one.kind == kind || two.kind == kind; };
  // Ends and figures that are named are equal, or are not the same.
  const bool named = (one.both_ends && two.both_ends) || one.kind == QuantityKind::score ||
                     two.kind == QuantityKind::score;
  if (named) return Fit::none;
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
  if (apart >= 1 - kLetPass && may_round(one, two)) return Fit::well;
  return apart >= 1 - kRoughly ? Fit::roughly : Fit::none;
}

}  // namespace duizhao::check
