#include "duizhao/trace/tracer.hpp"

#include <numeric>

#include <algorithm>
#include <map>

#include "bitext/joined_text.hpp"
#include "duizhao/mentions/names.hpp"
#include "duizhao/text/error.hpp"
#include "duizhao/text/messages.hpp"
#include "lexicon/gloss_columns.hpp"
#include "lexicon/word_weights.hpp"
#include "lexicon/words.hpp"
#include "text/checksum.hpp"
#include "text/embedded.hpp"
#include "text/fold.hpp"
#include "text/scripts.hpp"
#include "text/split.hpp"
#include "trace/context.hpp"
#include "trace/passage_index.hpp"
#include "trace/passage_search.hpp"
#include "trace/ranking.hpp"
#include "trace/relation.hpp"
#include "trace/saved_documents.hpp"
#include "trace/translations.hpp"
#include "trace/verdicts.hpp"

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

// Candidates of an index whose words are linked with the quote's.
constexpr std::size_t kRanked = 16;

}  // namespace

std::string_view name_of(QuoteStatus status) {
  switch (status) {
    case QuoteStatus::attested:
      return "attested";
    case QuoteStatus::altered:
      return "altered";
    case QuoteStatus::partial:
      return "partial";
    case QuoteStatus::unattested:
      return "unattested";
  }
  return {};
}

std::string_view name_of(QuoteWording wording) {
  return wording == QuoteWording::verbatim ? "verbatim" : "faithful";
}

std::string_view name_of(QuoteDifferenceKind kind) {
  switch (kind) {
    case QuoteDifferenceKind::speaker:
      return "speaker";
    case QuoteDifferenceKind::number:
      return "number";
    case QuoteDifferenceKind::negation:
      return "negation";
    case QuoteDifferenceKind::name:
      return "name";
    case QuoteDifferenceKind::modality:
      return "modality";
    case QuoteDifferenceKind::word:
      return "word";
    case QuoteDifferenceKind::addition:
      return "addition";
    case QuoteDifferenceKind::omission:
      return "omission";
  }
  return {};
}

ByteRange in_document(const SegmentedDocument& document, const Match& match, ByteRange seen) {
  std::vector<std::size_t> sentences(match.sentence_count);
  std::iota(sentences.begin(), sentences.end(), match.sentence);
  const bitext::JoinedText joined = bitext::join(document, sentences);
  seen.end = std::min(seen.end, joined.text.size());
  if (seen.begin >= seen.end) return {match.range.end, match.range.end};
  const auto first = bitext::piece_at(joined.pieces, seen.begin);
  const auto last = bitext::piece_at(joined.pieces, seen.end - 1);
  const std::size_t size = document.text(first->sentence).size();
  const ByteRange begin = document.in_document(
      first->sentence,
      {std::min(seen.begin - first->begin, size), first == last ? seen.end - first->begin : size});
  const ByteRange end = document.in_document(
      last->sentence, {first == last ? seen.begin - last->begin : 0, seen.end - last->begin});
  return {begin.begin, end.end};
}

struct Tracer::State {
  Lexicon lexicon;
  std::shared_ptr<trace::IndexReader> file;  // of an index that was opened
  trace::SavedDocuments saved;
  Documents documents;
  lexicon::GlossColumns columns;
  lexicon::WordWeights weights;
  trace::PassageIndex chinese;
  trace::PassageIndex english;
  trace::QuoteLinker linker;
  trace::Judge judge;
  NameFinder names;
  std::map<std::size_t, std::vector<Link>> links;  // by document
  std::vector<LinkedTranslation> translations;

  explicit State(Lexicon given)
      : lexicon(std::move(given)),
        columns(lexicon.tables()),
        weights(lexicon.tables()),
        chinese(true, lexicon.tables()),
        english(false, lexicon.tables()),
        linker(lexicon, weights, chinese.vocabulary(), english.vocabulary()),
        judge(lexicon, linker),
        names(lexicon) {}

  State(Lexicon given, std::shared_ptr<trace::IndexReader> opened)
      : lexicon(std::move(given)),
        file(std::move(opened)),
        saved(file),
        documents(saved.documents()),
        columns(lexicon.tables()),
        weights(lexicon.tables()),
        chinese(true, lexicon.tables(), *file, saved.sentences()),
        english(false, lexicon.tables(), *file, saved.sentences()),
        linker(lexicon, weights, chinese.vocabulary(), english.vocabulary()),
        judge(lexicon, linker),
        names(lexicon) {}

  /// What the words of an index depend on.
  static std::uint64_t fingerprint_of(const Lexicon& lexicon) {
    return lexicon.tables() == nullptr ? 0 : text::checksum_of(lexicon.tables()->bytes());
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
    auto candidates = search_passages(index, relation, excluded, options.matches_per_document);
    if (candidates.size() > kRanked) candidates.resize(kRanked);
    std::vector<trace::CandidateEvidence> evidence;
    const std::size_t first = matches.size();
    for (const trace::Candidate& found : candidates) {
      const auto& place = index.place(found.begin);
      // Sentences in between that are not in the index belong to the passage.
      const std::size_t last = index.place(found.end - 1).sentence;
      const std::string& language = documents[place.document].block(place.sentence).language;
      matches.push_back(
          match_of(place.document, place.sentence, last - place.sentence + 1, 0, language));
      const auto words = linker.link(quote.text, quote.language, matches.back().text, language);
      evidence.push_back({found.odds, words ? support_of(*words) : trace::WordSupport(),
                          trace::words_of(index, weights, found.begin, found.end),
                          scope.own == place.document});
    }
    const auto languages = !relation.is_cross_lingual() ? trace::Languages::same
                           : relation.is_chinese()      ? trace::Languages::chinese_quote
                                                        : trace::Languages::english_quote;
    const auto features = trace::rank_features(evidence);
    for (std::size_t k = 0; k < features.size(); ++k) {
      matches[first + k].confidence = trace::rank_probability(languages, features[k]);
    }
  }

  /// The sentence beside a passage, if it is of the same language; empty without one.
  std::string beside(const Match& match, bool before) const {
    const SegmentedDocument& document = documents[match.document];
    const std::size_t end = match.sentence + match.sentence_count;
    if (before ? match.sentence == 0 : end >= document.size()) return {};
    const std::size_t sentence = before ? match.sentence - 1 : end;
    const bool same = document.block(sentence).language == document.block(match.sentence).language;
    return same ? document.text(sentence) : std::string();
  }

  /// Whether a passage is the words of someone else than who is named: of one who asks, or of
  /// another one while the one who is named has turns of his own.
  bool is_of_another(const std::string& named, const Match& match) const {
    if (named.empty() || match.speaker.empty() || is_same_speaker(named, match.speaker)) {
      return false;
    }
    static const auto kAsking = text::entries(text::kAskingRoles);
    const std::string label = text::fold_case(match.speaker);
    const auto is_label = [&](std::string_view role) { return text::fold_case(role) == label; };
    if (std::ranges::any_of(kAsking, is_label)) return true;
    return std::ranges::any_of(
        documents[match.document].document().blocks(), [&](const Block& block) {
          return !block.speaker.empty() && is_same_speaker(named, block.speaker);
        });
  }

  /// Whether two labels may name one: Liang and Liang Wenfeng, 梁文锋 and Liang Wenfeng.
  bool is_same_speaker(const std::string& left, const std::string& right) const {
    const std::string one = text::fold_case(left);
    const std::string two = text::fold_case(right);
    if (one.find(two) != std::string::npos || two.find(one) != std::string::npos) return true;
    const auto words = lexicon::plain_words(two);
    for (const lexicon::Word& word : lexicon::plain_words(one)) {
      if (std::ranges::find(words, word.text, &lexicon::Word::text) != words.end()) return true;
    }
    return names.renders(left, right) || names.renders(right, left);
  }

  /// The passages of a quote as a whole, without a verdict.
  Trace trace_whole(const Quote& quote, const TraceOptions& options,
                    const TraceScope& scope) const {
    Trace trace;
    trace.quote = quote;
    std::vector<Match> found;
    search(english, quote, options, scope, found);
    search(chinese, quote, options, scope, found);
    follow(found);
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
    return trace;
  }

  /// Looks for the sentences that a quote's passage does not bear out: they may be taken from
  /// elsewhere. A quote that is found nowhere as a whole is looked for sentence by sentence.
  void trace_sentences(Trace& trace, const TraceOptions& options, const TraceScope& scope) const {
    if (trace.sentences.empty()) {
      for (const ByteRange& range : judge.sentences_of(trace.quote)) {
        trace.sentences.push_back({range, QuoteStatus::unattested, {}});
      }
    }
    const bool found_whole = trace.has_passage();
    // What a quote as a whole is like at best is no passage of its sentences.
    std::vector<Match> likeliest;
    if (!found_whole) likeliest.swap(trace.matches);
    const std::size_t whole = trace.matches.size();
    bool found_any = false;
    for (QuoteSentence& sentence : trace.sentences) {
      if (sentence.match || trace.sentences.size() < 2) continue;
      Quote part = trace.quote;
      part.text = trace.quote.text.substr(sentence.range.begin, sentence.range.size());
      Trace own = trace_whole(part, options, scope);
      decide(own, options);
      if (own.status != QuoteStatus::attested && own.status != QuoteStatus::altered) continue;
      sentence.status = own.status;
      // The differences of a quote are those from its first passage.
      if (trace.matches.empty()) {
        trace.differences = std::move(own.differences);
        for (QuoteDifference& difference : trace.differences) {
          if (difference.quote) difference.quote = shifted(*difference.quote, sentence.range.begin);
        }
      }
      sentence.match = passage_number(trace.matches, whole, std::move(own.matches.front()));
      found_any = true;
    }
    if (!found_any) {
      if (found_whole) return;
      trace.sentences.clear();
      trace.matches.swap(likeliest);
      return;
    }
    trace.status = trace::status_of(trace);
    if (trace.status == QuoteStatus::attested) trace.wording = QuoteWording::faithful;
  }

  /// The number of a sentence's passage among those of its quote: of the first one, or of another
  /// sentence's, from `whole` on, that it lies in; else it is added.
  static std::size_t passage_number(std::vector<Match>& matches, std::size_t whole,
                                    Match&& passage) {
    for (std::size_t k = 0; k < matches.size(); ++k) {
      const bool certain = k == 0 || k >= whole;
      if (certain && matches[k].document == passage.document &&
          matches[k].range.overlaps(passage.range)) {
        return k;
      }
    }
    matches.push_back(std::move(passage));
    return matches.size() - 1;
  }

  static ByteRange shifted(ByteRange range, std::size_t by) {
    return {range.begin + by, range.end + by};
  }

  /// Whether a quote has a passage that is sure enough.
  static bool is_found(const Trace& trace, const TraceOptions& options) {
    return !trace.matches.empty() && trace.matches.front().confidence >= options.threshold;
  }

  /// The verdict on a quote whose matches are known.
  void decide(Trace& trace, const TraceOptions& options) const {
    trace.status = QuoteStatus::unattested;
    trace.wording.reset();
    trace.differences.clear();
    trace.sentences.clear();
    if (!is_found(trace, options)) return;
    const Match& match = trace.matches.front();
    const std::string& language = documents[match.document].block(match.sentence).language;
    auto judgement =
        judge.judge({trace.quote, match.text, language, beside(match, true), beside(match, false)});
    if (!judgement) return;
    trace.differences = std::move(judgement->differences);
    if (is_of_another(trace.quote.speaker, match)) {
      constexpr double kLikely = 0.9;
      trace.differences.insert(trace.differences.begin(),
                               {QuoteDifferenceKind::speaker, kLikely, {}, {}});
    }
    trace.sentences = std::move(judgement->sentences);
    trace.status = trace::status_of(trace);
    if (trace.status == QuoteStatus::attested) {
      trace.wording = judgement->verbatim ? QuoteWording::verbatim : QuoteWording::faithful;
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

Tracer::Tracer(Lexicon lexicon) : state_(std::make_unique<State>(std::move(lexicon))) {}

Tracer::Tracer(Lexicon lexicon, std::vector<SegmentedDocument> documents)
    : Tracer(std::move(lexicon)) {
  for (SegmentedDocument& document : documents) add(std::move(document));
}

Tracer::Tracer(std::unique_ptr<State> state) : state_(std::move(state)) {}

Tracer Tracer::open(Lexicon lexicon, const std::filesystem::path& path) {
  auto file = std::make_shared<trace::IndexReader>(path, State::fingerprint_of(lexicon));
  Tracer tracer(std::make_unique<State>(std::move(lexicon), file));
  for (const LinkedTranslation& each : trace::read_links(*file, tracer.documents())) {
    tracer.link(each.source, each.target, each.alignment);
  }
  return tracer;
}

std::size_t Tracer::add(SegmentedDocument document) {
  const std::size_t number = state_->documents.size();
  state_->chinese.add(static_cast<std::uint32_t>(number), document);
  state_->english.add(static_cast<std::uint32_t>(number), document);
  state_->documents.add(std::move(document));
  return number;
}

void Tracer::save(const std::filesystem::path& path) const {
  trace::IndexWriter file(path, State::fingerprint_of(state_->lexicon));
  trace::save(file, state_->documents, state_->saved);
  state_->chinese.save(file);
  state_->english.save(file);
  trace::save(file, state_->translations);
  file.commit();
}

Tracer::~Tracer() = default;
Tracer::Tracer(Tracer&&) noexcept = default;
Tracer& Tracer::operator=(Tracer&&) noexcept = default;

const Documents& Tracer::documents() const { return state_->documents; }

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
  auto found = trace::find_translations(state_->lexicon, state_->documents, state_->saved.size(),
                                        same_language);
  for (const LinkedTranslation& each : found) link(each.source, each.target, each.alignment);
  return found.size();
}

const std::vector<LinkedTranslation>& Tracer::translations() const { return state_->translations; }

const Lexicon& Tracer::lexicon() const { return state_->lexicon; }

Trace Tracer::trace(const Quote& quote, const TraceOptions& options,
                    const TraceScope& scope) const {
  Trace trace = state_->trace_whole(quote, options, scope);
  state_->decide(trace, options);
  state_->trace_sentences(trace, options, scope);
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

void Tracer::weigh_context(std::vector<Trace>& traces, const TraceOptions& options) const {
  std::vector<std::pair<bool, ByteRange>> before;  // whether it had a passage, and which
  const auto passage_of = [&](const Trace& trace) {
    const bool has =
        !trace.matches.empty() && trace.matches.front().confidence >= options.threshold;
    return std::pair(has, has ? trace.matches.front().range : ByteRange());
  };
  for (const Trace& trace : traces) before.push_back(passage_of(trace));
  trace::weigh_context(traces);
  for (std::size_t i = 0; i < traces.size(); ++i) {
    if (passage_of(traces[i]) != before[i]) state_->decide(traces[i], options);
  }
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
