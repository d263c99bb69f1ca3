// How likely words are by chance.
#pragma once

#include <vector>

#include "words/tokens.hpp"

namespace duizhao::words {

/// p(word) of each word of a text: how often it occurs there, mixed with how often it occurs in
/// general, which counts the more the shorter the text is. English and Chinese by the lexicon,
/// other languages by the text alone. Positive. `tables` may be null.
std::vector<double> background_of(const Tokens& side, const lexicon::Tables* tables);

}  // namespace duizhao::words
