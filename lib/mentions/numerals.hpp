// Numbers in words and digits.
#pragma once

#include <unicode/rbnf.h>

#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>

namespace duizhao::mentions {

/// A number or the range of numbers that words leave open.
struct Value {
  double low;
  double high;

  static Value exact(double value) { return {value, value}; }
  Value scaled(double factor) const { return {low * factor, high * factor}; }
};

/// Reads numerals by ICU's number rules where these are reliable, and makes sure that they read all
/// of a numeral: they stop silently at what they do not know. Shared by threads, which wait for
/// each other at ICU's rules: these keep state while they parse.
class Numerals {
 public:
  Numerals();

  /// A Chinese numeral: 三十, 两百, 一千亿, 二〇二四, 三点五, 百, 1.5亿, 三四十, 十五六, 几十,
  /// 数百, 十几, 半.
  std::optional<Value> chinese(std::string_view numeral) const;

  /// An English cardinal in words: thirty-five, two hundred and five, a million, hundred, dozen.
  std::optional<double> english(std::string_view words) const;

 private:
  std::optional<double> parse(const icu::RuleBasedNumberFormat& rules,
                              const std::string& numeral) const;
  std::optional<double> chinese_word(const std::string& numeral) const;
  std::optional<Value> between(const std::string& low, const std::string& high) const;

  mutable std::mutex parsing_;  // guards both rules
  std::unique_ptr<icu::RuleBasedNumberFormat> chinese_rules_;
  std::unique_ptr<icu::RuleBasedNumberFormat> english_rules_;
};

/// 10,000 or ３．５ as a number; nothing for other text.
std::optional<double> digits(std::string_view text);

}  // namespace duizhao::mentions
