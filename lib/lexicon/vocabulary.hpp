// The words of quotes and passages by number.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "lexicon/tables.hpp"
#include "lexicon/words.hpp"

namespace duizhao::lexicon {

using WordId = std::uint32_t;

/// The words of one language that some documents have: English stems, or Chinese headwords in
/// simplified characters. Counts how often each occurs.
class Vocabulary {
 public:
  static constexpr WordId kUnknown = ~WordId{0};

  /// `tables` may be null and must stay alive.
  Vocabulary(bool chinese, const lexicon::Tables* tables);

  /// The words that another one had, and how often each occurred. Throws Error (content) if there
  /// are more of the one than of the other, or two are equal.
  Vocabulary(bool chinese, const lexicon::Tables* tables, const std::vector<std::string>& texts,
             std::span<const std::uint64_t> counts);

  bool is_chinese() const { return chinese_; }

  /// Cuts a text and adds its words.
  void add(std::string_view text, std::vector<WordId>& words);

  /// The first words of a text, at most `most`; those that the documents do not have get numbers
  /// from size() on, in the order of `unknown`, which takes them up and is empty before.
  std::vector<WordId> words_of(std::string_view text, std::size_t most,
                               std::vector<std::string>& unknown) const;

  std::size_t size() const { return texts_.size(); }
  const std::string& text(WordId word) const { return texts_[word]; }
  std::size_t count(WordId word) const { return counts_[word]; }
  const std::vector<std::string>& texts() const { return texts_; }
  std::span<const std::uint64_t> counts() const { return counts_; }
  std::size_t total() const { return total_; }
  WordId find(std::string_view word) const;

  /// Words that begin with the same kFamilyPrefix letters.
  std::span<const WordId> family(std::string_view word) const;

 private:
  void append(const std::string& text, std::uint64_t count);
  std::vector<std::string> cut(std::string_view text, lexicon::Stemmer* stemmer) const;

  bool chinese_;
  const lexicon::Tables* tables_;
  std::unique_ptr<lexicon::Stemmer> stemmer_;  // English; remembers what it has seen
  std::unordered_map<std::string, WordId> numbers_;
  std::vector<std::string> texts_;
  std::vector<std::uint64_t> counts_;
  std::unordered_map<std::string, std::vector<WordId>> families_;  // by their first letters
  std::size_t total_ = 0;
};

}  // namespace duizhao::lexicon
