// Syllables of pinyin without tones.
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace duizhao {
class Lexicon;
}

namespace duizhao::mentions {

using Syllables = std::vector<std::string>;

/// Readings of characters and splittings of words. Immutable.
class Pinyin {
 public:
  explicit Pinyin(const Lexicon& lexicon);

  /// The toneless readings of a character: `hang`, `xing` of 行. Empty for others than Han.
  std::set<std::string> readings(std::string_view character) const;

  /// The splittings of a word in lower case into at most `most` syllables, fewest first.
  std::vector<Syllables> split(std::string_view word, std::size_t most) const;

 private:
  void split_rest(std::string_view rest, std::size_t most, Syllables& so_far,
                  std::vector<Syllables>& found) const;

  const Lexicon& lexicon_;
  std::map<std::string, std::string, std::less<>> surnames_;  // by character, as ICU reads them
  std::set<std::string, std::less<>> syllables_;
};

}  // namespace duizhao::mentions
