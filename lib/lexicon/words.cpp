#include "lexicon/words.hpp"

#include <libstemmer.h>

#include <algorithm>
#include <cstdint>
#include <limits>
#include <new>
#include <tuple>

#include "lexicon/tables.hpp"
#include "text/ascii.hpp"
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
    if (code_point < 0x80 && text::is_ascii_letter(text[offset])) {
      word += text::ascii_lower(text[offset]);
    } else if (is_letter(code_point)) {
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
void take_plain(std::string_view text, std::size_t& offset, std::vector<Word>& words) {
  const auto [code_point, size] = text::decode(text, offset);
  const std::size_t begin = offset;
  if (is_digit(code_point)) {
    std::string number = take_number(text, offset);
    words.push_back({std::move(number), {begin, offset}});
  } else if (is_letter(code_point)) {
    std::string word = take_word(text, offset);
    words.push_back({std::move(word), {begin, offset}});
  } else {
    offset += size;
  }
}

/// A run of Han characters in a text, as the lexicon writes them.
struct HanRun {
  std::string simplified;
  std::vector<std::size_t> begins;  // of each character in `simplified`, and its end
  std::vector<std::size_t> places;  // of the same in the text

  std::size_t size() const { return begins.size() - 1; }
  std::string_view from(std::size_t character) const {
    return std::string_view(simplified).substr(begins[character]);
  }
};

/// The run at `offset`, which moves behind it.
HanRun take_han(const Tables* tables, std::string_view text, std::size_t& offset) {
  HanRun run{{}, {0}, {offset}};
  while (text::is_han(peek(text, offset))) {
    const std::size_t size = text::decode(text, offset).size;
    const std::string_view character = text.substr(offset, size);
    run.simplified += tables ? tables->simplified(character) : std::string(character);
    offset += size;
    run.begins.push_back(run.simplified.size());
    run.places.push_back(offset);
  }
  return run;
}

/// The lengths in bytes of all words that `text` begins with and that are extra.
void extra_prefixes(const ExtraWords& extra, std::string_view text,
                    std::vector<std::size_t>& lengths) {
  // Words that begin with the same character stand together.
  const std::string_view first = text.substr(0, text::decode(text, 0).size);
  for (auto word = extra.lower_bound(first); word != extra.end() && word->starts_with(first);
       ++word) {
    if (text.starts_with(*word)) lengths.push_back(word->size());
  }
}

/// Cuts a run into headwords, fewest first, longest first on ties. Extra words cost nothing.
void cut_han(const Tables& tables, const HanRun& run, const ExtraWords& extra,
             std::vector<Word>& words) {
  struct Best {
    std::size_t words = std::numeric_limits<std::size_t>::max();
    std::int64_t squares = 0;  // of the words' lengths, negated: less is longer words first
    std::size_t length = 0;    // of the last word, characters
  };
  std::vector<Best> best(run.size() + 1);
  best[0] = {0, 0, 0};
  std::vector<std::size_t> prefixes;
  for (std::size_t i = 0; i < run.size(); ++i) {
    const auto relax = [&](std::size_t length, std::size_t cost) {
      const auto square = static_cast<std::int64_t>(length * length);
      const Best candidate{best[i].words + cost, best[i].squares - square, length};
      Best& at = best[i + length];
      const auto key = [](const Best& b) { return std::tuple(b.words, b.squares, b.length); };
      if (key(candidate) < key(at)) at = candidate;
    };
    const auto relax_all = [&](std::size_t least, std::size_t cost) {
      for (const std::size_t bytes : prefixes) {
        const auto end =
            std::lower_bound(run.begins.begin(), run.begins.end(), run.begins[i] + bytes);
        const auto length = static_cast<std::size_t>(end - run.begins.begin()) - i;
        if (length >= least) relax(length, cost);
      }
    };
    relax(1, 1);
    tables.headword_prefixes(run.from(i), prefixes);
    relax_all(2, 1);
    if (extra.empty()) continue;
    prefixes.clear();
    extra_prefixes(extra, run.from(i), prefixes);
    relax_all(1, 0);
  }
  const std::size_t first = words.size();
  for (std::size_t end = run.size(); end > 0; end -= best[end].length) {
    const std::size_t begin = end - best[end].length;
    words.push_back({run.simplified.substr(run.begins[begin], run.begins[end] - run.begins[begin]),
                     {run.places[begin], run.places[end]}});
  }
  std::reverse(words.begin() + static_cast<std::ptrdiff_t>(first), words.end());
}

}  // namespace

std::vector<Word> plain_words(std::string_view text) {
  std::vector<Word> words;
  for (std::size_t offset = 0; offset < text.size();) take_plain(text, offset, words);
  return words;
}

std::vector<Word> chinese_words(const Tables* tables, std::string_view text,
                                const ExtraWords& extra) {
  std::vector<Word> words;
  for (std::size_t offset = 0; offset < text.size();) {
    const HanRun run = take_han(tables, text, offset);
    if (run.size() == 0) {
      take_plain(text, offset, words);
    } else if (tables != nullptr) {
      cut_han(*tables, run, extra, words);
    } else {
      for (std::size_t k = 0; k < run.size(); ++k) {
        words.push_back({run.simplified.substr(run.begins[k], run.begins[k + 1] - run.begins[k]),
                         {run.places[k], run.places[k + 1]}});
      }
    }
  }
  return words;
}

std::unique_ptr<Stemmer> Stemmer::for_language(const std::string& language, const Tables* tables) {
  sb_stemmer* const stemmer = sb_stemmer_new(language.c_str(), "UTF_8");  // knows ISO 639
  if (stemmer == nullptr) return nullptr;
  const bool irregular = tables != nullptr && language == "en";
  return std::unique_ptr<Stemmer>(new Stemmer(
      [irregular, tables](std::string_view word) {
        return irregular ? tables->base_form(word) : std::nullopt;
      },
      stemmer));
}

Stemmer::Stemmer(BaseForm base_form, const char* language)
    : Stemmer(std::move(base_form), sb_stemmer_new(language, "UTF_8")) {}

Stemmer::Stemmer(BaseForm base_form, sb_stemmer* stemmer)
    : base_form_(std::move(base_form)), stemmer_(stemmer) {
  if (stemmer_ == nullptr) throw std::bad_alloc();
}

Stemmer::~Stemmer() { sb_stemmer_delete(stemmer_); }

const std::string& Stemmer::stem(const std::string& word) {
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

namespace {

/// Whether what stands behind an apostrophe is a word of its own, or a case: 's, 're, 'll.
bool is_contraction(std::string_view letters) {
  return letters == "s" || letters == "re" || letters == "ve" || letters == "ll" ||
         letters == "d" || letters == "m";
}

}  // namespace

std::vector<Word> english_words(Stemmer& stemmer, std::string_view text) {
  std::vector<Word> stems;
  for (auto& [word, range] : plain_words(text)) {
    const std::size_t apostrophe = word.find('\'');
    if (apostrophe != std::string::npos) {
      if (word.ends_with("n't")) {
        stems.push_back({"not", range});
        word = word == "can't" ? "can" : word == "won't" ? "will" : word.substr(0, apostrophe - 1);
        if (word.empty()) continue;
      } else if (is_contraction(std::string_view(word).substr(apostrophe + 1))) {
        word.resize(apostrophe);
      } else {
        word.erase(apostrophe, 1);  // Xi'an, o'clock
      }
    }
    stems.push_back({stemmer.stem(word), range});
  }
  return stems;
}

}  // namespace duizhao::lexicon
