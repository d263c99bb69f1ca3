// What is known of single words before they are compared.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "lexicon/tables.hpp"
#include "lexicon/words.hpp"
#include "mentions/numerals.hpp"
#include "words/word_class.hpp"

namespace duizhao::words {

/// Probabilities by number, ascending.
using SparseRow = std::vector<std::pair<std::uint32_t, float>>;

/// The probability of a number in a row; 0 if it is not there. Logarithmic.
float value_at(const SparseRow& row, std::uint32_t number);

/// What both languages have in common.
struct WordFacts {
  std::string text;   ///< in lower case, simplified, without invisible characters
  std::string form;   ///< the text in American spelling, contractions in full
  std::string lemma;  ///< the stem of an English word, a Chinese word itself
  WordClass kind = WordClass::word;
  bool known = false;              ///< in the lexicon or of a closed class
  std::vector<double> values;      ///< numbers that it may mean
  double occurrences = 0;          ///< in the texts of the translation table
  float log_occurrences = 0;       ///< ln(1 + occurrences) / 10
  std::vector<std::string> parts;  ///< lemmas of the parts of a hyphenated word, two or more
};

struct EnglishFacts : WordFacts {
  std::vector<std::string> stems;      ///< it may be looked up by: its lemma, itself, its parts
  std::vector<std::uint32_t> numbers;  ///< of `stems` in the lexicon, those that it knows
  std::vector<std::uint32_t> counted;  ///< of `stems` in the translation table
  std::optional<std::uint32_t> lemma_number;  ///< of the lemma in the lexicon
  std::string letters;                        ///< a to z alone
  std::string skeleton;                       ///< its consonants
  std::optional<double> month;
};

struct ChineseFacts : WordFacts {
  SparseRow row;         ///< p(stem | word)
  float row_square = 0;  ///< the sum of its squares
  SparseRow links;       ///< counted links, by counted stem
  SparseRow part_row;    ///< the greatest p(stem | headword) of headwords inside it
  SparseRow part_links;  ///< the greatest share of links of headwords inside it
  std::vector<std::pair<std::string, float>> renderings;  ///< stems with their probability
  std::vector<std::string> spellings;                     ///< in pinyin, without tones
  std::vector<std::string> skeletons;                     ///< their consonants
  std::string unit;         ///< what stands behind its number: 月, 日
  float log_frequency = 0;  ///< ln(1 + how often it is in the corpus of the frequency list) / 10
  std::size_t length = 0;   ///< characters
};

/// The facts of the words of some texts, each word looked up once and remembered: references stay
/// valid until `forget`. For one thread.
class Facts {
 public:
  /// `tables` may be null; both must stay alive. `language` is that of words that are not Chinese:
  /// those of others than "en" have a stem at most.
  Facts(const lexicon::Tables* tables, const mentions::Numerals& numerals,
        const std::string& language = "en");

  const EnglishFacts& english(const std::string& text);
  const ChineseFacts& chinese(const std::string& text);

  /// Forgets all words if it knows very many.
  void forget();

  const lexicon::Tables* tables() const { return tables_; }

 private:
  std::string form_of(const std::string& word) const;
  std::string stem_of(const std::string& word) const;
  std::string american_spelling(const std::string& word) const;
  void add_lexicon(EnglishFacts& facts) const;
  void add_lexicon(ChineseFacts& facts) const;
  void add_parts(ChineseFacts& facts) const;
  void add_spellings(ChineseFacts& facts) const;
  void add_values(ChineseFacts& facts) const;
  SparseRow row_of(std::string_view word) const;

  const lexicon::Tables* tables_;
  const mentions::Numerals& numerals_;
  std::unique_ptr<lexicon::Stemmer> stemmer_;  // null for languages without one
  bool is_english_;
  std::unordered_map<std::string, EnglishFacts> english_;
  std::unordered_map<std::string, ChineseFacts> chinese_;
};

/// A word without the characters that nobody sees (U+00AD, U+200B, …), in lower case; of Chinese
/// in simplified characters. `tables` may be null.
std::string normal_form(std::string_view word, const lexicon::Tables* tables);

}  // namespace duizhao::words
