// Syllables of pinyin without tones.
#pragma once

#include <memory>
#include <mutex>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace duizhao {
class Lexicon;
}

namespace duizhao::mentions {

using Syllables = std::vector<std::string>;

/// Readings of characters and splittings of words. Threads may share one.
class Pinyin {
 public:
  /// `lexicon` must stay alive.
  explicit Pinyin(const Lexicon& lexicon);
  ~Pinyin();
  Pinyin(const Pinyin&) = delete;
  Pinyin& operator=(const Pinyin&) = delete;

  /// The toneless readings of a character, by the lexicon and as a surname: `hang`, `xing` of 行.
  /// Empty for others than Han. Remembered: stays where it is.
  const std::set<std::string>& readings(std::string_view character) const;

  /// The splittings of a word in lower case into at most `most` syllables, fewest first.
  std::vector<Syllables> split(std::string_view word, std::size_t most) const;

 private:
  void split_rest(std::string_view rest, std::size_t most, Syllables& so_far,
                  std::vector<Syllables>& found) const;

  struct SurnameRules;
  std::string surname(char32_t character) const;

  const Lexicon& lexicon_;
  std::set<std::string_view> syllables_;
  mutable std::mutex mutex_;  // of what follows
  mutable std::unique_ptr<SurnameRules> surname_rules_;
  mutable std::unordered_map<char32_t, std::set<std::string>> readings_;
};

}  // namespace duizhao::mentions
