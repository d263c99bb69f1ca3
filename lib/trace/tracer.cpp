#include "duizhao/trace/tracer.hpp"

#include <numeric>

#include <algorithm>
#include <map>

#include "bitext/joined_text.hpp"
#include "duizhao/text/error.hpp"
#include "duizhao/text/messages.hpp"
#include "lexicon/gloss_columns.hpp"
#include "lexicon/word_weights.hpp"
#include "text/scripts.hpp"
#include "trace/context.hpp"
#include "trace/passage_index.hpp"
#include "trace/passage_search.hpp"
#include "trace/relation.hpp"
#include "trace/translations.hpp"

namespace duizhao {
namespace {

/// What one sentence of a document corresponds to in another one.
struct Counterpart {
  std::size_t first = 0;  // sentences [first, end)
  std::size_t end = 0;
  double confidence = 0;
};

/// Where the sentences of one document are in another one.
struct Link {
  std::size_t to;
  std::vector<Counterpart> counterparts;  // by sentence of `from`
};

bool is_attested(const Trace& trace, const TraceOptions& options) {
  return !trace.matches.empty() && trace.matches.front().confidence >= options.threshold;
}

}  // namespace

struct Tracer::State {
  Lexicon lexicon;
  std::vector<SegmentedDocument> documents;
  lexicon::GlossColumns columns;
  lexicon::WordWeights weights;
  trace::PassageIndex chinese;
  trace::PassageIndex english;
  std::map<std::size_t, std::vector<Link>> links;  // by document
  std::vector<LinkedTranslation> translations;

  explicit State(Lexicon given, std::vector<SegmentedDocument> texts)
      : lexicon(std::move(given)),
        documents(std::move(texts)),
        columns(lexicon.tables()),
        weights(lexicon.tables()),
        chinese(true, lexicon.tables()),
        english(false, lexicon.tables()) {
    for (std::size_t i = 0; i < documents.size(); ++i) {
      chinese.add(static_cast<std::uint32_t>(i), documents[i]);
      english.add(static_cast<std::uint32_t>(i), documents[i]);
    }
  }

  /// The sentences of an index that overlap a range of a document.
  static std::pair<std::size_t, std::size_t> sentences_in(const trace::PassageIndex& index,
                                                          const SegmentedDocument& document,
                                                          std::size_t number, ByteRange range) {
    const auto& all = document.sentences();
    const auto first = std::ranges::partition_point(
        all, [&](const Sentence& sentence) { return sentence.range.end <= range.begin; });
    const auto last = std::ranges::partition_point(
        all, [&](const Sentence& sentence) { return sentence.range.begin < range.end; });
    return index.sentences(static_cast<std::uint32_t>(number),
                           static_cast<std::size_t>(first - all.begin()),
                           static_cast<std::size_t>(last - all.begin()));
  }

  Match match_of(std::size_t number, std::size_t first, std::size_t count, double confidence,
                 const std::string& through) const {
    const SegmentedDocument& document = documents[number];
    const ByteRange range = {document.sentences()[first].range.begin,
                             document.sentences()[first + count - 1].range.end};
    Match match{number,     first,  count, range, {}, document.block(first).speaker,
                confidence, through};
    std::vector<std::size_t> sentences(count);
    std::iota(sentences.begin(), sentences.end(), first);
    match.text = bitext::join(document, sentences).text;
    return match;
  }

  void search(const trace::PassageIndex& index, const Quote& quote, const TraceOptions& options,
              const TraceScope& scope, std::vector<Match>& matches) const {
    if (index.size() == 0) return;
    const auto& queries =
        text::runs_without_spaces(quote.language) ? chinese.vocabulary() : english.vocabulary();
    trace::Relation relation(lexicon.tables(), columns, weights, queries, index.vocabulary(),
                             quote.text);
    if (relation.size() == 0) return;
    std::pair<std::size_t, std::size_t> excluded{0, 0};
    if (scope.own && *scope.own < documents.size()) {
      excluded = sentences_in(index, documents[*scope.own], *scope.own, scope.range);
    }
    for (const auto& found :
         search_passages(index, relation, excluded, options.matches_per_document)) {
      const auto& place = index.place(found.begin);
      // Sentences in between that are not in the index belong to the passage.
      const std::size_t last = index.place(found.end - 1).sentence;
      const std::string& language = documents[place.document].block(place.sentence).language;
      matches.push_back(match_of(place.document, place.sentence, last - place.sentence + 1,
                                 found.confidence, language));
    }
  }

  /// Follows the links of what was found.
  void follow(std::vector<Match>& matches) const {
    const std::size_t direct = matches.size();
    for (std::size_t k = 0; k < direct; ++k) {
      const auto own = links.find(matches[k].document);
      if (own == links.end()) continue;
      for (const Link& link : own->second) {
        Counterpart whole{static_cast<std::size_t>(-1), 0, 0};
        double confidence = 0;
        for (std::size_t i = 0; i < matches[k].sentence_count; ++i) {
          const Counterpart& each = link.counterparts[matches[k].sentence + i];
          if (each.first == each.end) continue;
          whole.first = std::min(whole.first, each.first);
          whole.end = std::max(whole.end, each.end);
          confidence += each.confidence;
        }
        if (whole.end == 0) continue;
        confidence /= static_cast<double>(matches[k].sentence_count);
        matches.push_back(match_of(link.to, whole.first, whole.end - whole.first,
                                   matches[k].confidence * confidence, matches[k].through));
      }
    }
  }
};

Tracer::Tracer(Lexicon lexicon, std::vector<SegmentedDocument> documents)
    : state_(std::make_unique<State>(std::move(lexicon), std::move(documents))) {}
Tracer::~Tracer() = default;
Tracer::Tracer(Tracer&&) noexcept = default;
Tracer& Tracer::operator=(Tracer&&) noexcept = default;

const std::vector<SegmentedDocument>& Tracer::documents() const { return state_->documents; }

void Tracer::link(std::size_t source, std::size_t target, const Alignment& alignment) {
  const auto& documents = state_->documents;
  if (source >= documents.size() || target >= documents.size() ||
      documents[source].size() != alignment.source().size() ||
      documents[target].size() != alignment.target().size()) {
    throw Error(ErrorCode::content, {}, translate("expected an alignment of two of the documents"));
  }
  Link forward{target, std::vector<Counterpart>(documents[source].size())};
  Link backward{source, std::vector<Counterpart>(documents[target].size())};
  for (const Bead& bead : alignment.beads()) {
    if (bead.source.empty() || bead.target.empty()) continue;
    for (const std::size_t i : bead.source) {
      forward.counterparts[i] = {bead.target.front(), bead.target.back() + 1, bead.confidence};
    }
    for (const std::size_t i : bead.target) {
      backward.counterparts[i] = {bead.source.front(), bead.source.back() + 1, bead.confidence};
    }
  }
  state_->links[source].push_back(std::move(forward));
  state_->links[target].push_back(std::move(backward));
  state_->translations.push_back({source, target, alignment});
}

std::size_t Tracer::link_translations(bool same_language) {
  auto found = trace::find_translations(state_->lexicon, state_->documents, same_language);
  for (const LinkedTranslation& each : found) link(each.source, each.target, each.alignment);
  return found.size();
}

const std::vector<LinkedTranslation>& Tracer::translations() const { return state_->translations; }

const Lexicon& Tracer::lexicon() const { return state_->lexicon; }

Trace Tracer::trace(const Quote& quote, const TraceOptions& options,
                    const TraceScope& scope) const {
  Trace trace{quote, false, {}};
  std::vector<Match> found;
  state_->search(state_->english, quote, options, scope, found);
  state_->search(state_->chinese, quote, options, scope, found);
  state_->follow(found);
  std::ranges::stable_sort(found, [](const Match& left, const Match& right) {
    return left.confidence > right.confidence;
  });
  std::map<std::size_t, std::size_t> counts;  // by document
  for (Match& match : found) {
    if (match.confidence < options.min_confidence) break;
    const bool itself = scope.own == match.document && match.range.overlaps(scope.range);
    const bool known = std::ranges::any_of(trace.matches, [&](const Match& other) {
      return other.document == match.document && match.range.overlaps(other.range);
    });
    if (itself || known || counts[match.document] == options.matches_per_document) continue;
    ++counts[match.document];
    trace.matches.push_back(std::move(match));
  }
  trace.attested = is_attested(trace, options);
  return trace;
}

std::vector<Trace> Tracer::trace(const std::vector<Quote>& quotes, const TraceOptions& options,
                                 std::optional<std::size_t> own) const {
  std::vector<Trace> traces;
  traces.reserve(quotes.size());
  for (const Quote& quote : quotes) traces.push_back(trace(quote, options, {own, quote.range()}));
  weigh_context(traces, options);
  return traces;
}

void Tracer::weigh_context(std::vector<Trace>& traces, const TraceOptions& options) {
  trace::weigh_context(traces);
  for (Trace& trace : traces) trace.attested = is_attested(trace, options);
}

Trace Tracer::trace(std::string_view text, const TraceOptions& options,
                    const std::string& language) const {
  text::ScriptCount letters;
  letters.add(text);
  Quote quote;
  quote.text = std::string(text);
  quote.parts = {{0, text.size()}};
  quote.language = language == "auto" ? letters.language() : text::primary_language(language);
  if (letters.total() == 0 && lexicon::plain_words(text).empty()) {
    throw Error(ErrorCode::content, {}, translate("expected a quote with words, found none"));
  }
  return trace(quote, options);
}

}  // namespace duizhao
