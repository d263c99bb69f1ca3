// A sentence whose words are not linked has no passage there; what is linked may still say
// something else. In one language both texts are compared as witnesses, across languages as
// original and rendering.
#include "trace/verdicts.hpp"

#include <algorithm>
#include <utility>

#include "duizhao/text/error.hpp"
#include "text/fold.hpp"
#include "text/scripts.hpp"
#include "text/utf8.hpp"

namespace duizhao::trace {
namespace {

// From this share of its weight on a sentence is borne out by the words of a passage.
constexpr double kBorneOut = 0.4;
constexpr double kBorneOutAlike = 0.55;  // in one language

// Few words in the same language are found anywhere, unless nearly all of them are.
constexpr std::size_t kFewWords = 4;
constexpr double kOfFew = 0.85;

// A difference makes a quote an altered one from this probability on.
constexpr double kAltered = 0.75;

// Words that the passage lacks make a quote a partial one from so much of its weight on.
constexpr double kAddedShare = 0.25;

// So much of a quote stands word by word in the passage where one other word is an alteration.
constexpr double kNearlyVerbatim = 0.8;

bool is_chinese(const std::string& language) { return text::runs_without_spaces(language); }

/// The letters and digits of a text, folded: what remains where marks, spaces and capitals do not
/// count.
std::string letters_of(std::string_view text) {
  const std::string folded = text::fold_case(text);
  std::string letters;
  for (std::size_t at = 0; at < folded.size();) {
    const auto [code_point, size] = text::decode(folded, at);
    if (text::is_word(code_point)) letters += folded.substr(at, size);
    at += size;
  }
  return letters;
}

bool is_grave(const QuoteDifference& difference) {
  return difference.kind < QuoteDifferenceKind::addition && difference.probability >= kAltered;
}

std::optional<QuoteDifferenceKind> kind_of(VariationKind kind) {
  switch (kind) {
    case VariationKind::number:
      return QuoteDifferenceKind::number;
    case VariationKind::negation:
      return QuoteDifferenceKind::negation;
    case VariationKind::name:
      return QuoteDifferenceKind::name;
    case VariationKind::modality:
      return QuoteDifferenceKind::modality;
    case VariationKind::omission:
    case VariationKind::addition:
      return QuoteDifferenceKind::omission;  // or an addition: by who says it
    case VariationKind::paraphrase:
    case VariationKind::wording:
      return QuoteDifferenceKind::word;
    case VariationKind::synonym:
    case VariationKind::moved:
    case VariationKind::inflection:
      break;
  }
  return std::nullopt;
}

/// The share of the quote's weight in a range that is linked, with words that no other part of the
/// quote is linked with more surely; nothing without words.
std::optional<double> support_in(const LinkedWords& linked, ByteRange range) {
  constexpr double kMoreSurely = 0.1;
  std::vector<double> links(linked.quote_weights.size());
  for (const WordLink& link : linked.words.links) {
    if (link.probability + kMoreSurely < linked.passage_links[link.target]) continue;
    links[link.source] = std::max(links[link.source], link.probability);
  }
  double weight = 0;
  double borne_out = 0;
  for (std::size_t i = 0; i < links.size(); ++i) {
    if (!range.overlaps(linked.words.source[i].range)) continue;
    weight += linked.quote_weights[i];
    borne_out += linked.quote_weights[i] * links[i];
  }
  return weight > 0 ? std::optional(borne_out / weight) : std::nullopt;
}

}  // namespace

Judge::Judge(const Lexicon& lexicon, const QuoteLinker& linker)
    : linker_(linker), comparer_(lexicon), renderings_(lexicon) {}

std::optional<Judgement> Judge::judge(const QuoteAndPassage& pair) const {
  const Quote& quote = pair.quote;
  const auto linked = linker_.link(quote.text, quote.language, pair.passage, pair.language);
  if (!linked) return std::nullopt;
  Judgement judgement;
  const bool alike = is_chinese(quote.language) == is_chinese(pair.language);
  const std::string own = letters_of(quote.text);
  judgement.verbatim = alike && letters_of(pair.passage).find(own) != std::string::npos;
  if (alike) {
    if (!judgement.verbatim) compare_alike(pair, judgement);
  } else {
    compare_across(pair, *linked, judgement);
  }
  const auto weighty = static_cast<std::size_t>(
      std::ranges::count_if(linked->quote_weights, [](double weight) { return weight > 0; }));
  const double least = !alike ? kBorneOut : weighty <= kFewWords ? kOfFew : kBorneOutAlike;
  for (const ByteRange& range : sentences_of(quote)) {
    const double support = support_in(*linked, range).value_or(1);
    const bool borne_out = judgement.verbatim || support >= least;
    const bool altered =
        std::ranges::any_of(judgement.differences, [&](const QuoteDifference& difference) {
          return is_grave(difference) && difference.quote && difference.quote->overlaps(range);
        });
    judgement.sentences.push_back({range,
                                   !borne_out ? QuoteStatus::unattested
                                   : altered  ? QuoteStatus::altered
                                              : QuoteStatus::attested,
                                   borne_out ? std::optional<std::size_t>(0) : std::nullopt});
  }
  // What a sentence without a passage says otherwise is no difference from this one.
  std::erase_if(judgement.differences, [&](const QuoteDifference& difference) {
    return difference.quote &&
           std::ranges::any_of(judgement.sentences, [&](const QuoteSentence& sentence) {
             return !sentence.match && sentence.range.overlaps(*difference.quote);
           });
  });
  std::ranges::stable_sort(judgement.differences, {}, &QuoteDifference::kind);
  return judgement;
}

void Judge::compare_alike(const QuoteAndPassage& pair, Judgement& judgement) const {
  const Witness witnesses[] = {
      {.text = pair.quote.text, .language = pair.quote.language, .excerpt = true},
      {.text = pair.passage,
       .language = pair.language,
       .before = pair.before,
       .after = pair.after}};
  Comparison comparison;
  try {
    comparison = comparer_.compare(witnesses);
  } catch (const Error&) {
    return;  // of other languages
  }
  // How much of the quote stands in the passage as it is.
  std::size_t equal = 0, all = 0;
  for (const CorrespondingUnit& unit : comparison.units) {
    std::string own, other;
    for (const ByteRange& range : unit.witnesses[0]) {
      own += letters_of(pair.quote.text.substr(range.begin, range.size()));
    }
    for (const ByteRange& range : unit.witnesses[1]) {
      other += letters_of(pair.passage.substr(range.begin, range.size()));
    }
    all += own.size();
    if (own == other) equal += own.size();
  }
  const bool nearly =
      all > 0 && static_cast<double>(equal) >= kNearlyVerbatim * static_cast<double>(all);
  for (const Difference& difference : comparison.differences) {
    auto kind = kind_of(difference.kind);
    if (!kind) continue;
    const WitnessReading& own = difference.readings[0];
    const WitnessReading& other = difference.readings[1];
    if (*kind == QuoteDifferenceKind::omission && own.range) kind = QuoteDifferenceKind::addition;
    // Other words are a choice of the translator, but not in what is otherwise the same.
    if (*kind == QuoteDifferenceKind::word && !nearly) continue;
    judgement.differences.push_back({*kind, difference.probability, own.range, other.range});
  }
}

void Judge::compare_across(const QuoteAndPassage& pair, const LinkedWords& linked,
                           Judgement& judgement) const {
  const bool chinese_quote = is_chinese(pair.quote.language);
  const std::string& chinese = chinese_quote ? pair.quote.text : pair.passage;
  const std::string& english = chinese_quote ? pair.passage : pair.quote.text;
  for (const compare::RenderingDifference& found :
       renderings_.compare({chinese, english, linked.words, chinese_quote})) {
    judgement.differences.push_back({*kind_of(found.kind), found.probability,
                                     chinese_quote ? found.chinese : found.english,
                                     chinese_quote ? found.english : found.chinese});
  }
}

QuoteStatus status_of(const Trace& trace) {
  if (trace.matches.empty() || trace.sentences.empty()) return QuoteStatus::unattested;
  const auto count = [&](QuoteStatus status) {
    return std::ranges::count(trace.sentences, status, &QuoteSentence::status);
  };
  const auto without = static_cast<std::size_t>(count(QuoteStatus::unattested));
  if (without == trace.sentences.size()) return QuoteStatus::unattested;
  std::size_t added = 0;
  for (const QuoteDifference& difference : trace.differences) {
    if (difference.kind == QuoteDifferenceKind::addition && difference.quote) {
      added += difference.quote->size();
    }
  }
  const bool much =
      static_cast<double>(added) >= kAddedShare * static_cast<double>(trace.quote.text.size());
  if (without > 0 || much) return QuoteStatus::partial;
  const bool altered =
      std::ranges::any_of(trace.differences, is_grave) || count(QuoteStatus::altered) > 0;
  return altered ? QuoteStatus::altered : QuoteStatus::attested;
}

}  // namespace duizhao::trace
