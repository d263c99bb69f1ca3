#include "duizhao/mentions/quantities.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "mentions/quantity_rules.hpp"
#include "text/scripts.hpp"
#include "text/utf8.hpp"

namespace duizhao {
namespace {

/// Kinds that a translation may exchange: 2015 for 2015年, half a year for 半年.
bool may_stand_for(QuantityKind left, QuantityKind right) {
  if (left == right) return true;
  const auto pair = [&](QuantityKind one, QuantityKind other) {
    return (left == one && right == other) || (left == other && right == one);
  };
  return pair(QuantityKind::number, QuantityKind::year) ||
         pair(QuantityKind::number, QuantityKind::money) ||
         pair(QuantityKind::number, QuantityKind::multiple) ||
         pair(QuantityKind::number, QuantityKind::ratio) ||
         pair(QuantityKind::number, QuantityKind::score);
}

/// Whether a bare number may be an hour: 4 in 约 4 点 for 04:00.
bool is_hour(const Quantity& quantity) {
  constexpr double kHours = 24;
  return quantity.kind == QuantityKind::number && quantity.low == quantity.high &&
         quantity.low >= 0 && quantity.low <= kHours && quantity.low == std::floor(quantity.low);
}

}  // namespace

std::string_view name_of(QuantityKind kind) {
  switch (kind) {
    case QuantityKind::number:
      return "number";
    case QuantityKind::ordinal:
      return "ordinal";
    case QuantityKind::ratio:
      return "ratio";
    case QuantityKind::multiple:
      return "multiple";
    case QuantityKind::money:
      return "money";
    case QuantityKind::year:
      return "year";
    case QuantityKind::decade:
      return "decade";
    case QuantityKind::month:
      return "month";
    case QuantityKind::date:
      return "date";
    case QuantityKind::time:
      return "time";
    case QuantityKind::score:
      return "score";
  }
  return {};
}

bool agree(const Quantity& left, const Quantity& right) {
  constexpr double kRounding = 1e-9;
  for (const auto& [one, other] : {std::pair(&left, &right), std::pair(&right, &left)}) {
    if (one->kind != QuantityKind::time) continue;
    if (is_hour(*other)) return one->low == mentions::time_of_day(other->low, 0).low;
    // 21:19 may be a score, 1:10 a ratio of 1 to 10.
    if (other->kind == QuantityKind::score || other->both_ends) {
      return one->low == mentions::time_of_day(other->low, other->high).low ||
             one->low == mentions::time_of_day(other->high, other->low).low;
    }
  }
  if (!may_stand_for(left.kind, right.kind)) return false;
  if (!left.currency.empty() && !right.currency.empty() && left.currency != right.currency) {
    return false;
  }
  const double slack = kRounding * std::max(left.high, right.high);
  const bool scores = left.kind == QuantityKind::score || right.kind == QuantityKind::score;
  if ((left.both_ends && right.both_ends) || scores) {
    return std::abs(left.low - right.low) <= slack && std::abs(left.high - right.high) <= slack;
  }
  return left.low <= right.high + slack && right.low <= left.high + slack;
}

struct QuantityFinder::State {
  mentions::Numerals numerals;
  mentions::ChineseQuantities chinese{numerals};
  mentions::EnglishQuantities english{numerals};
};

QuantityFinder::QuantityFinder() : state_(std::make_unique<const State>()) {}
QuantityFinder::~QuantityFinder() = default;
QuantityFinder::QuantityFinder(QuantityFinder&&) noexcept = default;
QuantityFinder& QuantityFinder::operator=(QuantityFinder&&) noexcept = default;

namespace {

bool is_figure(char32_t c) { return text::is_digit(c) || c == U'$' || c == U'%'; }

/// A Chinese text without the spaces that some set between figures and characters: 3 万名, 5 月 30
/// 日.
class ClosedUp {
 public:
  explicit ClosedUp(std::string_view original) {
    for (std::size_t at = 0; at < original.size();) {
      const auto [c, size] = text::decode(original, at);
      if (!(c == U' ' && is_between(original, at))) {
        for (std::size_t k = 0; k < size; ++k) places_.push_back(at + k);
        text_ += original.substr(at, size);
      }
      at += size;
    }
    places_.push_back(original.size());
  }

  const std::string& text() const { return text_; }

  /// The bytes of the original behind a range of the text.
  ByteRange in_original(ByteRange range) const {
    return {places_[range.begin],
            range.empty() ? places_[range.begin] : places_[range.end - 1] + 1};
  }

 private:
  /// Whether a space has a figure on one side and a Chinese character on the other.
  static bool is_between(std::string_view original, std::size_t at) {
    if (at == 0 || at + 1 >= original.size()) return false;
    const char32_t before = text::decode_before(original, at).value;
    const char32_t behind = text::decode(original, at + 1).value;
    return (is_figure(before) && text::is_han(behind)) ||
           (text::is_han(before) && is_figure(behind));
  }

  std::string text_;
  std::vector<std::size_t> places_;  // of its bytes in the original
};

}  // namespace

std::vector<Quantity> QuantityFinder::find(std::string_view text,
                                           const std::string& language) const {
  if (language != "zh") return state_->english.find(text);
  const ClosedUp closed(text);
  std::vector<Quantity> found = state_->chinese.find(closed.text());
  for (Quantity& each : found) each.range = closed.in_original(each.range);
  return found;
}

}  // namespace duizhao
