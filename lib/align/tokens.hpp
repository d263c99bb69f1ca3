// Sentences as numbers.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace duizhao::lexicon {
class Tables;
}

namespace duizhao::align {

/// The sentences of one side, as lists of word numbers. Words are Chinese headwords, English stems
/// or plain words; the marks ? ! " : ; ( take part as words of their own.
class Tokens {
 public:
  /// `tables` may be null.
  Tokens(const std::vector<std::string>& sentences, const std::string& language,
         const lexicon::Tables* tables);

  std::size_t sentence_count() const { return sentences_.size(); }
  const std::vector<std::uint32_t>& sentence(std::size_t index) const { return sentences_[index]; }

  const std::vector<std::string>& vocabulary() const { return vocabulary_; }
  std::size_t occurrences(std::uint32_t word) const { return occurrences_[word]; }

  /// Whether a word is a mark.
  bool is_mark(std::uint32_t word) const { return vocabulary_[word].front() == kMark; }

  /// The number of a word; npos if the side has no such word.
  std::uint32_t find(const std::string& word) const;
  static constexpr std::uint32_t npos = static_cast<std::uint32_t>(-1);

  /// Code points of sentence `index`, white space not counted in Chinese and Japanese.
  std::size_t length(std::size_t index) const { return lengths_[index]; }

  const std::string& language() const { return language_; }

 private:
  static constexpr char kMark = '\x01';  // before a mark, so that no word is taken for it

  std::uint32_t number(const std::string& word);

  std::string language_;
  std::vector<std::vector<std::uint32_t>> sentences_;
  std::vector<std::size_t> lengths_;
  std::vector<std::string> vocabulary_;
  std::vector<std::size_t> occurrences_;
  std::unordered_map<std::string, std::uint32_t> numbers_;
};

}  // namespace duizhao::align
