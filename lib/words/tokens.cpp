#include "words/tokens.hpp"

#include <algorithm>

#include "text/embedded.hpp"
#include "text/scripts.hpp"
#include "text/utf8.hpp"

namespace duizhao::words {
namespace {

constexpr float kParticleWeight = 0.3F;

// Of a sentence; what is longer is none, and its first words say enough.
constexpr std::size_t kMostWords = 1'000;

std::size_t count_characters(std::string_view sentence, bool count_spaces) {
  std::size_t count = 0;
  for (std::size_t offset = 0; offset < sentence.size();) {
    const auto [code_point, size] = text::decode(sentence, offset);
    offset += size;
    count += count_spaces || !text::is_space(code_point);
  }
  return count;
}

}  // namespace

Tokens::Tokens(const std::vector<std::string>& sentences, Tokenizer& tokenizer,
               const Listener& listener)
    : language_(tokenizer.language()) {
  const bool spaced = !text::runs_without_spaces(language_);
  offsets_.reserve(sentences.size() + 1);
  offsets_.push_back(0);
  lengths_.reserve(sentences.size());
  for (const std::string& sentence : sentences) {
    const std::vector<lexicon::Word> words = tokenizer.words(sentence);
    for (std::size_t k = 0; k < std::min(kMostWords, words.size()); ++k) {
      words_.push_back(number(words[k].text));
      if (listener) listener(lengths_.size(), words_.back(), words[k].range);
    }
    lengths_.push_back(count_characters(sentence, spaced));
    offsets_.push_back(words_.size());
  }
  for (const std::uint32_t word : words_) ++occurrences_[word];
  for (std::uint32_t word = 0; word < vocabulary_.size(); ++word) {
    is_content_.push_back(!is_mark(word));
  }
  weights_.assign(vocabulary_.size(), 1);
  for (const std::string_view word : text::entries(text::kParticles)) {
    const std::uint32_t number = find(tokenizer.form(std::string(word)));
    if (number != npos) weights_[number] = kParticleWeight;
  }
  if (language_ != "en") return;
  for (const std::string_view word : text::entries(text::kWeakWords)) {
    const std::uint32_t number = find(tokenizer.form(std::string(word)));
    if (number != npos) is_content_[number] = false;
  }
}

std::uint32_t Tokens::number(const std::string& word) {
  const auto [entry, is_new] =
      numbers_.try_emplace(word, static_cast<std::uint32_t>(vocabulary_.size()));
  if (is_new) {
    vocabulary_.push_back(word);
    occurrences_.push_back(0);
  }
  return entry->second;
}

std::uint32_t Tokens::find(const std::string& word) const {
  const auto found = numbers_.find(word);
  return found == numbers_.end() ? npos : found->second;
}

}  // namespace duizhao::words
