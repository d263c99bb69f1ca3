#include "document/opaque.hpp"

#include <algorithm>
#include <array>

#include "text/ascii.hpp"
#include "text/marks.hpp"
#include "text/scripts.hpp"
#include "text/utf8.hpp"

namespace duizhao::document {
namespace {

// Longer ones have lost their end; bytes.
constexpr std::size_t kLongestFormula = 500;
constexpr std::size_t kLongestDisplay = 20'000;
constexpr std::size_t kLongestName = 64;  // of a scheme, or before an @

constexpr std::array<bool, 256> bytes_of(std::string_view set) {
  std::array<bool, 256> table{};
  for (const char c : set) table[static_cast<unsigned char>(c)] = true;
  return table;
}

bool is_one(char c, const std::array<bool, 256>& table) {
  return table[static_cast<unsigned char>(c)];
}

bool is_letter_or_digit(char c) { return text::is_ascii_letter(c) || text::is_ascii_digit(c); }

/// Whether the line feed at `feed` ends a paragraph: an empty line follows, or nothing.
bool ends_paragraph(std::string_view text, std::size_t feed) {
  const std::size_t next = text.find_first_not_of(" \t\r", feed + 1);
  return next == std::string_view::npos || text[next] == '\n';
}

bool has_cjk(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const auto [c, size] = text::decode(text, at);
    if (text::is_cjk(c)) return true;
    at += size;
  }
  return false;
}

/// Whether what stands between two dollars reads as words rather than as a formula: Chinese, or two
/// words in a row, without a command of TeX.
bool reads_as_prose(std::string_view inside) {
  if (inside.find('\\') != std::string_view::npos) return false;
  if (has_cjk(inside)) return true;
  if (text::is_ascii_digit(inside.front()) && inside.find(' ') != std::string_view::npos) {
    return inside.find_first_of("=^_{<>") == std::string_view::npos;
  }
  constexpr std::size_t kWord = 3;  // letters
  std::size_t letters = 0;
  std::size_t words = 0;
  for (const char c : inside) {
    if (text::is_ascii_letter(c)) {
      ++letters;
      continue;
    }
    words = c != ' ' ? 0 : letters >= kWord ? words + 1 : 0;
    letters = 0;
    if (words == 2) return true;
  }
  return words == 1 && letters >= kWord;
}

std::size_t dollar_formula_size(std::string_view text, std::size_t at) {
  const std::size_t inner = at + 1;
  if (inner >= text.size() || text::is_space(text::decode(text, inner).value)) return 0;
  const std::string_view reach = text.substr(0, std::min(text.size(), inner + kLongestFormula));
  for (std::size_t end = reach.find_first_of("$\n", inner); end != std::string_view::npos;
       end = reach.find_first_of("$\n", end + 1)) {
    if (text[end] == '\n') {
      if (ends_paragraph(text, end)) return 0;
      continue;
    }
    if (text[end - 1] == '\\') continue;
    const bool money = end + 1 < text.size() && text::is_ascii_digit(text[end + 1]);
    const bool spaced = text[end - 1] == ' ' || text[end - 1] == '\n';
    if (end == inner || money || spaced) return 0;
    return reads_as_prose(text.substr(inner, end - inner)) ? 0 : end + 1 - at;
  }
  return 0;
}

/// Where an address that has begun before `at` ends: before white space, Chinese, a mark that
/// encloses it, or the marks of the sentence around it.
std::size_t address_end(std::string_view text, std::size_t at) {
  static constexpr auto kInside =
      bytes_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~:/?#@!$&*+,;=%(");
  std::size_t open = 0;  // parentheses, as in …/Name_(film)
  std::size_t end = at;
  for (; end < text.size(); ++end) {
    if (text[end] == ')' ? open == 0 : !is_one(text[end], kInside)) break;
    open = text[end] == '(' ? open + 1 : text[end] == ')' ? open - 1 : open;
  }
  const bool goes_on = end < text.size() && !text::is_space(text::decode(text, end).value);
  const std::string_view marks = goes_on ? ".,;:!*_(" : ".,;:!?*_(";
  while (end > at && marks.find(text[end - 1]) != std::string_view::npos) --end;
  return end;
}

/// The beginning of the name that ends at `end`: letters, digits and marks inside.
std::size_t name_begin(std::string_view text, std::size_t end, std::string_view marks) {
  std::size_t begin = end;
  while (begin > 0 && end - begin < kLongestName &&
         (is_letter_or_digit(text[begin - 1]) ||
          marks.find(text[begin - 1]) != std::string_view::npos)) {
    --begin;
  }
  return begin;
}

/// The address about the sign at `at`: `://`, `www.`, or the @ of a mailbox. Empty if there is
/// none.
ByteRange address_at(std::string_view text, std::size_t at) {
  const std::string_view rest = text.substr(at);
  if (rest.starts_with("://")) {
    const std::size_t begin = name_begin(text, at, "+.-");
    const std::size_t end = begin < at ? address_end(text, at + 3) : at;
    if (end > at + 3) return {begin, end};
  } else if (rest.starts_with("www.")) {
    const bool inside = at > 0 && (is_letter_or_digit(text[at - 1]) || text[at - 1] == '/');
    const std::size_t end = inside ? at : address_end(text, at + 4);
    if (end > at + 4) return {at, end};
  } else if (rest.starts_with('@')) {
    const std::size_t begin = name_begin(text, at, "._+-");
    std::size_t end = at + 1;
    while (end < text.size() &&
           (is_letter_or_digit(text[end]) || text[end] == '.' || text[end] == '-'))
      ++end;
    while (end > at && !is_letter_or_digit(text[end - 1])) --end;
    const bool has_domain = text.substr(at, end - at).find('.') != std::string_view::npos;
    if (begin < at && has_domain) return {begin, end};
  }
  return {at, at};
}

}  // namespace

std::size_t code_span_size(std::string_view text, std::size_t at) {
  const std::size_t inner = std::min(text.find_first_not_of('`', at), text.size());
  for (std::size_t k = text.find_first_of("`\n", inner); k < text.size();) {
    if (text[k] == '\n') {
      if (ends_paragraph(text, k)) return 0;
      k = text.find_first_of("`\n", k + 1);
      continue;
    }
    const std::size_t end = std::min(text.find_first_not_of('`', k), text.size());
    if (end - k == inner - at) return end - at;
    k = text.find_first_of("`\n", end);
  }
  return 0;
}

std::size_t FormulaFinder::enclosed_size(std::size_t at, std::size_t close, std::size_t longest) {
  constexpr std::array<std::string_view, 3> kCloses = {"$$", "\\)", "\\]"};
  const std::size_t inner = at + 2;
  // A place that was found for an earlier beginning serves as long as it lies ahead.
  if (asked_[close] == 0 || inner < asked_[close] || inner > next_[close]) {
    next_[close] = text_.find(kCloses[close], inner);
    asked_[close] = inner;
  }
  const std::size_t found = next_[close];
  if (found == std::string_view::npos || found == inner || found - inner > longest) return 0;
  return found + 2 - at;
}

std::size_t FormulaFinder::size(std::size_t at) {
  const std::string_view rest = text_.substr(at);
  if (rest.starts_with("$$")) return enclosed_size(at, 0, kLongestDisplay);
  if (rest.starts_with('$')) return dollar_formula_size(text_, at);
  if (rest.starts_with("\\(")) return enclosed_size(at, 1, kLongestFormula);
  if (rest.starts_with("\\[")) return enclosed_size(at, 2, kLongestDisplay);
  return 0;
}

std::vector<Opaque> find_opaque(std::string_view bytes, ByteRange range, OpaqueMarks marks) {
  const std::string_view text = bytes.substr(range.begin, range.size());
  static constexpr auto kSigns = bytes_of("`$\\:w@");
  std::vector<Opaque> found;
  FormulaFinder formulas(text);
  std::size_t unpaired_ticks = 0;  // no code span begins before
  for (std::size_t at = 0; at < text.size();) {
    const char c = text[at];
    if (!is_one(c, kSigns)) {
      ++at;
      continue;
    }
    std::size_t end = at;
    RunKind kind = RunKind::address;
    ByteRange address{at, at};
    if (c == '`') {
      if (marks == OpaqueMarks::all && at >= unpaired_ticks) end += code_span_size(text, at);
      kind = RunKind::code;
      if (end == at) {
        unpaired_ticks =
            std::max(unpaired_ticks, std::min(text.find_first_not_of('`', at), text.size()));
      }
    } else if (c == '$' || c == '\\') {
      if (marks != OpaqueMarks::none) end += formulas.size(at);
      kind = RunKind::formula;
      if (end == at && c == '\\') ++at;  // an escaped mark is none
    } else {
      address = address_at(text, at);
      end = address.end;
    }
    if (end <= at) {
      ++at;
      continue;
    }
    const std::size_t begin = kind == RunKind::address ? address.begin : at;
    if (found.empty() || found.back().range.end <= begin) found.push_back({kind, {begin, end}});
    at = end;
  }
  for (Opaque& each : found) {
    each.range.begin += range.begin;
    each.range.end += range.begin;
  }
  return found;
}

bool looks_like_code(std::string_view block) {
  static constexpr auto kMarks = bytes_of("{}[]()=<>_|\\/;#$&*+");
  constexpr std::size_t kTo = 16;  // characters to a mark, at most
  std::size_t marks = 0;
  std::size_t characters = 0;
  for (std::size_t at = 0; at < block.size();) {
    const auto [c, size] = text::decode(block, at);
    if (text::is_wide_stop(c)) return false;
    if (!text::is_space(c)) ++characters;
    if (size == 1) marks += is_one(block[at], kMarks);
    at += size;
  }
  return marks * kTo >= characters && marks > 0;
}

void mask(std::string& text, ByteRange range) {
  if (range.empty()) return;
  // One letter alone might be an initial; I is none.
  std::fill_n(text.begin() + static_cast<std::ptrdiff_t>(range.begin), range.size(), 'q');
  text[range.begin] = range.size() == 1 ? 'I' : 'Q';
}

void cut_runs(const std::vector<Opaque>& found, std::vector<TextRun>& runs) {
  if (found.empty()) return;
  std::vector<TextRun> cut;
  auto next = found.begin();
  for (TextRun& run : runs) {
    while (next != found.end() && next->range.end <= run.range.begin) ++next;
    if (run.kind != RunKind::prose) {
      cut.push_back(std::move(run));
      continue;
    }
    for (auto each = next; each != found.end() && each->range.begin < run.range.end; ++each) {
      const std::size_t begin = std::max(run.range.begin, each->range.begin);
      const std::size_t end = std::min(run.range.end, each->range.end);
      if (run.shown) {  // an entity inside a formula
        run.kind = each->kind;
        break;
      }
      if (run.range.begin < begin) cut.push_back({{run.range.begin, begin}, {}, RunKind::prose});
      cut.push_back({{begin, end}, {}, each->kind});
      run.range.begin = end;
    }
    if (!run.range.empty() || run.shown) cut.push_back(std::move(run));
  }
  runs = std::move(cut);
}

}  // namespace duizhao::document
