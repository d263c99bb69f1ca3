#include "segment/icu_breaks.hpp"

#include <unicode/locid.h>
#include <unicode/rbbi.h>

#include "duizhao/text/error.hpp"
#include "text/embedded.hpp"
#include "text/scripts.hpp"
#include "text/utf8.hpp"

namespace duizhao::segment {
namespace {

void check(UErrorCode status) {
  // Rules and data are ICU's or the library's own: only a broken installation of ICU gets here.
  if (U_FAILURE(status)) throw Error(ErrorCode::content, {"ICU", {}, {}}, u_errorName(status));
}

void set_text(icu::BreakIterator& breaks, text::UTextView& view, std::string_view text) {
  UErrorCode status = U_ZERO_ERROR;
  breaks.setText(view.show(text), status);
  check(status);
}

/// Where the stops at the end of [begin, end) begin. All of them are punctuation, of one to three
/// bytes.
std::size_t stops_begin(std::string_view text, std::size_t begin, std::size_t end) {
  while (end > begin) {
    const auto [code_point, size] = text::decode_before(text, end);
    if (text::is_word(code_point) || text::is_space(code_point)) break;
    constexpr std::u32string_view kStops = U".!?;。！？；．｡…⋯‼⁇⁈⁉";
    if (kStops.find(code_point) == std::u32string_view::npos) break;
    end -= size;
  }
  return end;
}

}  // namespace

StopFinder::StopFinder() {
  UErrorCode status = U_ZERO_ERROR;
  UParseError place;
  const auto rules = icu::UnicodeString::fromUTF8(
      icu::StringPiece(text::kStops.data(), static_cast<int32_t>(text::kStops.size())));
  breaks_ = std::make_unique<icu::RuleBasedBreakIterator>(rules, place, status);
  check(status);
}

StopFinder::StopFinder(const StopFinder& other) : breaks_(other.breaks_->clone()) {}

const Stops& StopFinder::find(std::string_view text) {
  stops_.clear();
  set_text(*breaks_, view_, text);
  std::size_t begin = 0;
  while (breaks_->next() != icu::BreakIterator::DONE) {
    const auto end = static_cast<std::size_t>(breaks_->current());
    const std::size_t stop = stops_begin(text, begin, end);
    if (stop < end) stops_.push_back({stop, end});
    begin = end;
  }
  return stops_;
}

std::vector<ByteRange> between(std::string_view text, std::vector<std::size_t> breaks) {
  breaks.push_back(text.size());
  std::vector<ByteRange> stretches;
  std::size_t begin = 0;
  for (const std::size_t next : breaks) {
    begin = text::space_end(text, begin, next);
    const std::size_t end = text::text_end(text, begin, next);
    if (end > begin) stretches.push_back({begin, end});
    begin = next;
  }
  return stretches;
}

std::vector<ByteRange> icu_sentences(std::string_view text, const std::string& language) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::BreakIterator> breaks(icu::BreakIterator::createSentenceInstance(
      icu::Locale::createFromName((language + "@ss=standard").c_str()), status));
  check(status);
  text::UTextView view;
  set_text(*breaks, view, text);
  std::vector<std::size_t> places;
  while (breaks->next() != icu::BreakIterator::DONE) {
    places.push_back(static_cast<std::size_t>(breaks->current()));
  }
  return between(text, places);
}

WordFinder::WordFinder(const std::string& language) {
  UErrorCode status = U_ZERO_ERROR;
  breaks_.reset(icu::BreakIterator::createWordInstance(icu::Locale(language.c_str()), status));
  check(status);
}

std::vector<ByteRange> WordFinder::find(std::string_view text) {
  set_text(*breaks_, view_, text);
  std::vector<ByteRange> words;
  std::size_t begin = 0;
  while (breaks_->next() != icu::BreakIterator::DONE) {
    const auto end = static_cast<std::size_t>(breaks_->current());
    if (breaks_->getRuleStatus() >= UBRK_WORD_NONE_LIMIT) words.push_back({begin, end});
    begin = end;
  }
  return words;
}

}  // namespace duizhao::segment
