// The quantities that a sentence mentions, as values.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "duizhao/text/byte_range.hpp"
#include "duizhao/text/export.hpp"

namespace duizhao {

/// What a quantity measures.
enum class QuantityKind {
  number,    ///< 三十, 10,000, thirty-five
  ordinal,   ///< 第三, third, 3rd
  ratio,     ///< 百分之五, 5%, 三成, 一半, one-seventieth: a share, .05
  multiple,  ///< 四倍, 4x, twice: 4
  money,     ///< 1元, $7 billion, with its currency
  year,      ///< 2015年, 2015
  decade,    ///< 80年代, 80后, 1980s: its first year, 1980
  month,     ///< 7月, July: 1 to 12
  date,      ///< 7月17日, July 17: 100 times the month plus the day
  time,      ///< 7:55, 3 p.m.: minutes since midnight or noon, 0 to 719; slips (70:15) more
  score,     ///< 3:1, 3比1, 1-0: `low` the lesser figure, `high` the greater one
};

/// The lower-case name of a kind.
DUIZHAO_EXPORT std::string_view name_of(QuantityKind kind);

/// A quantity in a text: a value, or a range of values where the words leave it open.
///
///     两三年       low 2, high 3        5–13%      low .05, high .13
///     二百多       low 200, high 300    dozens     low 24, high 99
struct Quantity {
  ByteRange range = {};                      ///< bytes of the text
  QuantityKind kind = QuantityKind::number;  ///< what it counts
  double low = 0;                            ///< its value, or the least that it may be
  double high = 0;            ///< not below `low`; equal to it where the text is exact
  std::string currency = {};  ///< ISO 4217 code of money, such as CNY; else empty
  bool both_ends = false;     ///< the text names both ends: 5 to 10, 5月5日至12日

  friend bool operator==(const Quantity&, const Quantity&) = default;
};

/// Whether two quantities can be renderings of each other: their values meet, and so do their
/// kinds. A year may be a bare number, and money may lack its currency on one side. Of two ranges
/// whose ends are named both ends are equal.
DUIZHAO_EXPORT bool agree(const Quantity& left, const Quantity& right);

/// Finds quantities in Chinese and English.
///
/// Spelled-out numbers are read by ICU's number rules; what these do not know is a grammar of our
/// own: digits with 万 and 亿, 几 多 余 半 成 折 倍 分之, neighbouring digits (两三年), decades,
/// dates, ranges, currencies, "4x", "one-seventieth", "a dozen". A bare 一 or "one" is an article
/// more often than a number and is left out, as are numerals inside ordinary words (一些, 万一).
///
/// Immutable, shared by threads; construction compiles rules, a few milliseconds.
class DUIZHAO_EXPORT QuantityFinder {
 public:
  QuantityFinder();
  ~QuantityFinder();
  QuantityFinder(QuantityFinder&&) noexcept;
  QuantityFinder& operator=(QuantityFinder&&) noexcept;

  /// The quantities of a text (UTF-8) in Chinese ("zh") or English (any other language), in order
  /// and disjoint. Linear.
  std::vector<Quantity> find(std::string_view text, const std::string& language) const;

 private:
  struct State;
  std::unique_ptr<const State> state_;
};

}  // namespace duizhao
