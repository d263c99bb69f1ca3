// Text cut into the words that the lexicon knows.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

struct sb_stemmer;

namespace duizhao::lexicon {

class Tables;

/// The words of a text in lower case: runs of letters, with an apostrophe inside (don't), and
/// numbers (1,000 without its commas). Han characters are left out.
std::vector<std::string> plain_words(std::string_view text);

/// Chinese text cut into headwords, fewest first, then longest first; Latin words and numbers
/// whole. Without tables, single characters.
std::vector<std::string> chinese_words(const Tables* tables, std::string_view text);

/// Stems of English words. Not thread-safe: one for each thread.
class EnglishStemmer {
 public:
  /// The base of an irregular form (go for went), nothing for other words.
  using BaseForm = std::function<std::optional<std::string>(std::string_view)>;

  explicit EnglishStemmer(BaseForm base_form);

  /// With the irregular forms of `tables`, which may be null and must stay alive.
  explicit EnglishStemmer(const Tables* tables);
  ~EnglishStemmer();
  EnglishStemmer(const EnglishStemmer&) = delete;
  EnglishStemmer& operator=(const EnglishStemmer&) = delete;

  /// The stem of a word in lower case.
  const std::string& stem(const std::string& word);

  /// The stems of a text's words. n't becomes "not", 's is dropped.
  std::vector<std::string> stems(std::string_view text);

 private:
  BaseForm base_form_;
  sb_stemmer* stemmer_;
  std::unordered_map<std::string, std::string> known_;
};

}  // namespace duizhao::lexicon
