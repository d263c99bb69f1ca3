#include "trace/word_support.hpp"

#include <algorithm>

#include "lexicon/words.hpp"
#include "text/scripts.hpp"
#include "words/word_class.hpp"
#include "words/word_facts.hpp"

namespace duizhao::trace {
namespace {

constexpr double kLeastLink = 0.2;

}  // namespace

WordSupport support_of(const LinkedWords& linked) {
  WordSupport support;
  double borne_out = 0;
  for (std::size_t i = 0; i < linked.quote_weights.size(); ++i) {
    support.weight += linked.quote_weights[i];
    borne_out += linked.quote_weights[i] * linked.quote_links[i];
  }
  if (support.weight > 0) support.quote = borne_out / support.weight;
  // Of the passage only what lies between words that are surely the quote's.
  constexpr double kSure = 0.5;
  const auto is_sure = [&](std::size_t token) {
    return linked.passage_links[token] >= kSure && linked.passage_weights[token] > 0;
  };
  std::size_t first = 0;
  std::size_t end = linked.passage_links.size();
  while (first < end && !is_sure(first)) ++first;
  while (end > first && !is_sure(end - 1)) --end;
  double rendered = 0;
  double weight = 0;
  for (std::size_t j = first; j < end; ++j) {
    weight += linked.passage_weights[j];
    rendered += linked.passage_weights[j] * linked.passage_links[j];
  }
  if (weight > 0) support.passage = rendered / weight;
  return support;
}

QuoteLinker::QuoteLinker(const Lexicon& lexicon, const lexicon::WordWeights& weights,
                         const lexicon::Vocabulary& chinese, const lexicon::Vocabulary& english)
    : tables_(lexicon.tables()), weights_(weights), chinese_(chinese), english_(english) {
  for (const bool quote : {false, true}) {
    for (const bool passage : {false, true}) {
      aligners_.emplace(std::pair(quote, passage),
                        WordAligner(lexicon, quote ? "zh" : "en", passage ? "zh" : "en"));
    }
  }
}

std::optional<LinkedWords> QuoteLinker::link(std::string_view quote,
                                             const std::string& quote_language,
                                             std::string_view passage,
                                             const std::string& passage_language) const {
  const bool chinese_quote = text::runs_without_spaces(quote_language);
  const bool chinese_passage = text::runs_without_spaces(passage_language);
  auto words =
      aligners_.at({chinese_quote, chinese_passage}).align_if_short(quote, passage, kLeastLink);
  if (!words) return std::nullopt;
  LinkedWords linked;
  linked.quote_weights = weights_of(words->source, chinese_quote);
  linked.passage_weights = weights_of(words->target, chinese_passage);
  linked.quote_links.resize(words->source.size());
  linked.passage_links.resize(words->target.size());
  for (const WordLink& each : words->links) {
    double& own = linked.quote_links[each.source];
    double& other = linked.passage_links[each.target];
    own = std::max(own, each.probability);
    other = std::max(other, each.probability);
  }
  linked.words = std::move(*words);
  return linked;
}

std::vector<double> QuoteLinker::weights_of(const std::vector<WordToken>& tokens,
                                            bool chinese) const {
  const lexicon::Vocabulary& vocabulary = chinese ? chinese_ : english_;
  const auto stemmer = chinese ? nullptr : lexicon::Stemmer::for_language("en", tables_);
  std::vector<double> weights;
  for (const WordToken& token : tokens) {
    if (!words::is_content(words::class_of(token.text, chinese))) {
      weights.push_back(0);
      continue;
    }
    const std::string form = words::normal_form(token.text, chinese ? tables_ : nullptr);
    const std::string text = chinese ? form : stemmer->stem(form);
    weights.push_back(
        weights_.weight(text, weights_.probability(vocabulary, text, vocabulary.find(text))));
  }
  return weights;
}

}  // namespace duizhao::trace
