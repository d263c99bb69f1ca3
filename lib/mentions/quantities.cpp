#include "duizhao/mentions/quantities.hpp"

#include <algorithm>

#include "mentions/quantity_rules.hpp"

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
         pair(QuantityKind::number, QuantityKind::ratio);
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
  }
  return {};
}

bool agree(const Quantity& left, const Quantity& right) {
  constexpr double kRounding = 1e-9;
  if (!may_stand_for(left.kind, right.kind)) return false;
  if (!left.currency.empty() && !right.currency.empty() && left.currency != right.currency) {
    return false;
  }
  const double slack = kRounding * std::max(left.high, right.high);
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

std::vector<Quantity> QuantityFinder::find(std::string_view text,
                                           const std::string& language) const {
  return language == "zh" ? state_->chinese.find(text) : state_->english.find(text);
}

}  // namespace duizhao
