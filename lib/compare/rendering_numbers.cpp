// Numbers of which a text and its rendering have other ones: each faces one that nothing else on
// its side explains.
#include <algorithm>
#include <array>
#include <string_view>

#include "compare/rendering_sides.hpp"
#include "text/ascii.hpp"

namespace duizhao::compare {
namespace {

class Numbers {
 public:
  explicit Numbers(const RenderingSides& sides, const QuantityFinder& finder)
      : sides_(sides), finder_(finder) {}

  std::vector<RenderingDifference> run() {
    compare_clocks();
    compare_scores();
    compare_numbers();
    return std::move(found_);
  }

 private:
  const RenderingSide& chinese() const { return sides_.chinese; }
  const RenderingSide& english() const { return sides_.english; }

  /// Also of another kind: 19th and 十九, and the 10 that an excerpt leaves of 10 percent.
  static bool same_value(const Quantity& left, const Quantity& right) {
    if (left.low == right.low && left.high == right.high) return true;
    const bool ranges = left.low != left.high && right.low != right.high;
    if (ranges && (left.low != right.low || left.high != right.high)) return false;
    return agree(left, right);
  }

  /// A time of day, the hour of twelve.
  struct Clock {
    ByteRange range;
    int hour;
    int minute;
  };

  static std::vector<Clock> clocks_in(std::string_view text) {
    std::vector<Clock> clocks;
    const auto figure = [&](std::size_t at) {
      return at < text.size() && text::is_ascii_digit(text[at]);
    };
    for (std::size_t at = 0; at < text.size(); ++at) {
      if (!figure(at) || (at > 0 && (figure(at - 1) || text[at - 1] == ':'))) continue;
      std::size_t end = at;
      int hour = 0;
      while (figure(end)) hour = 10 * hour + (text[end++] - '0');
      constexpr std::string_view kWide = "：";
      const std::string_view behind = text.substr(end);
      const std::size_t mark = behind.starts_with(':')     ? 1
                               : behind.starts_with(kWide) ? kWide.size()
                               : behind.starts_with('.')   ? 1
                                                           : 0;
      const std::size_t minutes = end + mark;
      const std::size_t last = minutes + 2;
      if (mark == 0 || hour > 24 || !figure(minutes) || !figure(minutes + 1) || figure(last))
        continue;
      const std::string_view half = text.substr(std::min(last, text.size()), 2);
      if (behind.starts_with('.') && half != "am" && half != "pm") continue;
      const int minute = 10 * (text[minutes] - '0') + (text[minutes + 1] - '0');
      clocks.push_back({{at, last}, hour % 12, minute});
      at = last;
    }
    return clocks;
  }

  /// The one time of day that each text has.
  void compare_clocks() {
    constexpr double kSure = 0.95;
    const auto own = clocks_in(chinese().text);
    const auto other = clocks_in(english().text);
    if (own.size() != 1 || other.size() != 1) return;
    if (own[0].hour == other[0].hour && own[0].minute == other[0].minute) return;
    found_.push_back({VariationKind::number, kSure, own[0].range, other[0].range});
  }

  /// The figures of a match: 3-1, 3:1, 3比1.
  struct Score {
    ByteRange range;
    std::pair<int, int> figures;  // the lower one first: either side may be named first
  };

  /// Without those that are times of day, dates or parts of longer rows.
  static std::vector<Score> scores_in(std::string_view text) {
    constexpr std::size_t kMostFigures = 3;
    constexpr std::array<std::string_view, 6> kMarks = {"-", "–", "—", ":", "：", "比"};
    const auto clocks = clocks_in(text);
    std::vector<Score> scores;
    std::size_t at = 0;
    const auto figures = [&]() -> std::optional<int> {
      int value = 0;
      const std::size_t begin = at;
      while (at < text.size() && text::is_ascii_digit(text[at]) && at - begin <= kMostFigures) {
        value = 10 * value + (text[at++] - '0');
      }
      const bool whole = at == text.size() || !text::is_ascii_digit(text[at]);
      return at > begin && at - begin <= kMostFigures && whole ? std::optional(value)
                                                               : std::nullopt;
    };
    const auto behind_spaces = [&](std::size_t from) {
      while (from < text.size() && text[from] == ' ') ++from;
      return from;
    };
    const auto mark = [&] {
      const std::size_t begin = behind_spaces(at);
      const auto found = std::ranges::find_if(
          kMarks, [&](std::string_view each) { return text.substr(begin).starts_with(each); });
      if (found != kMarks.end()) at = behind_spaces(begin + found->size());
      return found != kMarks.end();
    };
    while (at < text.size()) {
      if (!text::is_ascii_digit(text[at])) {
        ++at;
        continue;
      }
      const std::size_t begin = at;
      std::vector<int> row;
      std::size_t end = at;
      while (const auto value = figures()) {
        row.push_back(*value);
        end = at;
        if (!mark()) break;
      }
      const bool is_clock = std::ranges::any_of(
          clocks, [&](const Clock& clock) { return clock.range.begin == begin; });
      if (row.size() == 2 && end == at && !is_clock) {
        scores.push_back({{begin, end}, std::minmax(row[0], row[1])});
      }
      at = std::max(at, end);
      while (at < text.size() && text::is_ascii_digit(text[at])) ++at;
    }
    return scores;
  }

  /// The one score of each text that the other lacks.
  void compare_scores() {
    constexpr double kSure = 0.95;
    const auto own = scores_in(chinese().text);
    const auto other = scores_in(english().text);
    const auto lacking = [](const std::vector<Score>& all, const std::vector<Score>& others) {
      std::vector<Score> rest;
      for (const Score& each : all) {
        if (std::ranges::find(others, each.figures, &Score::figures) == others.end()) {
          rest.push_back(each);
        }
      }
      return rest;
    };
    const auto in_chinese = lacking(own, other);
    const auto in_english = lacking(other, own);
    if (in_chinese.size() != 1 || in_english.size() != 1) return;
    found_.push_back({VariationKind::number, kSure, in_chinese[0].range, in_english[0].range});
  }

  /// A year without a word that says so.
  static bool may_be_year(const Quantity& quantity) {
    constexpr double kFirst = 1500, kLast = 2100;
    return quantity.kind == QuantityKind::number && quantity.low == quantity.high &&
           quantity.low >= kFirst && quantity.low <= kLast;
  }

  /// Whether a number is a part of 7:55 or 7.55am.
  static bool is_of_a_clock(std::string_view text, const Quantity& quantity) {
    const std::string_view behind = text.substr(quantity.range.end);
    const std::string_view before = text.substr(0, quantity.range.begin);
    for (const std::string_view mark : {":", "："}) {
      const bool hours = behind.starts_with(mark) && behind.size() > mark.size() &&
                         text::is_ascii_digit(behind[mark.size()]);
      const bool minutes = before.ends_with(mark) && before.size() > mark.size() &&
                           text::is_ascii_digit(before[before.size() - mark.size() - 1]);
      if (hours || minutes) return true;
    }
    return behind.starts_with("am") || behind.starts_with("pm");
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
    const auto in_chinese = finder_.find(chinese().text, "zh");
    const auto in_english = finder_.find(english().text, "en");
    auto rest = unmatched(in_chinese, in_english);
    std::erase_if(rest, [&](const Quantity& each) { return is_of_a_clock(chinese().text, each); });
    for (const Quantity& own : unmatched(in_english, in_chinese)) {
      const std::string_view words =
          std::string_view(english().text).substr(own.range.begin, own.range.size());
      // 220 2/3 is read in parts.
      if (words.find('/') != std::string_view::npos || is_of_a_clock(english().text, own)) continue;
      // What a word counts (a couple, once) may be put in other words; thirty may not.
      constexpr double kSmall = 12;
      const bool in_figures = words.find_first_of("0123456789") != std::string_view::npos;
      const bool exact = own.low == own.high && own.low > kSmall;
      if (!in_figures && !exact) continue;
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
  const QuantityFinder& finder_;
  std::vector<RenderingDifference> found_;
};

}  // namespace

std::vector<RenderingDifference> number_differences(const RenderingSides& sides,
                                                    const QuantityFinder& finder) {
  return Numbers(sides, finder).run();
}

}  // namespace duizhao::compare
