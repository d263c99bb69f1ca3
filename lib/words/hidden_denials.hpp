// Words that deny without a word of denial: data/rules/*-hidden-denials.txt.
#pragma once

#include <string_view>

namespace duizhao::words {

/// Whether an English word in lower case denies something, or stands where Chinese denies: fail,
/// without, lest, endless.
bool hides_english_denial(std::string_view word);

/// Whether a Chinese text holds such a word: 拒绝, 避免.
bool hides_chinese_denial(std::string_view text);

}  // namespace duizhao::words
