// The punctuation of sentences, Chinese and English.
#pragma once

#include <cstddef>
#include <string_view>

namespace duizhao::text {

bool is_wide_stop(char32_t code_point);  ///< 。！？
bool is_ellipsis(char32_t code_point);   ///< … ⋯
bool is_semicolon(char32_t code_point);
bool is_dash(char32_t code_point);  ///< — – ― ─, not the hyphen
bool is_superscript(char32_t code_point);

/// The half-width form of a full-width or Chinese mark, letter or digit; 0 for others.
char32_t half_width(char32_t code_point);

/// What may end a sentence, semicolons not counted.
bool is_stop(char32_t code_point);

/// Whether the last mark of a text, closing quotation marks and spaces aside, is a question mark.
bool ends_in_question(std::string_view text);

/// Marks after which a sentence goes on, whatever stop stood before them.
bool continues_sentence(char32_t code_point);

/// Marks that introduce a quotation: 他说：“…” — He said, “…”
bool introduces_quotation(char32_t code_point);

/// The size in bytes of a footnote mark at `offset`: [3], [12, 13], [a], [note 1], ［1］, 〔1〕,
/// 【1】, [注1], ①; 0 if there is none.
std::size_t footnote_size(std::string_view text, std::size_t offset);

}  // namespace duizhao::text
