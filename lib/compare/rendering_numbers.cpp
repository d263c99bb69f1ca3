// Numbers of which a text and its rendering have other ones: each faces one that nothing else on
// its side explains.
#include <algorithm>
#include <string_view>

#include "compare/rendering_sides.hpp"
#include "mentions/approximation.hpp"

namespace duizhao::compare {
namespace {

class Numbers {
 public:
  Numbers(const RenderingSides& sides, const std::vector<Quantity>& in_chinese,
          const std::vector<Quantity>& in_english)
      : sides_(sides), in_chinese_(in_chinese), in_english_(in_english) {}

  std::vector<RenderingDifference> run() {
    compare_numbers();
    return std::move(found_);
  }

 private:
  const RenderingSide& chinese() const { return sides_.chinese; }
  const RenderingSide& english() const { return sides_.english; }

  /// Also of another kind: 19th and 十九, and the 10 that an excerpt leaves of 10 percent.
  static bool same_value(const Quantity& left, const Quantity& right) {
    return (left.low == right.low && left.high == right.high) || agree(left, right);
  }

  /// A year without a word that says so.
  static bool may_be_year(const Quantity& quantity) {
    constexpr double kFirst = 1500, kLast = 2100;
    return quantity.kind == QuantityKind::number && quantity.low == quantity.high &&
           quantity.low >= kFirst && quantity.low <= kLast;
  }

  /// Those of one side that none of the other side agrees with.
  static std::vector<Quantity> unmatched(const std::vector<Quantity>& own,
                                         const std::vector<Quantity>& others) {
    std::vector<Quantity> rest;
    for (const Quantity& each : own) {
      const bool met = std::ranges::any_of(
          others, [&](const Quantity& other) { return same_value(each, other); });
      if (!met) rest.push_back(each);
    }
    return rest;
  }

  static bool is_date(QuantityKind kind) {
    return kind == QuantityKind::month || kind == QuantityKind::date ||
           kind == QuantityKind::year || kind == QuantityKind::decade;
  }

  /// Whether a quantity's words are linked with those of one on the other side.
  bool are_linked(const Quantity& own, const Quantity& other) const {
    for (std::size_t zh = 0; zh < chinese().tokens.size(); ++zh) {
      if (!chinese().tokens[zh].range.overlaps(own.range)) continue;
      for (const auto& [en, probability] : chinese().links[zh]) {
        if (english().tokens[en].range.overlaps(other.range)) return true;
      }
    }
    return false;
  }

  void compare_numbers() {
    const auto rest = unmatched(in_chinese_, in_english_);
    for (const Quantity& own : unmatched(in_english_, in_chinese_)) {
      const std::string_view words =
          std::string_view(english().text).substr(own.range.begin, own.range.size());
      // What a word counts (a couple, once) may be put in other words; thirty may not.
      constexpr double kSmall = 12;
      const bool in_figures = words.find_first_of("0123456789") != std::string_view::npos;
      const bool exact = own.low == own.high && own.low > kSmall;
      if (!in_figures && !exact) continue;
      if (mentions::figures_stand_in(english().text, own.range, chinese().text)) continue;
      for (const Quantity& other : rest) {
        const bool comparable =
            own.kind == other.kind || (!is_date(own.kind) && !is_date(other.kind)) ||
            own.kind == QuantityKind::number || other.kind == QuantityKind::number;
        const bool linked = are_linked(other, own);
        const bool alike =
            own.kind == other.kind || (may_be_year(own) && other.kind == QuantityKind::year);
        const bool only = in_figures && rest.size() == 1 && alike;
        if (!comparable || !(linked || only)) continue;
        constexpr double kSure = 0.95, kLikely = 0.85;
        found_.push_back({VariationKind::number, linked ? kSure : kLikely, other.range, own.range});
        break;
      }
    }
  }

  const RenderingSides& sides_;
  const std::vector<Quantity>& in_chinese_;
  const std::vector<Quantity>& in_english_;
  std::vector<RenderingDifference> found_;
};

}  // namespace

std::vector<RenderingDifference> number_differences(const RenderingSides& sides,
                                                    const std::vector<Quantity>& in_chinese,
                                                    const std::vector<Quantity>& in_english) {
  return Numbers(sides, in_chinese, in_english).run();
}

}  // namespace duizhao::compare
