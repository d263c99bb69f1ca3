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

/// A word of a side; marks are none. It knows the tokens that its number counts in, so that it
/// cannot be looked up in those of another side. They must stay alive.
class Word {
 public:
  Word(const Tokens& tokens, std::uint32_t number, ByteRange bytes)
      : range(bytes), tokens_(&tokens), number_(number) {}

  ByteRange range;  ///< bytes of the side's text

  const std::string& text() const { return tokens_->vocabulary()[number_]; }
  const Tokens& tokens() const { return *tokens_; }
  std::uint32_t number() const { return number_; }

 private:
  const Tokens* tokens_;
  std::uint32_t number_;
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
