// Sentences as numbers.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "words/tokenizer.hpp"

namespace duizhao::words {

/// The sentences of one side, as lists of word numbers.
class Tokens {
 public:
  /// Learns where the words are: the index of their sentence, their number, their bytes in it.
  using Listener = std::function<void(std::size_t, std::uint32_t, ByteRange)>;

  Tokens(const std::vector<std::string>& sentences, Tokenizer& tokenizer,
         const Listener& listener = {});

  /// Sentences [begin, end), with the words and numbers of the whole. Cost: their words.
  Tokens slice(std::size_t begin, std::size_t end) const;

  std::size_t sentence_count() const { return offsets_.size() - 1; }
  std::span<const std::uint32_t> sentence(std::size_t index) const {
    return sentences(index, index + 1);
  }

  /// The words of sentences [begin, end).
  std::span<const std::uint32_t> sentences(std::size_t begin, std::size_t end) const {
    return std::span(words_).subspan(offsets_[begin], offsets_[end] - offsets_[begin]);
  }

  /// How many words lie before sentence `index`, which may be sentence_count().
  std::size_t offset(std::size_t index) const { return offsets_[index]; }

  const std::vector<std::string>& vocabulary() const { return vocabulary_->texts; }
  std::size_t occurrences(std::uint32_t word) const { return vocabulary_->occurrences[word]; }

  /// Whether a word is a mark.
  bool is_mark(std::uint32_t word) const { return vocabulary_->is_mark[word]; }

  /// Whether a word is neither a mark nor, in English, one that carries no meaning of its own (of,
  /// the, to).
  bool is_content(std::uint32_t word) const { return vocabulary_->is_content[word]; }

  /// How much a word counts in means over the words that explain others: particles less than 1.
  float weight(std::uint32_t word) const { return vocabulary_->weights[word]; }

  /// The number of a word; npos if the side has no such word.
  std::uint32_t find(const std::string& word) const;
  static constexpr std::uint32_t npos = static_cast<std::uint32_t>(-1);

  /// Code points of sentence `index`, white space not counted in Chinese and Japanese.
  std::size_t length(std::size_t index) const { return lengths_[index]; }

  const std::string& language() const { return language_; }

 private:
  /// The different words of the whole side, by number.
  struct Vocabulary {
    std::vector<std::string> texts;
    std::vector<std::size_t> occurrences;
    std::vector<bool> is_mark;
    std::vector<bool> is_content;
    std::vector<float> weights;
    std::unordered_map<std::string, std::uint32_t> numbers;

    std::uint32_t number(const std::string& word);
    std::uint32_t find(const std::string& word) const;
  };

  Tokens() = default;

  std::string language_;
  std::vector<std::uint32_t> words_;  // of all sentences
  std::vector<std::size_t> offsets_;  // where each sentence begins among them, and the end
  std::vector<std::size_t> lengths_;
  std::shared_ptr<const Vocabulary> vocabulary_;  // shared by slices
};

}  // namespace duizhao::words
