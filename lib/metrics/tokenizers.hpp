// The tokenizers of mteval, sacrebleu and tercom: text in, text out, with spaces between tokens.
//
// Their rules are regular expressions that run one after another over the whole text; each is a
// function here. Punctuation and digits in them are ASCII.
#pragma once

#include <string>
#include <string_view>

#include "duizhao/metrics/bleu.hpp"
#include "duizhao/metrics/ter.hpp"

namespace duizhao::metrics {

/// For BLEU, of a text that the caller has trimmed on the right.
std::string tokenize(std::string_view text, BleuTokenizer tokenizer);

/// For TER, of such a text.
std::string tokenize(std::string_view text, const TerOptions& options);

}  // namespace duizhao::metrics
