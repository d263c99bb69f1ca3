#include "lexicon/vocabulary.hpp"

#include <algorithm>

#include "duizhao/text/error.hpp"
#include "duizhao/text/messages.hpp"
#include "lexicon/likeness.hpp"

namespace duizhao::lexicon {

Vocabulary::Vocabulary(bool chinese, const lexicon::Tables* tables)
    : chinese_(chinese),
      tables_(tables),
      stemmer_(chinese ? nullptr : lexicon::Stemmer::for_language("en", tables)) {}

Vocabulary::Vocabulary(bool chinese, const lexicon::Tables* tables,
                       const std::vector<std::string>& texts, std::span<const std::uint64_t> counts)
    : Vocabulary(chinese, tables) {
  const auto expect = [](bool condition) {
    if (!condition) throw Error(ErrorCode::content, {}, translate("expected words and counts"));
  };
  expect(texts.size() == counts.size());
  numbers_.reserve(texts.size());
  for (std::size_t k = 0; k < texts.size(); ++k) {
    expect(numbers_.try_emplace(texts[k], static_cast<WordId>(k)).second);
    append(texts[k], counts[k]);
  }
}

/// Takes up a word that `numbers_` knows.
void Vocabulary::append(const std::string& text, std::uint64_t count) {
  const auto word = static_cast<WordId>(texts_.size());
  texts_.push_back(text);
  counts_.push_back(count);
  total_ += count;
  if (!chinese_ && text.size() >= kFamilyPrefix) {
    families_[text.substr(0, kFamilyPrefix)].push_back(word);
  }
}

std::vector<std::string> Vocabulary::cut(std::string_view text, lexicon::Stemmer* stemmer) const {
  auto cut =
      chinese_ ? lexicon::chinese_words(tables_, text) : lexicon::english_words(*stemmer, text);
  std::vector<std::string> words;
  words.reserve(cut.size());
  for (lexicon::Word& word : cut) {
    if (!word.text.empty()) words.push_back(std::move(word.text));
  }
  return words;
}

void Vocabulary::add(std::string_view text, std::vector<WordId>& words) {
  for (std::string& word : cut(text, stemmer_.get())) {
    const auto [entry, is_new] =
        numbers_.try_emplace(std::move(word), static_cast<WordId>(texts_.size()));
    if (is_new) append(entry->first, 0);
    ++counts_[entry->second];
    ++total_;
    words.push_back(entry->second);
  }
}

std::vector<WordId> Vocabulary::words_of(std::string_view text, std::size_t most,
                                         std::vector<std::string>& unknown) const {
  const auto stemmer = chinese_ ? nullptr : lexicon::Stemmer::for_language("en", tables_);
  std::unordered_map<std::string, WordId> others;
  std::vector<WordId> words;
  for (const std::string& word : cut(text, stemmer.get())) {
    if (words.size() == most) break;
    WordId number = find(word);
    if (number == kUnknown) {
      const auto next = static_cast<WordId>(size() + unknown.size());
      const auto [entry, is_new] = others.try_emplace(word, next);
      if (is_new) unknown.push_back(word);
      number = entry->second;
    }
    words.push_back(number);
  }
  return words;
}

WordId Vocabulary::find(std::string_view word) const {
  const auto found = numbers_.find(std::string(word));
  return found == numbers_.end() ? kUnknown : found->second;
}

std::span<const WordId> Vocabulary::family(std::string_view word) const {
  const auto found = families_.find(std::string(word.substr(0, kFamilyPrefix)));
  return found == families_.end() ? std::span<const WordId>() : std::span(found->second);
}

}  // namespace duizhao::lexicon
