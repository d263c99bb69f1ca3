// Sentences cut into the words that the model compares.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "lexicon/words.hpp"
#include "segment/icu_breaks.hpp"

namespace duizhao::lexicon {
class Tables;
}

namespace duizhao::words {

/// Cuts sentences of one language: Chinese into headwords, English into stems, other languages into
/// words by ICU, in lower case and stemmed where Snowball knows the language. The marks ? ! " : ; (
/// are words of their own, the same in every language. Not thread-safe.
class Tokenizer {
 public:
  /// `tables` may be null; `extra` counts as Chinese headwords.
  Tokenizer(const std::string& language, const lexicon::Tables* tables,
            lexicon::ExtraWords extra = {});
  ~Tokenizer();
  Tokenizer(const Tokenizer&) = delete;
  Tokenizer& operator=(const Tokenizer&) = delete;

  /// The words in the order of the sentence, then its marks.
  std::vector<lexicon::Word> words(std::string_view sentence);

  /// The form of a single word: a stem.
  std::string form(const std::string& word);

  const std::string& language() const { return language_; }

  /// Whether a word is a mark. What one looks like is kMark and an ASCII character.
  static bool is_mark(std::string_view word) { return word.front() == kMark; }

 private:
  static constexpr char kMark = '\x01';  // so that no word is taken for a mark

  static void add_marks(std::string_view sentence, std::vector<lexicon::Word>& words);

  std::string language_;
  const lexicon::Tables* tables_;
  lexicon::ExtraWords extra_;
  std::unique_ptr<lexicon::Stemmer> stemmer_;   // null for languages without one
  std::unique_ptr<segment::WordFinder> words_;  // null for languages with rules of our own
};

}  // namespace duizhao::words
