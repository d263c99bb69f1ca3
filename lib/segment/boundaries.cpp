// A stop ends a sentence unless its surroundings say otherwise.
//
// Each run of stops is first widened by what belongs to it: closing quotation marks and brackets,
// footnote marks, emphasis. What then follows decides:
//
//     他走了。她也走了。            a wide stop (。！？) ends a sentence,
//     他问“为什么？”后就走了。      but not inside a quotation that the clause embeds,
//     “走吧！”他说。                nor before the reporting clause of a quotation;
//     He left. She stayed.         a narrow stop (. ! ?) ends one before white space,
//     Mr. Li and the U.S. Navy     but not after an abbreviation that goes on,
//     “Why?” he asked.             nor before the rest of a sentence that has a quotation in it;
//     他用V2.5。首先.OpenAI         before Chinese it needs no white space, only a word that can
//     end.
#include "segment/boundaries.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "segment/text_around.hpp"
#include "text/ascii.hpp"
#include "text/enclosures.hpp"
#include "text/fold.hpp"
#include "text/marks.hpp"
#include "text/scripts.hpp"
#include "text/utf8.hpp"

namespace duizhao::segment {
namespace {

// Longer ones are no embedded quotation, remark or title, but text with sentences of its own;
// bytes.
constexpr std::size_t kLongestQuotation = 240;
constexpr std::size_t kLongestBracket = 600;
constexpr std::size_t kLongestTitle = 300;
constexpr std::size_t kLongestReport = 72;

enum class StopKind { wide, ellipsis, period, question };

/// A run of stops with its surroundings.
struct Candidate {
  StopKind kind;
  ByteRange stop;
  std::size_t end;                // after the closing marks and footnotes
  std::size_t next;               // where the text goes on after white space
  const text::Enclosure* closed;  // the outermost pair that closes here
  bool has_closing = false;       // some mark closes here, paired or not
};

class Boundaries : private TextAround {
 public:
  Boundaries(std::string_view text, const WordLists& words, const SegmentOptions& options)
      : TextAround(text),
        words_(words),
        options_(options),
        enclosures_(text::find_enclosures(text)) {
    for (const text::Enclosure& pair : enclosures_) opens_.push_back(pair.open);
    std::sort(opens_.begin(), opens_.end());
    find_unbroken();
  }

  std::vector<ByteRange> run(const Stops& stops) {
    skip_space(begin_);
    std::size_t taken_end = 0;
    for (const ByteRange& stop : stops) {
      if (stop.begin < taken_end) continue;  // taken in by the candidate before
      const Candidate candidate = widen(stop);
      taken_end = candidate.end;
      if (candidate.next >= text_.size()) break;
      if (!has_word_before(stop.begin) || !ends(candidate)) continue;
      sentences_.push_back({begin_, candidate.end});
      begin_ = candidate.next;
    }
    const std::size_t end = text::text_end(text_, begin_, text_.size());
    if (end > begin_) {
      const bool marks_alone = !sentences_.empty() && !has_word_before(end);
      if (marks_alone) {  // such as a quotation mark that was typed the wrong way round
        sentences_.back().end = end;
      } else {
        sentences_.push_back({begin_, end});
      }
    }
    return std::move(sentences_);
  }

 private:
  /// Whether the sentence has said anything before `offset`.
  bool has_word_before(std::size_t offset) {
    first_word_ = std::max(first_word_, begin_);
    while (first_word_ < text_.size()) {
      const auto [code_point, size] = text::decode(text_, first_word_);
      if (text::is_word(code_point)) break;
      first_word_ += size;
    }
    return first_word_ < offset;
  }

  /// Finds the stretches that no sentence ends in: titles, remarks in brackets, embedded
  /// quotations.
  void find_unbroken() {
    for (const text::Enclosure& pair : enclosures_) {
      const std::size_t size = pair.end - pair.open;
      const bool unbroken = pair.kind == text::EnclosureKind::title     ? size <= kLongestTitle
                            : pair.kind == text::EnclosureKind::bracket ? is_remark(pair)
                                                                        : is_embedded(pair);
      if (unbroken) unbroken_.push_back({pair.open, pair.end});
    }
    // Pairs nest or lie apart: sorted by their beginnings, the outer ones come first.
    std::sort(
        unbroken_.begin(), unbroken_.end(),
        [](const ByteRange& left, const ByteRange& right) { return left.begin < right.begin; });
  }

  /// Whether a bracket stands inside a sentence.
  bool is_remark(const text::Enclosure& pair) const {
    if (pair.end - pair.open > kLongestBracket) return false;
    const char32_t previous = before_space(pair.open);
    return previous != U'\0' && !text::is_stop(previous) && !text::is_closing_mark(previous) &&
           !text::is_opening_quote(previous);
  }

  /// Whether a quotation is a part of the clause around it: no mark introduces it, and the clause
  /// goes on behind it.
  bool is_embedded(const text::Enclosure& pair) const {
    if (pair.end - pair.open > kLongestQuotation) return false;
    const char32_t previous = before_space(pair.open);
    if (previous == U'\0' || text::introduces_quotation(previous)) return false;
    if (begins_after_stop(pair)) return false;
    std::size_t next = pair.end;
    skip_space(next);
    const char32_t following = at(next);
    return text::is_lower(following) || text::is_cjk_word(following) ||
           text::continues_sentence(following);
  }

  /// Whether the sentence before a quotation has ended, its own quotation closed.
  bool begins_after_stop(const text::Enclosure& pair) const {
    std::size_t end = text::text_end(text_, 0, pair.open);
    if (const text::Enclosure* before = enclosure_ending_at(end)) end = before->close;
    return end > 0 && text::is_wide_stop(before(end));
  }

  const text::Enclosure* enclosure_ending_at(std::size_t end) const {
    const auto found = std::lower_bound(
        enclosures_.begin(), enclosures_.end(), end,
        [](const text::Enclosure& pair, std::size_t place) { return pair.end < place; });
    return found != enclosures_.end() && found->end == end ? &*found : nullptr;
  }

  Candidate widen(ByteRange stop) {
    Candidate candidate{kind_of(stop), stop, stop.end, 0, nullptr};
    std::size_t& end = candidate.end;
    while (end < text_.size()) {
      const auto [code_point, size] = text::decode(text_, end);
      const text::Enclosure* pair = closed_at(end);
      if (pair != nullptr) {
        candidate.closed = pair;
        candidate.has_closing = true;
        end = pair->end;
      } else if (const std::size_t mark = text::footnote_size(text_, end)) {
        end += mark;
      } else if (code_point == U' ' && text::footnote_size(text_, end + 1) > 0) {
        end += 1;
      } else if (const std::size_t digits = raised_digits(stop, end)) {
        end += digits;
      } else if (text::is_stop(code_point)) {
        candidate.kind = kind_of({end, end + size});
        candidate.closed = nullptr;
        end += size;
      } else if (text::is_superscript(code_point)) {
        end += size;
      } else if (text::is_closing_mark(code_point) || is_loose_mark(end, size)) {
        candidate.has_closing = true;
        end += size;
      } else {
        break;
      }
    }
    candidate.next = end;
    skip_space(candidate.next);
    return candidate;
  }

  /// The size of a footnote's number that has lost its superscript, `It works.3 It is good.`: up to
  /// two digits between the stop behind a word and a new sentence; 0 if there is none.
  std::size_t raised_digits(ByteRange stop, std::size_t offset) const {
    if (offset != stop.end || !text::is_lower(before(stop.begin))) return 0;
    if (words_.abbreviation(std::string(word_before(stop.begin)) + text_[stop.begin])) return 0;
    std::size_t size = 0;
    while (size < 3 &&
           text::is_ascii_digit(offset + size < text_.size() ? text_[offset + size] : ' ')) {
      ++size;
    }
    if (size == 0 || size > 2 || at(offset + size) != U' ')
      return size < 3 && offset + size == text_.size() ? size : 0;
    return text::is_upper(at(offset + size + 1)) ? size : 0;
  }

  /// A straight quotation mark or an emphasis mark without a partner, before white space or the
  /// end.
  bool is_loose_mark(std::size_t offset, std::size_t size) const {
    const char32_t mark = at(offset);
    if (mark != U'"' && mark != U'\'' && mark != U'*' && mark != U'_') return false;
    if (std::binary_search(opens_.begin(), opens_.end(), offset)) return false;
    const std::size_t after = offset + size;
    const char32_t next = at(after);
    return next == U'\0' || text::is_space(next) || text::is_cjk(next) ||
           text::is_closing_mark(next) || next == mark || next == U'"';
  }

  const text::Enclosure* closed_at(std::size_t offset) const {
    const auto found = std::lower_bound(
        enclosures_.begin(), enclosures_.end(), offset,
        [](const text::Enclosure& pair, std::size_t close) { return pair.close < close; });
    return found != enclosures_.end() && found->close == offset ? &*found : nullptr;
  }

  StopKind kind_of(ByteRange stop) const {
    const char32_t last = before(stop.end);
    if (text::is_wide_stop(last)) return StopKind::wide;
    const std::string_view run = text_.substr(stop.begin, stop.size());
    const bool spaced_out = run == "." && before(stop.begin) == U' ';  // . . .
    if (text::is_ellipsis(last) || run.ends_with("...") || spaced_out) {
      return run.find_first_of("?!") == std::string_view::npos ? StopKind::ellipsis
                                                               : StopKind::question;
    }
    if (last == U'?' || last == U'!') return StopKind::question;
    if (text::is_semicolon(last)) return StopKind::wide;
    const char32_t first = at(stop.begin);
    if (text::is_wide_stop(first)) return StopKind::wide;
    return first == U'?' || first == U'!' ? StopKind::question : StopKind::period;
  }

  bool ends(const Candidate& c) {
    const char32_t last = before(c.stop.end);
    if (is_unbroken(c)) return false;
    if (text::is_semicolon(last) && c.end == c.stop.end) {
      return options_.split_at_semicolons && (last == U'；' || c.next > c.end);
    }
    const char32_t next = at(c.next);
    const bool dialogue = text::is_dash(next) && text::is_opening_quote(at(after_dashes(c.next)));
    if ((text::continues_sentence(next) && !dialogue) || next == U'.')
      return false;  // `. . .` is an ellipsis
    if (next == at(c.stop.end) && text::is_digit(next) && text::is_digit(before(c.stop.begin)))
      return false;
    if (c.kind == StopKind::wide) return ends_wide(c);
    const bool chinese_follows =
        text::is_cjk(next) || (text::is_opening_quote(next) && follows_cjk(c));
    if (chinese_follows) {
      return c.kind == StopKind::ellipsis ? ends_wide_ellipsis(c) : ends_before_cjk(c);
    }
    if (c.kind == StopKind::ellipsis) return ends_ellipsis(c);
    return c.next > c.end ? ends_spaced(c) : ends_unspaced(c);
  }

  bool is_unbroken(const Candidate& c) {
    while (next_unbroken_ < unbroken_.size() && unbroken_[next_unbroken_].end < c.stop.begin) {
      ++next_unbroken_;
    }
    return next_unbroken_ < unbroken_.size() && unbroken_[next_unbroken_].begin < c.stop.begin &&
           c.end <= unbroken_[next_unbroken_].end;
  }

  bool follows_cjk(const Candidate& c) const { return text::is_cjk(before(c.stop.begin)); }

  /// An ellipsis in Chinese, unless it is a stammer (我……我不知道) or ends an enumeration (……等人).
  bool ends_wide_ellipsis(const Candidate& c) {
    constexpr std::size_t kShortest = 2;  // characters of the sentence before it
    if (at(c.next) == U'等') return false;
    std::size_t characters = 0;
    for (std::size_t k = first_word_; k < c.stop.begin && characters < kShortest;
         k += text::decode(text_, k).size) {
      ++characters;
    }
    const bool stammers = characters < kShortest || is_repeated(c);
    return !(stammers && c.closed == nullptr) && ends_wide(c);
  }

  /// Whether the few characters since the last mark are said again behind the stop.
  bool is_repeated(const Candidate& c) const {
    constexpr std::size_t kMost = 3;
    std::size_t said = c.stop.begin;
    for (std::size_t characters = 0; said > begin_; ++characters) {
      const auto [code_point, size] = text::decode_before(text_, said);
      if (!text::is_word(code_point)) break;
      if (characters == kMost) return false;
      said -= size;
    }
    const std::string_view again = text_.substr(said, c.stop.begin - said);
    return !again.empty() && text_.substr(c.next).starts_with(again);
  }

  /// A full-width stop, or any stop that stands for one.
  bool ends_wide(const Candidate& c) {
    if (c.closed == nullptr) return true;
    const text::Enclosure& pair = *c.closed;
    if (pair.kind == text::EnclosureKind::title) return false;
    const bool begins_sentence = pair.open < begin_ || !has_word_before(pair.open);
    if (pair.kind == text::EnclosureKind::bracket) return begins_sentence;
    const bool introduced = text::introduces_quotation(before_space(pair.open));
    const char32_t next = at(c.next);
    if (text::is_opening_quote(next)) return begins_sentence || introduced;
    if (is_particle(next)) return false;
    // “为什么？”这个问题…: what is asked or cried is talked about.
    constexpr std::u32string_view kTalksAbout = U"这這一声聲是成和与與跟";
    const bool asks = before(c.stop.end) == U'？' || before(c.stop.end) == U'！';
    if (asks && kTalksAbout.find(next) != std::u32string_view::npos) return false;
    // 他高喊：“冲啊！”然后冲了上去: the clause goes on.
    if (is_introduced_by_clause(pair)) return !(asks && text_.substr(c.next).starts_with("然后"));
    return begins_sentence ? !begins_report(c.next) : introduced;
  }

  /// He said, “…” — 他说：“…”: the reporting clause has been.
  bool is_introduced_by_clause(const text::Enclosure& pair) const {
    const char32_t previous = before_space(pair.open);
    return previous == U',' || previous == U'，' || previous == U':' || previous == U'：';
  }

  /// Characters that bind what stands before them into the clause.
  static bool is_particle(char32_t c) {
    constexpr std::u32string_view kParticles = U"的地得之后就便时等般似";
    return kParticles.find(c) != std::u32string_view::npos;
  }

  bool begins_report(std::size_t offset) const {
    std::size_t end = offset;
    while (end < text_.size() && end - offset <= kLongestReport) {
      const auto [code_point, size] = text::decode(text_, end);
      const bool comma = code_point == U'，' || code_point == U',';
      if (comma && words_.is_chinese_report(text_.substr(offset, end - offset))) return true;
      const bool ends = text::is_stop(code_point) ||
                        (text::continues_sentence(code_point) && !comma) ||
                        text::is_opening_quote(code_point);
      if (ends) break;
      end += size;
    }
    const std::string_view clauses = text_.substr(offset, end - offset);
    return words_.is_chinese_report(clauses) || words_.begins_english_report(clauses);
  }

  /// Whether a Latin word stands in a Chinese clause: 用 println! 宏, 这里调用Console.WriteLine.
  bool follows_clause(std::string_view word, std::size_t end) const {
    return !word.empty() && text::is_cjk_word(before_space(end - word.size()));
  }

  /// A half-width stop with Chinese behind it.
  bool ends_before_cjk(const Candidate& c) {
    const std::string_view word = word_before(c.stop.begin);
    const bool latin =
        !word.empty() && word.find_first_not_of("0123456789.,") != std::string_view::npos;
    if (latin && !c.has_closing) {
      if (word.find("://") != std::string_view::npos || word.starts_with("www.")) return false;
      if (words_.abbreviation(std::string(word) + text_[c.stop.begin])) return false;
      const bool is_version = word.find_first_of("0123456789") != std::string_view::npos &&
                              std::any_of(word.begin(), word.end(), text::is_ascii_letter);
      if (c.kind == StopKind::period && (word.size() == 1 || is_version)) return false;
      // A name of a program that ends in a mark: println!, empty?
      const bool is_identifier = c.kind == StopKind::question && c.stop.size() == 1 &&
                                 text::is_lower(static_cast<unsigned char>(word.front())) &&
                                 text::is_cjk_word(at(c.next)) &&
                                 follows_clause(word, c.stop.begin);
      if (is_identifier) return false;
    }
    if (c.kind == StopKind::period && is_enumerator(c)) return false;
    return ends_wide(c);
  }

  bool ends_ellipsis(const Candidate& c) const {
    const char32_t next = at(first_letter(c.next));
    return !text::is_lower(next) && (c.next > c.end || text::is_upper(next));
  }

  /// A half-width stop and no white space after it: `First.Second`, but not `Node.js`, `a.b?c=1`,
  /// `3.5`.
  bool ends_unspaced(const Candidate& c) {
    const char32_t next = at(c.next);
    if (text::is_opening_quote(next)) return true;
    if (!text::is_upper(next)) return c.end > c.stop.end && c.has_closing && text::is_digit(next);
    if (c.end > c.stop.end) return true;
    const char32_t previous = before(c.stop.begin);
    if (text::is_cjk(previous)) return true;
    const char32_t second = at(c.next + text::decode(text_, c.next).size);
    if (!text::is_lower(previous) || !(text::is_lower(second) || second == U' ')) return false;
    if (is_member(c)) return false;
    const std::size_t begin = c.stop.begin - word_before(c.stop.begin).size();
    const std::size_t end =
        c.next + std::min(text_.substr(c.next, kLongestWord).find(' '), kLongestWord);
    std::string_view around = text_.substr(begin, end - begin);
    while (!around.empty() && !text::is_word(text::decode_before(around, around.size()).value)) {
      around.remove_suffix(text::decode_before(around, around.size()).size);
    }
    // More of these marks in one run of letters make it an address or a name in a program.
    constexpr std::string_view kAddressMarks = ".?!/@_:=#()";
    return std::count_if(around.begin(), around.end(), [&](char mark) {
             return kAddressMarks.find(mark) != std::string_view::npos;
           }) == static_cast<std::ptrdiff_t>(c.stop.size());
  }

  /// Whether a stop joins the parts of a program's name: Console.WriteLine, Math.Floor. One of them
  /// is written in camel case or both begin with a capital, as a new sentence does that lost its
  /// space; then the word behind is none that begins sentences.
  bool is_member(const Candidate& c) const {
    const std::string_view left = letters_before(c.stop.begin);
    const std::string_view right = word_at(c.next);
    const auto is_camel = [](std::string_view word) {
      return std::any_of(word.begin() + 1, word.end(), text::is_ascii_upper);
    };
    if (left.empty() || right.empty()) return false;
    if (is_camel(left) || is_camel(right)) return true;
    if (words_.starts_sentence(right)) return false;
    return text::is_ascii_upper(left.front()) || follows_clause(left, c.stop.begin);
  }

  std::string_view letters_before(std::size_t offset) const {
    std::size_t begin = offset;
    while (begin > 0 && text::is_ascii_letter(text_[begin - 1])) --begin;
    return text_.substr(begin, offset - begin);
  }

  /// A half-width stop and white space after it.
  bool ends_spaced(const Candidate& c) {
    const std::size_t letter = first_letter(c.next);
    const char32_t next = at(letter);
    if (text::is_dash(next)) return false;
    if (c.has_closing) {
      if (text::is_lower(next)) return false;
      const bool may_report = letter == c.next && c.closed != nullptr &&
                              c.closed->kind == text::EnclosureKind::quotation &&
                              !is_introduced_by_clause(*c.closed);
      return !(may_report && words_.begins_english_report(text_.substr(c.next, kLongestReport)));
    }
    if (c.kind == StopKind::question) {
      const std::string word = std::string(word_before(c.stop.begin)) + text_[c.stop.begin];
      if (c.stop.size() > 1) return true;
      // Use println! to print it: where sentences begin with capitals, none begins without.
      const bool goes_on = text::is_lower(next) && !text::is_upper(at(letter + 1)) &&
                           text::is_upper(at(first_word_));
      return !goes_on && !words_.abbreviation(word);
    }
    return ends_period(c, letter);
  }

  bool ends_period(const Candidate& c, std::size_t letter) {
    if (is_enumerator(c)) return false;
    const char32_t next = at(letter);
    const std::string_view word = word_before(c.stop.begin);
    const std::string_view following = word_at(letter);
    const bool started = words_.starts_sentence(following);
    if (const auto kind = words_.abbreviation(std::string(word) + '.')) {
      switch (*kind) {
        case AbbreviationKind::name:
        case AbbreviationKind::inner:
          return false;
        case AbbreviationKind::number:
          return !text::is_digit(next);
        case AbbreviationKind::label:
          return !text::is_digit(next) && following.size() != 1 && !is_roman(following);
        case AbbreviationKind::closing:
          return !text::is_lower(next) && !is_digit_or_zone(following, next);
        case AbbreviationKind::final:
          return started;
      }
    }
    const bool initial = word.size() == 1 && text::is_upper(static_cast<unsigned char>(word[0]));
    if (initial && word != "I") return started || is_numbered_by_letter(c.stop.begin - 1);
    return true;
  }

  /// What goes on behind a time: 5 p.m. Eastern, 5 p.m. Friday.
  static bool is_digit_or_zone(std::string_view word, char32_t next) {
    constexpr std::array<std::string_view, 15> kZones = {
        "Eastern", "Pacific", "Central",   "Mountain", "ET",     "PT",       "GMT",   "UTC",
        "Monday",  "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"};
    return text::is_digit(next) || std::find(kZones.begin(), kZones.end(), word) != kZones.end();
  }

  /// Whether the letter at `offset` numbers what stands before it: Plan B, vitamin C, a Series A.
  bool is_numbered_by_letter(std::size_t offset) const {
    constexpr std::array<std::string_view, 16> kNumbered = {
        "plan",  "series", "vitamin", "grade", "type",  "class",  "part",  "section",
        "group", "team",   "option",  "point", "level", "figure", "table", "appendix"};
    if (offset < 2 || text_[offset - 1] != ' ') return false;
    const std::string word = text::ascii_lower(word_before(offset - 1));
    return std::find(kNumbered.begin(), kNumbered.end(), word) != kNumbered.end();
  }

  static bool is_roman(std::string_view word) {
    return !word.empty() && word.find_first_not_of("IVXLC") == std::string_view::npos;
  }

  /// Whether a number or a letter before the stop is all that the sentence has so far: `1. First`.
  bool is_enumerator(const Candidate& c) {
    if (c.end != c.stop.end) return false;
    constexpr std::size_t kMost = 6;  // characters
    std::size_t characters = 0;
    bool digits = true;
    for (std::size_t k = first_word_; k < c.stop.begin && characters <= kMost;) {
      const auto [code_point, size] = text::decode(text_, k);
      digits = digits && (text::is_digit(code_point) || code_point == U'.' || code_point == U'．');
      ++characters;
      k += size;
    }
    return digits ? characters <= kMost : characters == 1;
  }

  const WordLists& words_;
  const SegmentOptions& options_;
  std::vector<text::Enclosure> enclosures_;  // by their closing marks
  std::vector<std::size_t> opens_;           // their opening marks, ascending
  std::vector<ByteRange> unbroken_;
  std::size_t next_unbroken_ = 0;
  std::size_t begin_ = 0;       // of the sentence
  std::size_t first_word_ = 0;  // its first letter or digit, as far as it was looked for
  std::vector<ByteRange> sentences_;
};

/// Chinese speech that was written down without marks, a space after each clause; empty for other
/// texts. Words that are set apart by spaces, and a title with a space or two, are none.
std::vector<ByteRange> spaced_clauses(std::string_view text) {
  constexpr std::size_t kFewest = 3;    // clauses
  constexpr std::size_t kShortest = 4;  // characters of a clause, on average
  if (text.find(' ') == std::string_view::npos) return {};
  std::vector<ByteRange> clauses;
  std::size_t begin = 0;
  std::size_t characters = 0;
  for (std::size_t at = 0; at < text.size();) {
    const auto [c, size] = text::decode(text, at);
    const std::size_t next = at + size;
    if (c == U' ' && at > 0 && next < text.size()) {
      const bool between = text::is_cjk_word(text::decode_before(text, at).value) &&
                           text::is_cjk_word(text::decode(text, next).value);
      if (between) {
        clauses.push_back({begin, at});
        begin = next;
      }
    } else if (text::continues_sentence(c)) {
      return {};  // it has marks after all
    } else {
      characters += text::is_cjk_word(c);
    }
    at = next;
  }
  clauses.push_back(
      {text::space_end(text, begin, text.size()), text::text_end(text, begin, text.size())});
  const bool fits = clauses.size() >= kFewest && characters >= kShortest * clauses.size();
  return fits ? clauses : std::vector<ByteRange>();
}

}  // namespace

std::vector<ByteRange> find_sentences(std::string_view text, const Stops& stops,
                                      const WordLists& words, const SegmentOptions& options) {
  if (stops.empty() || stops.front().end == text.size()) {
    std::vector<ByteRange> clauses = spaced_clauses(text);
    if (!clauses.empty()) return clauses;
  }
  return Boundaries(text, words, options).run(stops);
}

}  // namespace duizhao::segment
