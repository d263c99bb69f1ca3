// Syllables of pinyin without tones.
#pragma once

#include <map>
#include <memory>
#include <mutex>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace duizhao {
class Lexicon;
}

namespace duizhao::mentions {

using Syllables = std::vector<std::string>;

/// How characters are read as surnames, by ICU's Han-Latin/Names rules. Asks ICU once for each
/// character: its rules take a tenth of a second to set up, which waits until they are needed.
/// Threads may share one.
class SurnameReadings {
 public:
  SurnameReadings();
  ~SurnameReadings();
  SurnameReadings(const SurnameReadings&) = delete;
  SurnameReadings& operator=(const SurnameReadings&) = delete;

  /// The toneless reading of a common ideograph (U+4E00 to U+9FA5); empty for other characters.
  std::string of(std::string_view character) const;

 private:
  struct Rules;

  mutable std::mutex mutex_;
  mutable std::unique_ptr<Rules> rules_;
  mutable std::map<std::string, std::string, std::less<>> known_;
};

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
  SurnameReadings surnames_;
  std::set<std::string_view> syllables_;
};

}  // namespace duizhao::mentions
