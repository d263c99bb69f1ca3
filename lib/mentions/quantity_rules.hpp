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
  std::optional<Quantity> fraction(const Match& match) const;
  std::optional<Quantity> date(const Match& match) const;
  std::optional<Quantity> open(const Match& match) const;
  std::optional<Quantity> counted(const Match& match) const;
  std::optional<double> number(std::string_view text, std::string_view scale) const;

  const Numerals& numerals_;
  Regex regex_;
};

/// What is above a number that goes on: 200 to 300 for 二百多 and 200+, one step of its last
/// figure.
Value and_more(double value);

}  // namespace duizhao::mentions
