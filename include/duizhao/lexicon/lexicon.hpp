// Weighted Chinese-English word correspondences.
#pragma once

#include <cstddef>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "duizhao/text/export.hpp"

namespace duizhao {

namespace lexicon {
class Tables;
}

/// A word of the other language and how likely it is.
struct Translation {
  std::string word = {};   ///< in the other language
  double probability = 0;  ///< 0 to 1
};

/// A shared handle to an immutable lexicon: copies are cheap, and threads may share one.
///
/// The shipped lexicon is compiled from CC-CEDICT (data/README.md). English words are kept as stems
/// (Snowball's English stemmer, irregular forms mapped to their base first), Chinese words in
/// simplified characters. p(e | z) comes from the glosses of z, mixed with p(e | character) learned
/// from all entries by IBM Model 1 (Brown et al. 1993), so that words which are no headwords have
/// translations too.
class DUIZHAO_EXPORT Lexicon {
 public:
  /// An empty lexicon: it knows no word.
  Lexicon();

  /// The lexicon that ships with the library, found without any setting: in share/duizhao beside
  /// the shared library or the running program, or, for programs that are linked statically and lie
  /// anywhere, in the installation or source tree that `header` is a header of: the one that the
  /// caller was compiled with. Read and checked whole: some milliseconds. Throws Error (io) if it
  /// is nowhere, naming the places, (format) if it is damaged.
  static Lexicon load_default(std::string_view header = __FILE__);

  /// A lexicon compiled by the program in data/lexicon/. Throws Error (io, format).
  static Lexicon load(const std::filesystem::path& path);

  /// The same from the bytes of such a file, which are kept. `name` is used in messages. Throws
  /// Error (format).
  static Lexicon parse(std::string bytes, const std::string& name);

  /// Whether it knows no word.
  bool empty() const { return !tables_; }

  /// The number of Chinese headwords.
  std::size_t size() const;

  /// Whether a Chinese word is a headword.
  bool contains(std::string_view chinese_word) const;

  /// The readings of a headword in pinyin, a tone number after each syllable ("yin2 hang2"); names
  /// begin with capitals, ü is written u:. Empty for other words.
  std::vector<std::string> readings(std::string_view chinese_word) const;

  /// How often a headword occurs in the corpus of jieba's dictionary, about 60 million words; 0 for
  /// words that are not in it.
  std::size_t frequency(std::string_view chinese_word) const;

  /// Chinese text cut into words: fewest headwords, longest first on ties; Latin words and numbers
  /// whole, in lower case; punctuation left out. Linear.
  std::vector<std::string> chinese_words(std::string_view text) const;

  /// The stems of the words of an English text, in order; punctuation left out. Linear.
  std::vector<std::string> english_stems(std::string_view text) const;

  /// What a Chinese word is in English, likeliest first, at most `limit`; each stem is shown by its
  /// commonest form in the glosses. The probabilities of all of them sum to at most 1. Words that
  /// are no headwords are known by their characters.
  std::vector<Translation> english_for(std::string_view chinese_word, std::size_t limit = 20) const;

  /// The Chinese headwords that an English word may stand for, likeliest first, at most `limit`:
  /// p(z | e), in proportion to p(e | z) and to the square root of how often z is used; 1 in all.
  /// Scans the lexicon: about a millisecond.
  std::vector<Translation> chinese_for(std::string_view english_word, std::size_t limit = 20) const;

  /// The tables behind it, for the library's own modules; null if empty.
  const lexicon::Tables* tables() const { return tables_.get(); }

 private:
  explicit Lexicon(std::shared_ptr<const lexicon::Tables> tables);

  /// The number of a headword, simplified or traditional.
  std::optional<std::size_t> find(std::string_view chinese_word) const;

  std::shared_ptr<const lexicon::Tables> tables_;
};

}  // namespace duizhao
