#include "words/cut.hpp"

#include <unicode/uchar.h>

#include <algorithm>
#include <cmath>
#include <limits>

#include "text/ascii.hpp"
#include "text/scripts.hpp"
#include "text/utf8.hpp"

namespace duizhao::words {
namespace {

char32_t peek(std::string_view text, std::size_t at) {
  return at < text.size() ? text::decode(text, at).value : U'\0';
}

/// Accents and vowel signs that stand behind the letter that they belong to.
bool is_combining(char32_t c) {
  return (U_GET_GC_MASK(static_cast<UChar32>(c)) & U_GC_M_MASK) != 0;
}

bool is_apostrophe(char32_t c) { return c == U'\'' || c == U'’'; }
bool is_letter(char32_t c) { return text::is_word(c) && !text::is_digit(c) && !text::is_han(c); }

/// Whether a text is `word` in any case, its apostrophe straight or curly.
bool equals(std::string_view text, std::string_view word) {
  for (const char c : word) {
    if (text.empty()) return false;
    const auto [own, size] = text::decode(text, 0);
    const bool same = c == '\'' ? is_apostrophe(own)
                                : own < 0x80 && text::ascii_lower(static_cast<char>(own)) == c;
    if (!same) return false;
    text.remove_prefix(size);
  }
  return text.empty();
}

/// How many bytes at the end of a word are n't, 's, 're, … : words of their own.
std::size_t contraction(std::string_view word) {
  for (const std::string_view end : {"n't", "'s", "'re", "'ve", "'ll", "'m", "'d"}) {
    for (const std::size_t apostrophe : {std::size_t{1}, std::string_view("’").size()}) {
      const std::size_t size = end.size() - 1 + apostrophe;
      if (word.size() > size && equals(word.substr(word.size() - size), end)) return size;
    }
  }
  return 0;
}

class Cutter {
 public:
  Cutter(std::string_view text, bool chinese, const lexicon::Tables* tables)
      : text_(text), chinese_(chinese), tables_(tables) {
    if (tables == nullptr) return;
    log_total_ = std::log(static_cast<double>(tables->total_headword_frequency()) + 1);
  }

  std::vector<ByteRange> run() {
    while (at_ < text_.size()) {
      const auto [c, size] = text::decode(text_, at_);
      if (text::is_space(c) || text::is_ignorable(c)) {
        at_ += size;
      } else if (text::is_digit(c)) {
        take_number();
      } else if (text::is_han(c)) {
        take_han();
      } else if (is_letter(c)) {
        take_word();
      } else {
        take_mark(c, size);
      }
    }
    if (chinese_) join_names();
    return std::move(words_);
  }

 private:
  void add(std::size_t begin, std::size_t end) { words_.push_back({begin, end}); }

  /// 1,000.5, 22nd, 23-17 in English; with 万, 亿, 年, 月, 日 behind it in Chinese.
  void take_number() {
    const std::size_t begin = at_;
    while (at_ < text_.size()) {
      const auto [c, size] = text::decode(text_, at_);
      const bool joins = (c == U'.' || c == U',' || (c == U'-' && !chinese_)) &&
                         text::is_digit(peek(text_, at_ + size));
      if (!text::is_digit(c) && !joins && !(is_letter(c) && !chinese_)) break;
      at_ += size;
    }
    if (chinese_) {
      constexpr std::u32string_view kScales = U"十百千万萬亿億";
      while (kScales.find(peek(text_, at_)) != kScales.npos && at_ < text_.size()) skip();
      constexpr std::u32string_view kUnits = U"年月日号號";
      if (at_ < text_.size() && kUnits.find(peek(text_, at_)) != kUnits.npos) skip();
    }
    add(begin, at_);
  }

  void skip() { at_ += text::decode(text_, at_).size; }

  /// Letters with hyphens, apostrophes and the points of abbreviations between them.
  void take_word() {
    const std::size_t begin = at_;
    bool abbreviation = false;
    while (at_ < text_.size()) {
      const auto [c, size] = text::decode(text_, at_);
      const char32_t next = peek(text_, at_ + size);
      const bool part =
          is_letter(c) || text::is_digit(c) || text::is_ignorable(c) || is_combining(c);
      const bool inside =
          (c == U'-' || is_apostrophe(c)) && (is_letter(next) || text::is_digit(next));
      const bool point = c == U'.' && is_letter(next) && ends_initial(begin);
      if (!part && !inside && !point) break;
      abbreviation = abbreviation || point;
      at_ += size;
    }
    if (abbreviation && peek(text_, at_) == U'.' && ends_initial(begin)) ++at_;  // u.s.
    const std::string_view word = text_.substr(begin, at_ - begin);
    const std::size_t end = abbreviation ? 0 : contraction(word);
    if (equals(word, "cannot")) {
      constexpr std::size_t kCan = 3;
      add(begin, begin + kCan);
      add(begin + kCan, at_);
      return;
    }
    if (end > 0) add(begin, at_ - end);
    add(end > 0 ? at_ - end : begin, at_);
  }

  /// Whether what was taken ends in a single letter: u of u.s.
  bool ends_initial(std::size_t begin) const {
    if (at_ == begin || !is_letter(text::decode_before(text_, at_).value)) return false;
    const std::size_t before = at_ - text::decode_before(text_, at_).size;
    return before == begin || text_[before - 1] == '.';
  }

  /// Equal marks in a row are one: …… and --.
  void take_mark(char32_t c, std::size_t size) {
    const std::size_t begin = at_;
    at_ += size;
    if (chinese_ || c == U'.' || c == U'-' || c == U'`' || c == U'\'') {
      while (at_ < text_.size() && peek(text_, at_) == c) at_ += size;
    }
    if (!chinese_ && is_apostrophe(c) && equals(text_.substr(begin, at_ + 1 - begin), "'s")) ++at_;
    add(begin, at_);
  }

  /// Cuts a run of Han characters by frequency.
  void take_han() {
    std::string simplified;
    std::vector<std::size_t> offsets{0};   // of each character in `simplified`, and its end
    std::vector<std::size_t> places{at_};  // of the same in the text
    while (goes_on_with_han()) {
      const std::string_view character = text_.substr(at_, text::decode(text_, at_).size);
      skip();
      if (text::is_ignorable(text::decode(character, 0).value)) {
        places.back() = at_;
        continue;
      }
      simplified += tables_ != nullptr ? tables_->simplified(character) : std::string(character);
      offsets.push_back(simplified.size());
      places.push_back(at_);
    }
    const std::size_t count = places.size() - 1;
    struct Best {
      double cost = std::numeric_limits<double>::infinity();
      std::size_t length = 1;  // of the last word, characters
    };
    std::vector<Best> best(count + 1);
    best[0].cost = 0;
    std::vector<std::size_t> prefixes;
    for (std::size_t i = 0; i < count; ++i) {
      const auto relax = [&](std::size_t length, double cost) {
        Best& end = best[i + length];
        if (best[i].cost + cost < end.cost) end = {best[i].cost + cost, length};
      };
      relax(1, unknown_cost());
      if (tables_ == nullptr) continue;
      const std::string_view rest = std::string_view(simplified).substr(offsets[i]);
      tables_->headword_prefixes(rest, prefixes);
      for (const std::size_t bytes : prefixes) {
        const auto end = std::lower_bound(offsets.begin(), offsets.end(), offsets[i] + bytes);
        const auto length = static_cast<std::size_t>(end - offsets.begin()) - i;
        relax(length, cost_of(rest.substr(0, bytes)));
      }
    }
    std::vector<ByteRange> found;
    for (std::size_t end = count; end > 0; end -= best[end].length) {
      found.push_back({places[end - best[end].length], places[end]});
    }
    std::ranges::reverse(found);
    join_numerals(found);
    words_.insert(words_.end(), found.begin(), found.end());
  }

  /// Whether a Han character stands here, or behind characters that nobody sees.
  bool goes_on_with_han() const {
    std::size_t next = at_;
    while (next < text_.size() && text::is_ignorable(peek(text_, next))) {
      next += text::decode(text_, next).size;
    }
    return text::is_han(peek(text_, next));
  }

  /// Words of nothing but numerals that touch are one number: 三 百.
  void join_numerals(std::vector<ByteRange>& found) const {
    const auto is_numeral = [&](ByteRange word) {
      constexpr std::u32string_view kNumerals = U"〇零一二三四五六七八九十百千万萬亿億两兩";
      for (std::size_t at = word.begin; at < word.end; at += text::decode(text_, at).size) {
        if (kNumerals.find(peek(text_, at)) == kNumerals.npos) return false;
      }
      return true;
    };
    std::vector<ByteRange> joined;
    bool after_numeral = false;
    for (const ByteRange word : found) {
      const bool numeral = is_numeral(word);
      if (after_numeral && numeral) {
        joined.back().end = word.end;
      } else {
        joined.push_back(word);
      }
      after_numeral = numeral;
    }
    found = std::move(joined);
  }

  double unknown_cost() const {
    constexpr double kUnknown = 2;  // natural logarithm, beyond a word that was never counted
    return tables_ == nullptr ? 1 : log_total_ + kUnknown;
  }

  double cost_of(std::string_view headword) const {
    const auto number = tables_->headword(headword);
    const double frequency = number ? static_cast<double>(tables_->headword_frequency(*number)) : 0;
    return log_total_ - std::log(frequency + 1);
  }

  bool is_single(ByteRange word) const {
    return text::is_han(peek(text_, word.begin)) &&
           text::decode(text_, word.begin).size == word.size();
  }

  /// Single characters that touch a name's dot belong to the name, and so does the dot.
  void join_names() {
    std::vector<ByteRange> joined;
    for (std::size_t w = 0; w < words_.size(); ++w) {
      const char32_t c = peek(text_, words_[w].begin);
      const bool dot = c == U'·' || c == U'‧' || c == U'・' || c == U'•';
      const bool inside = dot && !joined.empty() && w + 1 < words_.size() &&
                          joined.back().end == words_[w].begin &&
                          words_[w].end == words_[w + 1].begin &&
                          text::is_han(text::decode_before(text_, words_[w].begin).value) &&
                          text::is_han(peek(text_, words_[w + 1].begin));
      if (!inside) {
        joined.push_back(words_[w]);
        continue;
      }
      ByteRange name = joined.back();
      const bool single = is_single(name);
      joined.pop_back();
      while (single && !joined.empty() && joined.back().end == name.begin &&
             is_single(joined.back())) {
        name.begin = joined.back().begin;
        joined.pop_back();
      }
      name.end = words_[++w].end;
      while (is_single(words_[w]) && w + 1 < words_.size() && words_[w + 1].begin == name.end &&
             is_single(words_[w + 1])) {
        name.end = words_[++w].end;
      }
      joined.push_back(name);
    }
    words_ = std::move(joined);
  }

  std::string_view text_;
  bool chinese_;
  const lexicon::Tables* tables_;
  double log_total_ = 0;  // of all headwords' frequencies
  std::size_t at_ = 0;
  std::vector<ByteRange> words_;
};

}  // namespace

std::vector<ByteRange> cut_words(std::string_view text, bool chinese,
                                 const lexicon::Tables* tables) {
  return Cutter(text, chinese, tables).run();
}

}  // namespace duizhao::words
