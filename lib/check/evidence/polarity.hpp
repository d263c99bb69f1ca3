// Where texts deny something.
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "check/engine/context.hpp"
#include "lexicon/words.hpp"

namespace duizhao::check {

/// A word that denies and nothing else: 不, 没有, not, never.
struct Denial {
  std::size_t word;                  ///< index into the side's words
  std::optional<std::size_t> scope;  ///< the word with meaning that it denies: the next one, or its
                                     ///< own word where it is part of one (不支持)
};

/// Finds what denies. Not thread-safe.
class Polarity {
 public:
  /// `tables` may be null and must stay alive.
  explicit Polarity(const lexicon::Tables* tables);

  /// Of a Chinese side. A不A questions, double negations (不得不), idioms and words that only look
  /// like denials (不过, 非常) do not count.
  static std::vector<Denial> chinese_denials(const Side& side);

  /// Of an English side. Set phrases (not only, no doubt, no matter) do not count.
  static std::vector<Denial> english_denials(const Side& side);

  /// Whether a word of an English side hides a denial: lack, unless, hardly, unhappy, useless.
  bool hides_english_denial(std::string_view word);

  /// What a word denies by its prefix: reliable of unreliable, if the lexicon knows it.
  std::optional<std::size_t> denied_stem(std::string_view word);

 private:
  const lexicon::Tables* tables_;
  std::unique_ptr<lexicon::Stemmer> stemmer_;
};

}  // namespace duizhao::check
