// Which words of a pair stand for each other.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "duizhao/lexicon/lexicon.hpp"
#include "duizhao/text/byte_range.hpp"
#include "words/lexical_model.hpp"

namespace duizhao::words {

/// A word of a side; marks are none.
struct Word {
  std::uint32_t number;  ///< in the side's Tokens
  ByteRange range;       ///< bytes of the side's text
};

/// Two words that may stand for each other: indices into the sides' words.
struct Link {
  std::size_t chinese;
  std::size_t english;
  double strength;  ///< 0 to 1: how likely the one renders the other
};

/// The links of a Chinese and an English side, by Chinese word. `direction` is how Chinese words
/// explain English ones. Costs the words and the entries of their rows.
std::vector<Link> find_links(const words::Direction& direction, const std::vector<Word>& chinese,
                             const std::vector<Word>& english);

/// How likely a stem of the lexicon renders a Chinese word, 0 to 1. `tables` may be null.
double rendering_strength(const lexicon::Tables* tables, const std::string& chinese,
                          std::size_t stem);

/// Whether a Chinese word is a proper name and nothing else: the lexicon reads it with capitals.
bool is_proper_name(const Lexicon& lexicon, const std::string& chinese);

}  // namespace duizhao::words
