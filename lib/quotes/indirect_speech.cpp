// Reported speech: the rest of a sentence behind a reporting verb with “that”, or behind a Chinese
// reporting clause with a comma.
#include <optional>

#include "document/visible_text.hpp"
#include "duizhao/quotes/quotes.hpp"
#include "duizhao/segment/segmenter.hpp"
#include "segment/word_lists.hpp"
#include "text/ascii.hpp"
#include "text/marks.hpp"
#include "text/scripts.hpp"
#include "text/utf8.hpp"

namespace duizhao {
namespace {

/// A reported clause of a sentence, and who reports it.
struct Report {
  ByteRange range;  // of the sentence's text
  std::string speaker;
};

bool has_quotation_mark(std::string_view text) {
  for (const std::string_view mark : {"“", "”", "\"", "「", "」", "『"}) {
    if (text.find(mark) != std::string_view::npos) return true;
  }
  return false;
}

/// `Liang Wenfeng said that …`, the verb among the first words.
std::optional<Report> english_report(std::string_view sentence, const segment::WordLists& words) {
  constexpr std::size_t kMostWords = 7;  // before the verb
  constexpr std::string_view kThat = " that ";
  std::size_t seen = 0;
  std::string speaker;
  for (std::size_t at = 0; at < sentence.size() && seen <= kMostWords; ++seen) {
    std::size_t end = at;
    while (end < sentence.size() && sentence[end] != ' ') ++end;
    const std::string_view word = sentence.substr(at, end - at);
    if (seen > 0 && words.is_english_reporting_verb(text::ascii_lower(word))) {
      if (!sentence.substr(end).starts_with(kThat)) return std::nullopt;
      while (!speaker.empty() && speaker.back() == ' ') speaker.pop_back();
      return Report{{end + kThat.size(), sentence.size()}, speaker};
    }
    // The name: capitalised words before the verb, pronouns apart.
    const bool name = !word.empty() && text::is_ascii_upper(word.front()) && word != "He" &&
                      word != "She" && word != "They" && word != "The" && word != "It" &&
                      word != "We" && word != "I" && word != "A";
    if (name) speaker += std::string(word) + ' ';
    at = end + 1;
  }
  return std::nullopt;
}

/// 梁文锋表示，……: the first clause is a reporting one.
std::optional<Report> chinese_report(std::string_view sentence, const segment::WordLists& words) {
  for (std::size_t at = 0; at < sentence.size();) {
    const auto [c, size] = text::decode(sentence, at);
    if (c == U'，' || c == U',') {
      const std::string_view clause = sentence.substr(0, at);
      if (!words.is_chinese_report(clause)) return std::nullopt;
      return Report{{at + size, sentence.size()}, std::string(words.chinese_reporter(clause))};
    }
    if (c == U'：' || c == U':') return std::nullopt;
    at += size;
  }
  return std::nullopt;
}

}  // namespace

std::vector<Quote> find_indirect_speech(const Document& document) {
  const segment::WordLists words;
  const Segmenter segmenter;
  const SegmentedDocument sentences = segmenter.segment(document);
  std::vector<Quote> found;
  for (std::size_t s = 0; s < sentences.size(); ++s) {
    const std::string text = sentences.text(s);
    if (has_quotation_mark(text)) continue;
    const std::string& language = sentences.block(s).language;
    const auto report = text::runs_without_spaces(language) ? chinese_report(text, words)
                                                            : english_report(text, words);
    if (!report || !text::has_word(std::string_view(text).substr(report->range.begin))) continue;
    Quote quote;
    quote.kind = QuoteKind::indirect;
    quote.parts = {sentences.in_document(s, report->range)};
    quote.block = sentences.sentences()[s].block;
    quote.text = text.substr(report->range.begin, report->range.size());
    quote.language = language;
    quote.speaker = report->speaker;
    found.push_back(std::move(quote));
  }
  return found;
}

}  // namespace duizhao
