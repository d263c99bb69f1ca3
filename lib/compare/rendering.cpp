#include "compare/rendering.hpp"

#include <algorithm>
#include <set>

#include "compare/clauses.hpp"
#include "compare/rendering_sides.hpp"
#include "text/ascii.hpp"
#include "text/fold.hpp"
#include "words/facts_pool.hpp"

namespace duizhao::compare {

double RenderingSide::best(std::size_t token) const {
  double most = 0;
  for (const auto& [other, probability] : links[token]) most = std::max(most, probability);
  return most;
}

std::pair<std::size_t, std::size_t> RenderingSide::clause(std::size_t token) const {
  std::size_t first = token;
  while (first > 0 && !ends_clause(tokens[first - 1].text)) --first;
  std::size_t end = token;
  while (end < tokens.size() && !ends_clause(tokens[end].text)) ++end;
  return {first, end};
}

namespace {

RenderingSide side_of(const std::string& text, const std::vector<WordToken>& tokens) {
  return {text, text, tokens, {}, {}};
}

}  // namespace

RenderingSides::RenderingSides(const LinkedPair& pair, const Lexicon& known,
                               const lexicon::GlossColumns& gloss_columns, words::Facts& word_facts)
    : chinese(side_of(pair.chinese, pair.chinese_source ? pair.words.source : pair.words.target)),
      english(side_of(pair.english, pair.chinese_source ? pair.words.target : pair.words.source)),
      lexicon_data(known),
      columns(gloss_columns),
      facts(word_facts) {
  if (!known.empty()) {
    stemmer = lexicon::Stemmer::for_language("en", known.tables());
    chinese.simplified = known.tables()->simplified(chinese.text);
    for (WordToken& token : chinese.tokens) token.text = known.tables()->simplified(token.text);
  }
  for (RenderingSide* side : {&chinese, &english}) {
    side->links.resize(side->tokens.size());
    for (const WordToken& token : side->tokens) {
      side->classes.push_back(words::class_of(token.text, side == &chinese));
    }
  }
  for (const WordLink& link : pair.words.links) {
    const std::size_t zh = pair.chinese_source ? link.source : link.target;
    const std::size_t en = pair.chinese_source ? link.target : link.source;
    chinese.links[zh].emplace_back(en, link.probability);
    english.links[en].emplace_back(zh, link.probability);
  }
}

namespace {

/// Whether the capitals of an acronym begin renderings, one each: WTO of world, trade,
/// organization.
bool is_acronym_of(std::string_view acronym, const std::vector<Translation>& renderings) {
  constexpr std::size_t kLetters = 3;
  if (acronym.size() < kLetters || !std::ranges::all_of(acronym, text::is_ascii_upper)) {
    return false;
  }
  std::multiset<char> initials;
  for (const Translation& each : renderings) initials.insert(each.word.front());
  return std::ranges::all_of(acronym, [&](char letter) {
    const auto found = initials.find(text::ascii_lower(letter));
    if (found == initials.end()) return false;
    initials.erase(found);
    return true;
  });
}

}  // namespace

bool RenderingSides::renders(const std::string& chinese_word, std::size_t en) const {
  if (!stemmer) return false;
  constexpr std::size_t kMost = 12;
  const std::string& word = english.tokens[en].text;
  const std::string stem = stemmer->stem(text::fold_case(word));
  const std::vector<Translation> known = lexicon_data.english_for(chinese_word, kMost);
  return is_acronym_of(word, known) || std::ranges::any_of(known, [&](const Translation& each) {
           return stemmer->stem(each.word) == stem;
         });
}

std::optional<std::pair<std::size_t, double>> counterpart(const RenderingSide& side,
                                                          std::size_t token) {
  constexpr double kLinked = 0.4;  // from here on a word is said to be rendered
  std::optional<std::pair<std::size_t, double>> best;
  for (const auto& link : side.links[token]) {
    if (link.second >= kLinked && (!best || link.second > best->second)) best = link;
  }
  return best;
}

struct RenderingComparer::State {
  explicit State(const Lexicon& given)
      : lexicon(given), columns(given.tables()), pool(given.tables(), "en") {}

  Lexicon lexicon;
  lexicon::GlossColumns columns;
  QuantityFinder finder;
  mutable words::FactsPool pool;  // locks itself
};

RenderingComparer::RenderingComparer(const Lexicon& lexicon)
    : state_(std::make_unique<const State>(lexicon)) {}
RenderingComparer::~RenderingComparer() = default;

std::vector<RenderingDifference> RenderingComparer::compare(const LinkedPair& pair) const {
  auto facts = state_->pool.take();
  std::vector<RenderingDifference> found;
  {
    const RenderingSides sides(pair, state_->lexicon, state_->columns, *facts);
    const auto quantities = [&](const std::vector<Quantity>* known, const std::string& text,
                                const char* language) {
      return known != nullptr ? *known : state_->finder.find(text, language);
    };
    found = number_differences(sides, quantities(pair.chinese_quantities, pair.chinese, "zh"),
                               quantities(pair.english_quantities, pair.english, "en"));
    for (auto&& more : {denial_differences(sides), name_differences(sides)}) {
      found.insert(found.end(), more.begin(), more.end());
    }
  }
  state_->pool.give_back(std::move(facts));
  return found;
}

}  // namespace duizhao::compare
