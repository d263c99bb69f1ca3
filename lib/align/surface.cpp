#include "align/surface.hpp"

#include <algorithm>
#include <string_view>

#include "text/scripts.hpp"
#include "text/utf8.hpp"

namespace duizhao::align {
namespace {

constexpr std::u32string_view kOpening = U"“「『‘";
constexpr std::u32string_view kClosing = U"”」』’";
constexpr std::u32string_view kSingle = U"'‘’";
constexpr std::u32string_view kCornered = U"「」『』";
constexpr std::u32string_view kQuestion = U"?？";
constexpr std::u32string_view kClauseMarks = U"，；。！？…?!,;—";

bool is_in(char32_t c, std::u32string_view set) { return set.find(c) != std::u32string_view::npos; }

bool is_quotation_mark(char32_t c) {
  return c == U'"' || c == U'\'' || is_in(c, kOpening) || is_in(c, kClosing);
}

std::u32string trimmed(std::string_view text) {
  const std::size_t begin = text::space_end(text, 0, text.size());
  const std::size_t end = text::text_end(text, begin, text.size());
  std::u32string code_points;
  for (std::size_t offset = begin; offset < end;) {
    const auto [code_point, size] = text::decode(text, offset);
    code_points += code_point;
    offset += size;
  }
  return code_points;
}

/// The quotation marks of a text are single or double; the other kind is apostrophes, or quotations
/// inside quotations. Corner brackets always are quotation marks.
class QuotationMarks {
 public:
  explicit QuotationMarks(const std::vector<std::u32string>& sentences) {
    std::size_t singles = 0;
    std::size_t doubles = 0;
    for (const std::u32string& sentence : sentences) {
      for (std::size_t k = 0; k < sentence.size(); ++k) {
        const bool begins_word = (k == 0 || !text::is_word(sentence[k - 1])) &&
                                 k + 1 < sentence.size() && text::is_word(sentence[k + 1]);
        singles += is_in(sentence[k], kSingle) && begins_word;
        doubles += is_quotation_mark(sentence[k]) && !is_in(sentence[k], kSingle);
      }
    }
    single_ = 2 * singles > doubles;
  }

  bool contain(char32_t c) const {
    return is_quotation_mark(c) && (is_in(c, kCornered) || is_in(c, kSingle) == single_);
  }

  /// Whether the mark at `k` is an apostrophe: there are letters on both sides.
  static bool is_apostrophe(const std::u32string& text, std::size_t k) {
    return is_in(text[k], kSingle) && k > 0 && k + 1 < text.size() && text::is_word(text[k - 1]) &&
           text::is_word(text[k + 1]);
  }

  /// Whether the mark at `k` opens a quotation, where `inside` says whether one is open.
  static bool opens(const std::u32string& text, std::size_t k, bool inside) {
    if (is_in(text[k], kOpening)) return true;
    if (is_in(text[k], kClosing)) return false;
    const char32_t before = k > 0 ? text[k - 1] : U' ';
    const char32_t after = k + 1 < text.size() ? text[k + 1] : U' ';
    if (text::is_cjk(before) || text::is_cjk(after)) return !inside;
    return (text::is_space(before) || is_in(before, U"(—-[")) && !text::is_space(after);
  }

 private:
  bool single_ = false;
};

std::size_t count(std::u32string_view text, std::u32string_view word) {
  std::size_t found = 0;
  for (std::size_t at = text.find(word); at != std::u32string_view::npos;
       at = text.find(word, at + word.size())) {
    ++found;
  }
  return found;
}

/// A full stop counts as a mark where no letter or digit follows.
std::size_t count_clauses(const std::u32string& text, bool english) {
  std::size_t clauses = 0;
  bool in_run = false;
  for (std::size_t k = 0; k < text.size(); ++k) {
    const bool stop = text[k] == U'.' && (k + 1 == text.size() || !text::is_word(text[k + 1]));
    const bool digits = text[k] == U',' && k + 1 < text.size() && text::is_digit(text[k + 1]);
    const bool mark = stop || (is_in(text[k], kClauseMarks) && !digits);
    clauses += mark && !in_run;
    in_run = mark;
  }
  if (english) clauses += count(text, U" and ") + count(text, U" but ");
  return clauses;
}

/// Whether there is a question mark among the marks at the end: “为什么？！”
bool ends_in_question(std::u32string_view text) {
  constexpr std::u32string_view kFinal = U"?？!！.。…)）";
  while (!text.empty() && (is_quotation_mark(text.back()) || is_in(text.back(), kFinal))) {
    if (is_in(text.back(), kQuestion)) return true;
    text.remove_suffix(1);
  }
  return false;
}

}  // namespace

std::vector<Surface> surfaces(const std::vector<std::string>& sentences,
                              const std::string& language) {
  std::vector<std::u32string> texts;
  texts.reserve(sentences.size());
  for (const std::string& sentence : sentences) texts.push_back(trimmed(sentence));
  const QuotationMarks marks(texts);
  std::vector<Surface> list;
  list.reserve(texts.size());
  bool inside = false;
  for (const std::u32string& text : texts) {
    Surface surface;
    for (std::size_t k = 0; k < text.size(); ++k) {
      if (marks.contain(text[k]) && !marks.is_apostrophe(text, k)) {
        const bool was_inside = inside;
        inside = marks.opens(text, k, inside);
        surface.utterances += inside && !was_inside;
      }
    }
    surface.inside_quotation = inside;
    surface.opens_quotation = !text.empty() && marks.contain(text.front());
    surface.closes_quotation = !text.empty() && marks.contain(text.back());
    surface.asks = ends_in_question(text);
    surface.clauses = count_clauses(text, language == "en");
    list.push_back(surface);
  }
  return list;
}

}  // namespace duizhao::align
