#include "check/evidence/collisions.hpp"

#include <algorithm>
#include <iterator>
#include <map>

#include "check/evidence/term_candidates.hpp"

namespace duizhao::check {
namespace {

using WordId = TermCandidates::WordId;

/// Whether a candidate recurs in the text, and not only from translation to translation.
bool recurs(const Candidate& candidate) {
  return std::ranges::adjacent_find(candidate.places, {}, &Place::translation) !=
         candidate.places.end();
}

/// The words of the other side that are in all sentences with a candidate.
std::vector<WordId> words_everywhere(const TermCandidates& candidates, const Candidate& candidate) {
  const auto first = candidates.beside(candidate.places.front());
  std::vector<WordId> common(first.begin(), first.end());
  for (std::size_t i = 1; i < candidate.places.size() && !common.empty(); ++i) {
    std::vector<WordId> both;
    std::ranges::set_intersection(common, candidates.beside(candidate.places[i]),
                                  std::back_inserter(both));
    common = std::move(both);
  }
  return common;
}

/// Whether the lexicon links a candidate with a word of the other side.
bool is_linked(const TermCandidates& candidates, const Candidate& candidate, WordId word) {
  constexpr double kLeast = 0.4;
  const Place place = candidate.places.front();
  const CheckedTranslation& translation = candidates.translation(place);
  const CheckedBead& pair = candidates.pair(place);
  const auto [first, last] = candidate.stretches.front();
  const bool chinese = translation.chinese() == &CheckedBead::source;
  return std::ranges::any_of(translation.links(pair),
                             [&, first = first, last = last](const words::Link& link) {
                               const std::size_t here = chinese ? link.chinese : link.english;
                               const std::size_t there = chinese ? link.english : link.chinese;
                               return link.strength >= kLeast && here >= first && here < last &&
                                      candidates.id(place, pair.target.words[there]) == word;
                             });
}

bool collide(const TermCandidates& candidates, WordId word, const Candidate& one,
             const Candidate& two) {
  constexpr double kLeastDice = 0.75;
  std::vector<Place> both;
  std::ranges::set_intersection(one.places, two.places, std::back_inserter(both));
  const std::size_t fewer = std::min(one.places.size(), two.places.size());
  if (2 * both.size() > fewer) return false;
  const auto all = static_cast<double>(one.places.size() + two.places.size() - both.size());
  const double dice = 2 * all / (all + static_cast<double>(candidates.count(word)));
  return dice >= kLeastDice &&
         (is_linked(candidates, one, word) || is_linked(candidates, two, word));
}

/// Where a word stands in the target of a pair that has it.
Spot spot_of(const TermCandidates& candidates, Place place, WordId word) {
  const auto found = std::ranges::find_if(
      candidates.pair(place).target.words,
      [&](const words::Word& each) { return candidates.id(place, each) == word; });
  return {place.translation, place.pair, &CheckedBead::target, found->range};
}

}  // namespace

std::vector<Collision> find_collisions(const Context& context) {
  const TermCandidates& candidates = term_candidates(context);
  std::map<WordId, std::vector<const Candidate*>> by_word;
  for (const Candidate& candidate : candidates.all()) {
    if (!recurs(candidate)) continue;
    for (const WordId word : words_everywhere(candidates, candidate)) {
      by_word[word].push_back(&candidate);
    }
  }
  std::vector<Collision> found;
  for (const auto& [word, terms] : by_word) {
    for (std::size_t k = 1; k < terms.size(); ++k) {
      for (std::size_t i = 0; i < k; ++i) {
        if (!collide(candidates, word, *terms[i], *terms[k])) continue;
        found.push_back({candidates.spot(*terms[i], 0), candidates.spot(*terms[k], 0),
                         spot_of(candidates, terms[k]->places.front(), word)});
      }
    }
  }
  return found;
}

}  // namespace duizhao::check
