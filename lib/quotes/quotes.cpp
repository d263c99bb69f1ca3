#include "duizhao/quotes/quotes.hpp"

#include <algorithm>
#include <optional>

#include "document/visible_text.hpp"
#include "lexicon/words.hpp"
#include "quotes/quotations.hpp"
#include "segment/word_lists.hpp"
#include "text/ascii.hpp"
#include "text/marks.hpp"
#include "text/scripts.hpp"
#include "text/utf8.hpp"

namespace duizhao {
namespace {

using quotes::Quotation;

constexpr std::size_t kBeside = 60;        // bytes before and after a quotation that tell about it
constexpr std::size_t kAttribution = 100;  // bytes of an attribution between two parts at most

char32_t last_of(std::string_view text) {
  return text.empty() ? U'\0' : text::decode_before(text, text.size()).value;
}

char32_t first_of(std::string_view text) {
  return text.empty() ? U'\0' : text::decode(text, 0).value;
}

bool is_comma(char32_t c) { return c == U',' || c == U'，' || c == U'、'; }
bool is_colon(char32_t c) { return c == U':' || c == U'：'; }

/// A run of ASCII letters and hyphens.
struct PlainWord {
  std::string_view text;
  std::size_t begin;
};

std::vector<PlainWord> latin_words(std::string_view text) {
  std::vector<PlainWord> words;
  std::size_t begin = 0;
  for (std::size_t i = 0; i <= text.size(); ++i) {
    const bool inside = i < text.size() && (text::is_ascii_letter(text[i]) || text[i] == '-');
    if (inside) continue;
    if (i > begin) words.push_back({text.substr(begin, i - begin), begin});
    begin = i + 1;
  }
  return words;
}

bool is_name_word(std::string_view word) {
  constexpr std::string_view kPronouns[] = {"He", "She", "They", "It", "We", "I", "The", "A"};
  return text::is_ascii_upper(word.front()) &&
         std::find(std::begin(kPronouns), std::end(kPronouns), word) == std::end(kPronouns);
}

/// What stands around quotations.
class Surroundings {
 public:
  explicit Surroundings(const segment::WordLists& words) : words_(words) {}

  /// Whether a text has a reporting verb: `he said`, `他说`.
  bool reports(std::string_view text) const {
    const auto words = latin_words(text);
    return std::any_of(words.begin(), words.end(),
                       [&](const PlainWord& word) {
                         return words_.is_english_reporting_verb(text::ascii_lower(word.text));
                       }) ||
           reports_in_chinese(text);
  }

  /// Whether a text between two quotations is an attribution that interrupts what is one quote.
  bool interrupts(std::string_view first, std::string_view between) const {
    constexpr std::size_t kWords = 6;
    const std::string_view clause = text::trimmed(between);
    const char32_t end = last_of(clause);
    const bool stops = end == U'.' || end == U'。';
    const bool pauses = is_comma(end) || is_colon(end) || end == U';' || end == U'；';
    if (between.size() > kAttribution || !(stops || pauses) || has_stop_inside(clause)) {
      return false;
    }
    // “We waited.” He also said, “We left.” are two acts of speaking.
    if (pauses && text::is_stop(last_of(text::trimmed(first)))) return false;
    const bool is_short = latin_words(clause).size() <= kWords;
    // “We waited,” he went on, “and then we left” needs no verb that is known.
    if (is_comma(last_of(text::trimmed(first)))) return reports(between) || (pauses && is_short);
    // After a full stop: nothing but who said it, and then it goes on.
    return reports(between) && is_short;
  }

  /// Who is named in the reporting clause before or after a quotation; empty if nobody is.
  std::string speaker(std::string_view before, std::string_view after) const {
    std::string name = name_after(after);
    if (name.empty()) name = name_before(before);
    if (name.empty()) name = chinese_name(after.substr(0, clause_end(after)));
    return name.empty() ? chinese_name(last_clause(before)) : name;
  }

 private:
  bool is_verb(std::string_view word) const {
    return words_.is_english_reporting_verb(text::ascii_lower(word));
  }

  /// Whether a sentence ends before the clause does.
  static bool has_stop_inside(std::string_view clause) {
    const std::size_t wide = clause.find("。");
    return clause.find(". ") != std::string_view::npos ||
           (wide != std::string_view::npos && wide + std::string_view("。").size() < clause.size());
  }

  bool reports_in_chinese(std::string_view text) const {
    std::string_view clause = text::trimmed(text);
    while (!clause.empty() && !text::is_han(last_of(clause))) {
      clause.remove_suffix(text::decode_before(clause, clause.size()).size);
    }
    return text::is_han(last_of(clause)) && words_.is_chinese_report(clause);
  }

  /// Where the first clause of a text ends, a stop or a comma.
  static std::size_t clause_end(std::string_view text) {
    std::size_t at = 0;
    while (at < text.size()) {
      const auto [c, size] = text::decode(text, at);
      if (text::is_stop(c) || is_comma(c)) break;
      at += size;
    }
    return at;
  }

  /// The last clause of a text.
  static std::string_view last_clause(std::string_view text) {
    text = text::trimmed(text);
    std::size_t begin = text.size();
    while (begin > 0) {
      const auto [c, size] = text::decode_before(text, begin);
      if (begin < text.size() && (text::is_stop(c) || is_comma(c))) break;
      begin -= size;
    }
    return text.substr(begin);
  }

  /// `梁文锋说：`, whatever marks stand about it.
  std::string chinese_name(std::string_view clause) const {
    while (!clause.empty() && !text::is_han(last_of(clause))) {
      clause.remove_suffix(text::decode_before(clause, clause.size()).size);
    }
    while (!clause.empty() && !text::is_han(first_of(clause))) {
      clause.remove_prefix(text::decode(clause, 0).size);
    }
    return std::string(words_.chinese_reporter(clause));
  }

  /// `Liang Wenfeng said`, `said Liang` at the beginning.
  std::string name_after(std::string_view text) const {
    const std::string_view clause = text.substr(0, text.find_first_of(".;\n"));
    const auto words = latin_words(clause);
    std::size_t first = 0;
    if (!words.empty() && is_verb(words.front().text)) first = 1;
    std::size_t end = first;
    while (end < words.size() && is_name_word(words[end].text)) ++end;
    const bool verb_follows = end < words.size() && is_verb(words[end].text);
    if (end == first || (first == 0 && !verb_follows)) return {};
    return std::string(
        clause.substr(words[first].begin,
                      words[end - 1].begin + words[end - 1].text.size() - words[first].begin));
  }

  /// `Liang Wenfeng said:` at the end.
  std::string name_before(std::string_view text) const {
    const std::size_t stop = text.find_last_of(".;\n");
    std::string_view clause =
        text::trimmed(stop == std::string_view::npos ? text : text.substr(stop + 1));
    const auto words = latin_words(clause);
    if (!words.empty() && is_verb(words.back().text)) {
      std::size_t begin = words.size() - 1;
      const std::size_t end = begin;
      while (begin > 0 && is_name_word(words[begin - 1].text)) --begin;
      if (begin == end) return {};
      return std::string(
          clause.substr(words[begin].begin,
                        words[end - 1].begin + words[end - 1].text.size() - words[begin].begin));
    }
    return {};
  }

  const segment::WordLists& words_;
};

/// `[3] Substack: "…"`: the line of a bibliography.
bool is_bibliography(std::string_view block) {
  const std::string_view text = text::trimmed(block);
  const std::size_t mark = text::footnote_size(text, 0);
  return mark > 0 && text.find(':', mark) != std::string_view::npos;
}

std::size_t han_characters(std::string_view text) {
  std::size_t count = 0;
  for (std::size_t offset = 0; offset < text.size();) {
    const auto [code_point, size] = text::decode(text, offset);
    if (text::is_han(code_point)) ++count;
    offset += size;
  }
  return count;
}

/// Capitalised as titles are: all words but short ones, or nearly; or a name.
bool is_title(std::string_view text) {
  constexpr double kCapitalised = 0.6;
  constexpr std::size_t kLeastWords = 3;
  constexpr std::size_t kShort = 3;  // letters: of, the
  if (text::is_stop(last_of(text)) || is_comma(last_of(text)) || han_characters(text) > 0) {
    return false;
  }
  std::size_t capitals = 0;
  std::size_t counted = 0;
  const auto words = latin_words(text);
  for (const PlainWord& word : words) {
    const bool capital = text::is_ascii_upper(word.text.front());
    if (word.text.size() <= kShort && !capital) continue;
    ++counted;
    if (capital) ++capitals;
  }
  if (counted > 0 && capitals == words.size()) return true;
  return counted >= kLeastWords &&
         static_cast<double>(capitals) >= kCapitalised * static_cast<double>(counted);
}

/// By its length, its end, and what introduces it.
bool is_statement(std::string_view text, std::string_view before, std::string_view after,
                  const Surroundings& surroundings) {
  constexpr std::size_t kWords = 5;
  constexpr std::size_t kReportedWords = 3;
  constexpr std::size_t kHan = 8;
  constexpr std::size_t kReportedHan = 4;
  if (is_title(text)) return false;
  const bool reported = is_colon(last_of(text::trimmed(before))) || surroundings.reports(before) ||
                        surroundings.reports(after) || text::is_stop(last_of(text));
  const std::size_t han = han_characters(text);
  const std::size_t words = lexicon::plain_words(text).size();
  return words >= kWords || han >= kHan ||
         (reported && (words >= kReportedWords || han >= kReportedHan));
}

/// Collects the quotes of one document, block by block.
class Finder {
 public:
  explicit Finder(const Document& document) : document_(document), surroundings_(words_) {}

  std::vector<Quote> run() {
    for (std::size_t i = 0; i < document_.blocks().size(); ++i) {
      const Block& block = document_.blocks()[i];
      add_turn(i);
      if (block.kind == BlockKind::code) {
        pending_.reset();
        continue;
      }
      const std::size_t before = quotes_.size();
      add_quotations(i);
      // Its words are quoted once, if they stand between marks as a whole.
      const bool said = quotes_.size() == before + 1 && covers(quotes_.back(), block);
      if (block.kind == BlockKind::blockquote && !said) add_blockquote(i);
    }
    for (Quote& quote : quotes_) finish(quote);
    std::stable_sort(quotes_.begin(), quotes_.end(), [](const Quote& left, const Quote& right) {
      return left.parts.front().begin < right.parts.front().begin;
    });
    return std::move(quotes_);
  }

 private:
  /// A turn grows with the paragraphs that continue it.
  void add_turn(std::size_t index) {
    const Block& block = document_.blocks()[index];
    if (block.speaker.empty()) {
      turn_ = kNone;
      return;
    }
    if (block.range.empty()) return;
    if (block.begins_turn || turn_ == kNone) {
      turn_ = quotes_.size();
      quotes_.push_back({.kind = QuoteKind::turn,
                         .block = index,
                         .language = block.language,
                         .speaker = block.speaker});
    }
    quotes_[turn_].parts.push_back(block.range);
  }

  /// Whether a quotation is all that a block says, but for its marks.
  static bool covers(const Quote& quote, const Block& block) {
    constexpr std::size_t kMarks = 8;  // bytes
    return quote.range().size() + kMarks >= block.range.size();
  }

  /// Paragraphs of one blockquote are one quote.
  void add_blockquote(std::size_t index) {
    const Block& block = document_.blocks()[index];
    const bool goes_on =
        blockquote_ && blockquote_->second + 1 == index && is_one_blockquote(index);
    if (!goes_on) {
      blockquote_ = {quotes_.size(), index};
      quotes_.push_back({.kind = QuoteKind::blockquote,
                         .block = index,
                         .language = block.language,
                         .speaker = block.speaker});
    }
    blockquote_->second = index;
    quotes_[blockquote_->first].parts.push_back(block.range);
  }

  /// Whether a block goes on with the blockquote before it: nothing between them ends it.
  bool is_one_blockquote(std::size_t index) const {
    const std::size_t begin = document_.blocks()[index - 1].range.end;
    const std::size_t end = document_.blocks()[index].range.begin;
    const std::string_view between = std::string_view(document_.bytes()).substr(begin, end - begin);
    if (between.find("</") != std::string_view::npos) {
      return between.find("</blockquote") == std::string_view::npos;
    }
    return between.find("\n\n") == std::string_view::npos &&
           between.find("\n\r\n") == std::string_view::npos;
  }

  void add_quotations(std::size_t index) {
    const Block& block = document_.blocks()[index];
    const document::VisibleText seen(document_, block);
    const std::string_view text = seen.text();
    const quotes::Quotations found =
        pending_ ? quotes::find_quotations(text, pending_->family, pending_->mid_sentence)
                 : quotes::find_quotations(text);
    const bool bibliography = is_bibliography(text);
    std::optional<Quote> before;
    if (found.continues) before = std::move(pending_->quote);
    pending_.reset();
    for (std::size_t k = 0; k < found.closed.size();) {
      Quote quote =
          before ? std::move(*before)
                 : Quote{.block = index, .language = block.language, .speaker = block.speaker};
      const bool goes_on = before.has_value();
      before.reset();
      const std::size_t first = k;
      add_part(quote, seen, found.closed[k].inner);
      for (++k; k < found.closed.size(); ++k) {
        const Quotation& last = found.closed[k - 1];
        const std::string_view between =
            text.substr(last.whole.end, found.closed[k].whole.begin - last.whole.end);
        if (!surroundings_.interrupts(inner(text, last), between)) break;
        add_part(quote, seen, found.closed[k].inner);
      }
      if (quote.parts.empty()) continue;
      describe(quote, text, found.closed[first], found.closed[k - 1], bibliography, goes_on);
      quotes_.push_back(std::move(quote));
    }
    if (found.open && block.kind != BlockKind::list_item && block.kind != BlockKind::heading) {
      Quote quote =
          before ? std::move(*before)
                 : Quote{.block = index, .language = block.language, .speaker = block.speaker};
      add_part(quote, seen, found.open->inner);
      if (!quote.parts.empty()) {
        const bool mid_sentence = !text::is_stop(last_of(text::trimmed(text)));
        pending_ = {std::move(quote), found.open_family, mid_sentence};
      }
    }
  }

  static std::string_view inner(std::string_view text, const Quotation& quotation) {
    return text.substr(quotation.inner.begin, quotation.inner.size());
  }

  static void add_part(Quote& quote, const document::VisibleText& seen, ByteRange range) {
    const std::size_t begin = text::space_end(seen.text(), range.begin, range.end);
    const std::size_t end = text::text_end(seen.text(), begin, range.end);
    if (begin < end) quote.parts.push_back(seen.in_document({begin, end}));
  }

  /// Says what a quotation is and who is named beside it.
  void describe(Quote& quote, std::string_view text, const Quotation& first, const Quotation& last,
                bool bibliography, bool goes_on) const {
    const std::size_t begin = first.whole.begin;
    std::size_t from = begin > kBeside ? begin - kBeside : 0;
    while (from < begin && (static_cast<unsigned char>(text[from]) & 0xC0) == 0x80) ++from;
    const std::string_view before = text.substr(from, begin - from);
    std::size_t to = std::min(text.size(), first.whole.end + kBeside);
    while (to < text.size() && (static_cast<unsigned char>(text[to]) & 0xC0) == 0x80) ++to;
    const std::string_view after = text.substr(first.whole.end, to - first.whole.end);
    const bool whole_block = text::trimmed(text.substr(0, begin)).empty() &&
                             text::trimmed(text.substr(last.whole.end)).empty();
    quote.statement =
        !bibliography &&
        (goes_on || whole_block || is_statement(inner(text, first), before, after, surroundings_) ||
         last.whole.begin > first.whole.begin);
    if (quote.speaker.empty()) quote.speaker = surroundings_.speaker(before, after);
  }

  void finish(Quote& quote) const {
    text::ScriptCount letters;
    for (const ByteRange& part : quote.parts) {
      const std::string piece = document_.text(part);
      letters.add(piece);
      const bool spaced = !quote.text.empty() && !text::is_cjk(first_of(piece));
      quote.text += (spaced ? " " : "") + piece;
    }
    // Latin names inside Chinese change nothing; a Chinese quotation in English text does.
    const std::string own = letters.language();
    if (!own.empty() && !text::share_script(own, quote.language)) quote.language = own;
  }

  static constexpr std::size_t kNone = static_cast<std::size_t>(-1);

  const Document& document_;
  segment::WordLists words_;
  Surroundings surroundings_;
  std::vector<Quote> quotes_;
  /// A quotation that its paragraph has not closed.
  struct Pending {
    Quote quote;
    quotes::QuoteFamily family;
    bool mid_sentence;
  };
  std::optional<Pending> pending_;
  std::size_t turn_ = kNone;                                       // index into quotes_
  std::optional<std::pair<std::size_t, std::size_t>> blockquote_;  // the last: quote, last block
};

}  // namespace

std::string_view name_of(QuoteKind kind) {
  switch (kind) {
    case QuoteKind::quotation:
      return "quotation";
    case QuoteKind::indirect:
      return "indirect";
    case QuoteKind::blockquote:
      return "blockquote";
    case QuoteKind::turn:
      return "turn";
  }
  return {};
}

ByteRange in_document(const Document& document, const Quote& quote, ByteRange seen) {
  std::optional<ByteRange> found;
  std::size_t begin = 0;  // of the part in the quote's text
  for (const ByteRange& part : quote.parts) {
    const document::VisibleText visible(document, part);
    const std::string_view text = visible.text();
    if (begin > 0 && !text::is_cjk(first_of(text))) ++begin;  // the space between parts
    const std::size_t end = begin + text.size();
    const std::size_t from = std::max(seen.begin, begin);
    const std::size_t to = std::min(seen.end, end);
    if (from < to) {
      const ByteRange range = visible.in_document({from - begin, to - begin});
      found = found ? ByteRange{found->begin, range.end} : range;
    }
    begin = end;
  }
  return found.value_or(ByteRange{quote.range().end, quote.range().end});
}

std::vector<Quote> find_quotes(const Document& document) { return Finder(document).run(); }

}  // namespace duizhao
