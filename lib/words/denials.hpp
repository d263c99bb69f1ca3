// Words that deny, and words that do so without a word of denial: data/rules/denials.txt,
// data/rules/*-hidden-denials.txt.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "duizhao/text/byte_range.hpp"

#include "lexicon/tables.hpp"
#include "lexicon/words.hpp"

namespace duizhao::words {

/// Whether a Chinese character denies by itself, and whether a text has one that does: 不, 没.
bool denies_by_character(std::string_view character);
bool has_denying_character(std::string_view chinese);

/// Whether a Chinese word is a plain denial: 不, 没有, 从未, 不支持; idioms (不见不散) and
/// potential complements (站不住) are none, and words that only look like denials may be among them
/// (不同).
bool is_plain_denial(std::string_view word);

/// Whether it says nothing else: 没有, 从来不.
bool is_whole_denial(std::string_view word);

/// Whether it is a plain denial and no affirmative word: 不, 没有, 从未; not 不同, not 特别.
bool denies_in_chinese(std::string_view word);

/// What may stand behind a verb and 不: 掉 of 逃不掉.
const std::set<std::string_view>& potential_complements();

/// Whether a Chinese word with a denying character denies nothing, or needs no denial in English.
bool is_affirmative(std::string_view word);

/// Whether an English word in lower case denies something, or stands where Chinese denies: fail,
/// without, lest, endless.
bool hides_english_denial(std::string_view word);

/// The places in an English text of phrases that look like denials and deny nothing that Chinese
/// would deny: not only, no doubt.
std::vector<ByteRange> set_phrases(std::string_view english);

/// The bytes of a prefix by which an English word in lower case may deny what follows it, by
/// data/rules/denials.txt; 0 without one. Only may: increased has one, too.
std::size_t denying_prefix(std::string_view word);

/// The stem of happy in unhappy, if the lexicon knows it: what an English word in lower case denies
/// by its prefix, those of data/rules/denials.txt.
std::optional<std::string> denied_base(const std::string& word, const lexicon::Tables& tables,
                                       lexicon::Stemmer& stemmer);

/// Whether a Chinese text holds such a word: 拒绝, 避免.
bool hides_chinese_denial(std::string_view text);

}  // namespace duizhao::words
