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
  auto vocabulary = std::make_shared<Vocabulary>();
  const bool spaced = !text::runs_without_spaces(language_);
  offsets_.reserve(sentences.size() + 1);
  offsets_.push_back(0);
  lengths_.reserve(sentences.size());
  for (const std::string& sentence : sentences) {
    const std::vector<lexicon::Word> words = tokenizer.words(sentence);
    for (std::size_t k = 0; k < std::min(kMostWords, words.size()); ++k) {
      words_.push_back(vocabulary->number(words[k].text));
      if (listener) listener(lengths_.size(), words_.back(), words[k].range);
    }
    lengths_.push_back(count_characters(sentence, spaced));
    offsets_.push_back(words_.size());
  }
  for (const std::uint32_t word : words_) ++vocabulary->occurrences[word];
  for (const std::string& word : vocabulary->texts) {
    vocabulary->is_mark.push_back(Tokenizer::is_mark(word));
  }
  vocabulary->is_content = vocabulary->is_mark;
  vocabulary->is_content.flip();
  vocabulary->weights.assign(vocabulary->texts.size(), 1);
  // visit(number) for those words of a list that the side has.
  const auto for_each_of = [&](std::string_view list, const auto& visit) {
    for (const std::string_view word : text::entries(list)) {
      const std::uint32_t number = vocabulary->find(tokenizer.form(std::string(word)));
      if (number != npos) visit(number);
    }
  };
  for_each_of(text::kParticles,
              [&](std::uint32_t word) { vocabulary->weights[word] = kParticleWeight; });
  if (language_ == "en") {
    for_each_of(text::kWeakWords,
                [&](std::uint32_t word) { vocabulary->is_content[word] = false; });
  }
  vocabulary_ = std::move(vocabulary);
}

Tokens Tokens::slice(std::size_t begin, std::size_t end) const {
  const auto part = [](const auto& list, std::size_t from, std::size_t to) {
    return std::vector(list.begin() + static_cast<std::ptrdiff_t>(from),
                       list.begin() + static_cast<std::ptrdiff_t>(to));
  };
  Tokens tokens;
  tokens.language_ = language_;
  tokens.words_ = part(words_, offsets_[begin], offsets_[end]);
  tokens.offsets_ = part(offsets_, begin, end + 1);
  for (std::size_t& offset : tokens.offsets_) offset -= offsets_[begin];
  tokens.lengths_ = part(lengths_, begin, end);
  tokens.vocabulary_ = vocabulary_;
  return tokens;
}

std::uint32_t Tokens::Vocabulary::number(const std::string& word) {
  const auto [entry, is_new] = numbers.try_emplace(word, static_cast<std::uint32_t>(texts.size()));
  if (is_new) {
    texts.push_back(word);
    occurrences.push_back(0);
  }
  return entry->second;
}

std::uint32_t Tokens::Vocabulary::find(const std::string& word) const {
  const auto found = numbers.find(word);
  return found == numbers.end() ? npos : found->second;
}

std::uint32_t Tokens::find(const std::string& word) const { return vocabulary_->find(word); }

}  // namespace duizhao::words
