// Whether words stand in an English text.
#pragma once

#include <initializer_list>
#include <span>
#include <string>
#include <string_view>
#include <unordered_set>

#include "lexicon/words.hpp"

namespace duizhao::check {

/// The words of a text in lower case, without their possessives; the parts of hyphenated words are
/// words.
class WordSearch {
 public:
  explicit WordSearch(std::string_view text) {
    for (lexicon::Word& word : lexicon::plain_words(text)) words_.insert(std::move(word.text));
  }

  bool has(std::string_view word) const { return words_.contains(std::string(word)); }
  /// Whether one of the words is there.
  bool any(std::span<const std::string_view> words) const {
    for (const std::string_view word : words) {
      if (has(word)) return true;
    }
    return false;
  }
  bool any(std::initializer_list<std::string_view> words) const {
    return any(std::span(words.begin(), words.size()));
  }

 private:
  std::unordered_set<std::string> words_;
};

}  // namespace duizhao::check
