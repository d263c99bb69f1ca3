// The grammars of quantities.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "duizhao/mentions/quantities.hpp"
#include "mentions/numerals.hpp"
#include "mentions/regex.hpp"

namespace duizhao::mentions {

/// 第三, 百分之五, 三成, 二百多万, 两三年, 5%-13%, 80后, 1月20日, 1000亿元, …
class ChineseQuantities {
 public:
  /// `numerals` must stay alive.
  explicit ChineseQuantities(const Numerals& numerals);

  std::vector<Quantity> find(std::string_view text) const;

 private:
  std::optional<Quantity> time(const Match& match) const;
  std::optional<Quantity> result(const Match& match) const;
  static std::optional<Quantity> compound(const Match& match);
  std::optional<Quantity> fraction(const Match& match) const;
  std::optional<Quantity> date(const Match& match) const;
  std::optional<Quantity> counted(const Match& match) const;
  /// What a number with its scale says; then with a second number and a half.
  std::optional<Value> first_value(const Match& match) const;
  std::optional<Value> value_of(const Match& match) const;

  const Numerals& numerals_;
  Regex regex_;
};

/// third, 5–13%, one-seventieth, 4x, $7 billion, the 1980s, July 17, dozens, …
class EnglishQuantities {
 public:
  /// `numerals` must stay alive.
  explicit EnglishQuantities(const Numerals& numerals);

  std::vector<Quantity> find(std::string_view text) const;

 private:
  std::optional<Quantity> read(std::string_view text, const Match& match) const;
  std::optional<Quantity> fraction(const Match& match) const;
  std::optional<Quantity> date(const Match& match) const;
  std::optional<Quantity> time(const Match& match) const;
  std::optional<Quantity> open(const Match& match) const;
  std::optional<Quantity> counted(std::string_view text, const Match& match) const;
  std::optional<double> number(std::string_view text, std::string_view scale) const;

  const Numerals& numerals_;
  Regex regex_;
};

/// A quantity of one value.
Quantity exact(QuantityKind kind, double value);

/// A day of a month, or those from one to another.
Quantity date_of(double month, double day, std::optional<double> last_day = {});

/// A time of day, its half left out; what is none, such as 70:15, equals no time.
Quantity time_of_day(double hour, double minute);

/// The figures of a match, whichever comes first.
Quantity score(double one, double other);

/// What is above a number that goes on: 200 to 300 for 二百多 and 200+, one step of its last
/// figure.
Value and_more(double value);

}  // namespace duizhao::mentions
