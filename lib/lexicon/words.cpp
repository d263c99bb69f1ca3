#include "lexicon/words.hpp"

#include <libstemmer.h>

#include <algorithm>
#include <cstdint>
#include <limits>
#include <new>
#include <tuple>

#include "lexicon/tables.hpp"
#include "text/fold.hpp"
#include "text/scripts.hpp"
#include "text/utf8.hpp"

namespace duizhao::lexicon {
namespace {

bool is_digit(char32_t c) { return c >= U'0' && c <= U'9'; }
bool is_apostrophe(char32_t c) { return c == U'\'' || c == U'’'; }
bool is_letter(char32_t c) { return text::is_word(c) && !is_digit(c) && !text::is_han(c); }

/// What the character at `offset` is; nothing beyond the text.
char32_t peek(std::string_view text, std::size_t offset) {
  return offset < text.size() ? text::decode(text, offset).value : U'\0';
}

/// A number at `offset`: digits with points and commas between them. Commas are dropped.
std::string take_number(std::string_view text, std::size_t& offset) {
  std::string number;
  while (offset < text.size()) {
    const char c = text[offset];
    const bool joins = (c == '.' || c == ',') && is_digit(peek(text, offset + 1));
    if (!is_digit(static_cast<unsigned char>(c)) && !joins) break;
    if (c != ',') number += c;
    ++offset;
  }
  return number;
}

/// A word at `offset`, in lower case, with at most one apostrophe inside.
std::string take_word(std::string_view text, std::size_t& offset) {
  std::string word;
  bool apostrophe = false;
  while (offset < text.size()) {
    const auto [code_point, size] = text::decode(text, offset);
    if (is_letter(code_point)) {
      word += text::fold_case(text.substr(offset, size));
    } else if (is_apostrophe(code_point) && !apostrophe && is_letter(peek(text, offset + size))) {
      apostrophe = true;
      word += '\'';
    } else {
      break;
    }
    offset += size;
  }
  return word;
}

/// Goes past the number, the word or the other character at `offset`, and keeps numbers and words.
void take_plain(std::string_view text, std::size_t& offset, std::vector<std::string>& words) {
  const auto [code_point, size] = text::decode(text, offset);
  if (is_digit(code_point)) {
    words.push_back(take_number(text, offset));
  } else if (is_letter(code_point)) {
    words.push_back(take_word(text, offset));
  } else {
    offset += size;
  }
}

/// Cuts a run of Han characters into headwords, fewest first, longest first on ties.
void cut_han(const Tables& tables, std::string_view run, std::vector<std::string>& words) {
  struct Best {
    std::size_t words = std::numeric_limits<std::size_t>::max();
    std::int64_t squares = 0;  // of the words' lengths, negated: less is longer words first
    std::size_t length = 0;    // of the last word, characters
  };
  std::vector<std::size_t> begins;  // of each character, and the end of the run
  for (std::size_t offset = 0; offset < run.size(); offset += text::decode(run, offset).size) {
    begins.push_back(offset);
  }
  begins.push_back(run.size());
  const std::size_t count = begins.size() - 1;
  std::vector<Best> best(count + 1);
  best[0] = {0, 0, 0};
  std::vector<std::size_t> prefixes;
  for (std::size_t i = 0; i < count; ++i) {
    const auto relax = [&](std::size_t length) {
      const auto square = static_cast<std::int64_t>(length * length);
      const Best candidate{best[i].words + 1, best[i].squares - square, length};
      Best& at = best[i + length];
      const auto key = [](const Best& b) { return std::tuple(b.words, b.squares, b.length); };
      if (key(candidate) < key(at)) at = candidate;
    };
    relax(1);
    tables.headword_prefixes(run.substr(begins[i]), prefixes);
    for (const std::size_t bytes : prefixes) {
      const auto end = std::lower_bound(begins.begin(), begins.end(), begins[i] + bytes);
      const auto length = static_cast<std::size_t>(end - begins.begin()) - i;
      if (length > 1) relax(length);
    }
  }
  const std::size_t first = words.size();
  for (std::size_t end = count; end > 0; end -= best[end].length) {
    const std::size_t begin = begins[end - best[end].length];
    words.emplace_back(run.substr(begin, begins[end] - begin));
  }
  std::reverse(words.begin() + static_cast<std::ptrdiff_t>(first), words.end());
}

}  // namespace

std::vector<std::string> plain_words(std::string_view text) {
  std::vector<std::string> words;
  for (std::size_t offset = 0; offset < text.size();) take_plain(text, offset, words);
  return words;
}

std::vector<std::string> chinese_words(const Tables* tables, std::string_view text) {
  std::vector<std::string> words;
  for (std::size_t offset = 0; offset < text.size();) {
    std::size_t end = offset;
    while (text::is_han(peek(text, end))) {
      const std::size_t next = end + text::decode(text, end).size;
      if (tables == nullptr) words.emplace_back(text.substr(end, next - end));
      end = next;
    }
    if (end == offset) {
      take_plain(text, offset, words);
    } else {
      if (tables != nullptr) cut_han(*tables, text.substr(offset, end - offset), words);
      offset = end;
    }
  }
  return words;
}

EnglishStemmer::EnglishStemmer(BaseForm base_form)
    : base_form_(std::move(base_form)), stemmer_(sb_stemmer_new("english", "UTF_8")) {
  if (stemmer_ == nullptr) throw std::bad_alloc();
}

EnglishStemmer::EnglishStemmer(const Tables* tables)
    : EnglishStemmer([tables](std::string_view word) {
        return tables ? tables->base_form(word) : std::nullopt;
      }) {}

EnglishStemmer::~EnglishStemmer() { sb_stemmer_delete(stemmer_); }

const std::string& EnglishStemmer::stem(const std::string& word) {
  const auto [entry, is_new] = known_.try_emplace(word);
  if (is_new) {
    const std::string base = base_form_(word).value_or(word);
    const sb_symbol* stemmed = sb_stemmer_stem(
        stemmer_, reinterpret_cast<const sb_symbol*>(base.data()), static_cast<int>(base.size()));
    entry->second.assign(reinterpret_cast<const char*>(stemmed),
                         static_cast<std::size_t>(sb_stemmer_length(stemmer_)));
  }
  return entry->second;
}

std::vector<std::string> EnglishStemmer::stems(std::string_view text) {
  std::vector<std::string> stems;
  for (std::string& word : plain_words(text)) {
    const std::size_t apostrophe = word.find('\'');
    if (apostrophe != std::string::npos) {
      if (word.ends_with("n't")) {
        stems.emplace_back("not");
        word = word == "can't" ? "can" : word == "won't" ? "will" : word.substr(0, apostrophe - 1);
        if (word.empty()) continue;
      } else {
        word.resize(apostrophe);
      }
    }
    stems.push_back(stem(word));
  }
  return stems;
}

}  // namespace duizhao::lexicon
