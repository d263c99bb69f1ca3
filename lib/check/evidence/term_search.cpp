#include "check/evidence/term_search.hpp"

#include <algorithm>

#include "lexicon/tables.hpp"
#include "text/ascii.hpp"
#include "text/utf8.hpp"

namespace duizhao::check {
namespace {

/// Whether a term is an acronym that an ordinary word may look like: US, IT.
bool needs_capitals(std::string_view term) {
  constexpr std::size_t kShort = 3;
  return term.size() <= kShort && std::ranges::all_of(term, text::is_ascii_upper);
}

}  // namespace

TermSearch::TermSearch(const std::string& language, const lexicon::Tables* tables)
    : chinese_(language == "zh"),
      tables_(tables),
      stemmer_(chinese_ ? nullptr : lexicon::Stemmer::for_language(language, tables)) {}

TermSearch::Needle TermSearch::needle(const std::string& term) {
  Needle needle{term, {}, {}, {}};
  if (chinese_) {
    needle.simplified = tables_ != nullptr ? tables_->simplified(term) : term;
    return needle;
  }
  for (const lexicon::Word& word : haystack(term).words) {
    needle.stems.push_back(word.text);
    needle.joined += word.text;
  }
  return needle;
}

TermSearch::Haystack TermSearch::haystack(std::string_view text) {
  if (chinese_) return {text, lexicon::chinese_words(tables_, text)};
  if (stemmer_) return {text, lexicon::english_words(*stemmer_, text)};
  return {text, lexicon::plain_words(text)};
}

std::vector<ByteRange> TermSearch::find(const Needle& needle, const Haystack& haystack) const {
  if (chinese_) return find_chinese(needle, haystack);
  std::vector<ByteRange> places;
  const auto& words = haystack.words;
  if (needle.joined.empty()) return places;
  for (std::size_t i = 0; i < words.size(); ++i) {
    std::string joined;
    std::size_t end = i;
    while (end < words.size() && joined.size() < needle.joined.size()) joined += words[end++].text;
    if (joined != needle.joined) continue;
    const ByteRange range{words[i].range.begin, words[end - 1].range.end};
    const std::string_view found = haystack.text.substr(range.begin, range.size());
    if (needs_capitals(needle.text) && !found.starts_with(needle.text)) continue;
    places.push_back(range);
    i = end - 1;
  }
  return places;
}

std::vector<ByteRange> TermSearch::find_chinese(const Needle& needle,
                                                const Haystack& haystack) const {
  std::vector<ByteRange> places;
  const std::string text =
      tables_ != nullptr ? tables_->simplified(haystack.text) : std::string(haystack.text);
  // Simplification goes character by character, and both forms have three bytes, or nearly all:
  // where sizes differ the places would shift.
  const bool same_size = text.size() == haystack.text.size();
  const std::string_view searched = same_size ? std::string_view(text) : haystack.text;
  const std::string& wanted = same_size ? needle.simplified : needle.text;
  if (wanted.empty()) return places;
  for (std::size_t at = searched.find(wanted); at != std::string_view::npos;
       at = searched.find(wanted, at + 1)) {
    const ByteRange range{at, at + wanted.size()};
    const bool inside = std::ranges::any_of(haystack.words, [&](const lexicon::Word& word) {
      return word.range.begin <= range.begin && range.end <= word.range.end &&
             word.range.size() > range.size();
    });
    if (inside || (!places.empty() && places.back().end > at)) continue;
    places.push_back(range);
  }
  return places;
}

}  // namespace duizhao::check
