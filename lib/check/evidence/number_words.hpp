// What stands for a number without being one: words, other units, other ways to count.
#pragma once

#include <string_view>

#include "check/evidence/word_search.hpp"
#include "duizhao/mentions/quantities.hpp"

namespace duizhao::check {

/// Whether a quantity of Chinese text is said in words of the English: century, both, Wednesday.
bool is_in_english_words(const Quantity& quantity, std::string_view chinese,
                         const WordSearch& english);

/// Whether one of English text is said in words of the Chinese: 双, 半, 世纪.
bool is_in_chinese_words(const Quantity& quantity, std::string_view english,
                         std::string_view chinese);

/// Whether a unit stands behind it that translations convert: 里 to miles, 斤 to pounds.
bool is_measured(std::string_view text, const Quantity& quantity, bool chinese);

/// 八折 is 20 per cent off: what is left and what is taken off are one together.
bool is_discount(std::string_view chinese, const Quantity& left, const Quantity& off);

/// Whether a year is counted from the beginning of a reign: 光绪二十四年.
bool is_reign(std::string_view chinese, const Quantity& quantity);

/// 一年半 is eighteen months.
bool is_in_months(std::string_view chinese, const Quantity& years, const Quantity& months,
                  const WordSearch& words);

/// 15:40 is 3:40 p.m., 零点 twelve a.m.
bool is_clock(const Quantity& chinese, const Quantity& english, const WordSearch& words);

}  // namespace duizhao::check
