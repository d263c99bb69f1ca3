#include "align/tokens.hpp"

#include "lexicon/words.hpp"
#include "text/embedded.hpp"
#include "text/scripts.hpp"
#include "text/utf8.hpp"

namespace duizhao::align {
namespace {

constexpr float kParticleWeight = 0.3F;

/// The mark that a character is, the same for both languages; 0 for others.
char mark_of(char32_t c) {
  switch (c) {
    case U'?':
    case U'？':
      return '?';
    case U'!':
    case U'！':
      return '!';
    case U'"':
    case U'“':
    case U'”':
    case U'‘':
    case U'’':
    case U'\'':
    case U'「':
    case U'」':
    case U'『':
    case U'』':
      return '"';
    case U':':
    case U'：':
      return ':';
    case U';':
    case U'；':
      return ';';
    case U'(':
    case U'（':
      return '(';
    default:
      return 0;
  }
}

}  // namespace

Tokens::Tokens(const std::vector<std::string>& sentences, const std::string& language,
               const lexicon::Tables* tables)
    : language_(language) {
  lexicon::EnglishStemmer stemmer(tables);
  const bool unspaced = language == "zh" || language == "ja";
  offsets_.reserve(sentences.size() + 1);
  offsets_.push_back(0);
  lengths_.reserve(sentences.size());
  for (const std::string& sentence : sentences) {
    const std::vector<std::string> words = unspaced ? lexicon::chinese_words(tables, sentence)
                                           : language == "en" ? stemmer.stems(sentence)
                                                              : lexicon::plain_words(sentence);
    for (const std::string& word : words) {
      if (!word.empty()) words_.push_back(number(word));
    }
    std::size_t length = 0;
    char32_t previous = 0;
    for (std::size_t offset = 0; offset < sentence.size();) {
      const auto [code_point, size] = text::decode(sentence, offset);
      offset += size;
      length += !(unspaced && text::is_space(code_point));
      const char mark = mark_of(code_point);
      const bool apostrophe = (code_point == U'\'' || code_point == U'’') &&
                              text::is_word(previous) && offset < sentence.size() &&
                              text::is_word(text::decode(sentence, offset).value);
      if (mark != 0 && !apostrophe) words_.push_back(number({kMark, mark}));
      previous = code_point;
    }
    lengths_.push_back(length);
    offsets_.push_back(words_.size());
  }
  for (const std::uint32_t word : words_) ++occurrences_[word];
  for (std::uint32_t word = 0; word < vocabulary_.size(); ++word) {
    is_content_.push_back(!is_mark(word));
  }
  weights_.assign(vocabulary_.size(), 1);
  for (const std::string_view word : text::entries(text::kParticles)) {
    const std::uint32_t number =
        find(language == "en" ? stemmer.stem(std::string(word)) : std::string(word));
    if (number != npos) weights_[number] = kParticleWeight;
  }
  if (language != "en") return;
  for (const std::string_view word : text::entries(text::kWeakWords)) {
    const std::uint32_t number = find(stemmer.stem(std::string(word)));
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

}  // namespace duizhao::align
