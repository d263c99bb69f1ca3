// Text cut into the words that the lexicon knows.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "duizhao/text/byte_range.hpp"

struct sb_stemmer;

namespace duizhao::lexicon {

class Tables;

/// A word of a text: its form in the lexicon, and where it stands.
struct Word {
  std::string text;
  ByteRange range;
};

/// Words that count as headwords beside those of the lexicon, and before them. In simplified
/// characters.
using ExtraWords = std::set<std::string, std::less<>>;

/// The words of a text in lower case: runs of letters, with an apostrophe inside (don't), and
/// numbers (1,000 without its commas). Han characters are left out.
std::vector<Word> plain_words(std::string_view text);

/// Chinese text, simplified or traditional, cut into headwords in simplified characters, fewest
/// first, then longest first; Latin words and numbers whole. Without tables, single characters.
std::vector<Word> chinese_words(const Tables* tables, std::string_view text,
                                const ExtraWords& extra = {});

/// Stems of words by Snowball. Not thread-safe: one for each thread.
class Stemmer {
 public:
  /// The base of an irregular form (go for went), nothing for other words.
  using BaseForm = std::function<std::optional<std::string>(std::string_view)>;

  /// A stemmer for a language (ISO 639), English with the irregular forms of `tables`, which may be
  /// null and must stay alive; null for languages that Snowball does not know.
  static std::unique_ptr<Stemmer> for_language(const std::string& language, const Tables* tables);

  explicit Stemmer(BaseForm base_form, const char* language = "english");
  ~Stemmer();
  Stemmer(const Stemmer&) = delete;
  Stemmer& operator=(const Stemmer&) = delete;

  /// The stem of a word in lower case.
  const std::string& stem(const std::string& word);

 private:
  Stemmer(BaseForm base_form, sb_stemmer* stemmer);

  BaseForm base_form_;
  sb_stemmer* stemmer_;
  std::unordered_map<std::string, std::string> known_;
};

/// The stems of an English text's words. n't becomes "not", 's is dropped.
std::vector<Word> english_words(Stemmer& stemmer, std::string_view text);

}  // namespace duizhao::lexicon
