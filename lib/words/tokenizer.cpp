#include "words/tokenizer.hpp"

#include <utility>

#include "text/fold.hpp"
#include "text/scripts.hpp"
#include "text/utf8.hpp"

namespace duizhao::words {
namespace {

/// The mark that a character is, the same for all languages; 0 for others.
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
    case U'«':
    case U'»':
    case U'„':
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

Tokenizer::Tokenizer(const std::string& language, const lexicon::Tables* tables,
                     lexicon::ExtraWords extra)
    : language_(language),
      tables_(tables),
      extra_(std::move(extra)),
      stemmer_(lexicon::Stemmer::for_language(language, tables)) {
  if (language != "zh" && language != "en") {
    words_ = std::make_unique<segment::WordFinder>(language);
  }
}

Tokenizer::~Tokenizer() = default;

std::vector<lexicon::Word> Tokenizer::words(std::string_view sentence) {
  std::vector<lexicon::Word> words;
  if (language_ == "zh") {
    words = lexicon::chinese_words(tables_, sentence, extra_);
  } else if (language_ == "en") {
    words = lexicon::english_words(*stemmer_, sentence);
  } else {
    for (const ByteRange& range : words_->find(sentence)) {
      const auto word = sentence.substr(range.begin, range.size());
      words.push_back({form(text::fold_case(word)), range});
    }
  }
  std::erase_if(words, [](const lexicon::Word& word) { return word.text.empty(); });
  add_marks(sentence, words);
  return words;
}

std::string Tokenizer::form(const std::string& word) {
  return stemmer_ ? stemmer_->stem(word) : word;
}

void Tokenizer::add_marks(std::string_view sentence, std::vector<lexicon::Word>& words) {
  char32_t previous = 0;
  for (std::size_t offset = 0; offset < sentence.size();) {
    const auto [code_point, size] = text::decode(sentence, offset);
    const std::size_t end = offset + size;
    const char mark = mark_of(code_point);
    const bool apostrophe = (code_point == U'\'' || code_point == U'’') &&
                            text::is_word(previous) && end < sentence.size() &&
                            text::is_word(text::decode(sentence, end).value);
    if (mark != 0 && !apostrophe) words.push_back({{kMark, mark}, {offset, end}});
    previous = code_point;
    offset = end;
  }
}

}  // namespace duizhao::words
