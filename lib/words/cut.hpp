// A text cut into words and marks.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "duizhao/text/byte_range.hpp"
#include "lexicon/tables.hpp"

namespace duizhao::words {

/// Cuts a text into words and marks, in order; white space and characters that nobody sees lie
/// between them or inside words.
///
/// Chinese is cut into the likeliest sequence of headwords by their frequencies (a unigram model);
/// a numeral keeps its scale and its year, month or day (250万, 5月), and the parts of a foreign
/// name stay together at their dots (阿什拉夫·哈尼). Other text is cut as the Penn Treebank does:
/// n't, 's, 're are words, hyphenated words and abbreviations are whole, every other mark is alone.
/// `chinese` says which of the two it is. `tables` may be null. Linear.
std::vector<ByteRange> cut_words(std::string_view text, bool chinese,
                                 const lexicon::Tables* tables);

}  // namespace duizhao::words
