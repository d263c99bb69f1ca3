#include "check/evidence/renderings.hpp"

#include <algorithm>
#include <map>

#include "check/evidence/term_candidates.hpp"
#include "text/ascii.hpp"

namespace duizhao::check {
namespace {

using WordId = TermCandidates::WordId;

/// Finds what stands for the terms among some candidates.
class Renderings {
 public:
  explicit Renderings(const TermCandidates& candidates) : candidates_(candidates) {}

  std::vector<TermUse> run() {
    // Longer terms first: 量化基金 before 基金 in the same sentences.
    std::vector<const Candidate*> order;
    for (const Candidate& candidate : candidates_.all()) {
      if (candidate.term) order.push_back(&candidate);
    }
    std::ranges::stable_sort(order, std::greater{}, &Candidate::size);
    std::map<Place, std::vector<const Candidate*>> used;  // by their first places
    std::vector<std::pair<Place, TermUse>> found;
    for (const Candidate* candidate : order) {
      auto& longer = used[candidate->places.front()];
      const bool inside = std::ranges::any_of(
          longer, [&](const Candidate* each) { return is_inside(*candidate, *each); });
      if (inside) continue;
      auto term = term_of(*candidate);
      if (!term) continue;
      longer.push_back(candidate);
      found.emplace_back(candidate->places.front(), std::move(*term));
    }
    std::ranges::stable_sort(found, {}, [](const auto& each) { return each.first; });
    std::vector<TermUse> terms;
    for (auto& [place, term] : found) terms.push_back(std::move(term));
    return terms;
  }

 private:
  const CheckedTranslation& translation(Place place) const {
    return candidates_.translation(place);
  }
  const CheckedBead& pair(Place place) const { return candidates_.pair(place); }

  /// Whether a candidate stands nowhere but in another one.
  static bool is_inside(const Candidate& part, const Candidate& whole) {
    if (part.places != whole.places) return false;
    for (std::size_t i = 0; i < part.places.size(); ++i) {
      if (part.stretches[i].first < whole.stretches[i].first ||
          part.stretches[i].last > whole.stretches[i].last) {
        return false;
      }
    }
    return true;
  }

  /// The words of the other side that recur with a candidate.
  std::vector<WordId> usual_words(const Candidate& candidate) const {
    constexpr double kUsual = 0.5;  // share of the occurrences that a usual rendering has
    constexpr double kDice = 0.6;
    std::vector<WordId> together;
    for (const Place place : candidate.places) {
      const auto beside = candidates_.beside(place);
      together.insert(together.end(), beside.begin(), beside.end());
    }
    std::ranges::sort(together);
    const auto all = static_cast<double>(candidate.places.size());
    std::vector<WordId> usual;
    for (auto word = together.begin(); word != together.end();) {
      const auto next = std::upper_bound(word, together.end(), *word);
      const auto both = static_cast<double>(next - word);
      const double dice = 2 * both / (all + static_cast<double>(candidates_.count(*word)));
      if (both >= 2 && both > kUsual * all && dice >= kDice) usual.push_back(*word);
      word = next;
    }
    return usual;
  }

  std::optional<TermUse> term_of(const Candidate& candidate) const {
    const auto usual = usual_words(candidate);
    if (usual.empty() || usual.size() > TermCandidates::kMostWords) return std::nullopt;
    TermUse term;
    for (const WordId word : usual) term.usual_words.push_back(candidates_.text(word));
    std::size_t together = 0;
    for (std::size_t i = 0; i < candidate.places.size(); ++i) {
      term.occurrences.push_back(occurrence(candidate, i, usual));
      together += term.occurrences.back().usual;
    }
    // Words that recur in the same sentences by chance do not stand for each other.
    if (together < 2 || !is_plausible(candidate, term, usual)) return std::nullopt;
    const Spot& first = term.occurrences.front().term;
    term.text = pair(candidate.places.front()).source.at(first.range);
    return term;
  }

  /// Whether the lexicon links the term with its usual words in one occurrence at least, or knows
  /// nothing about either.
  bool is_plausible(const Candidate& candidate, const TermUse& term,
                    const std::vector<WordId>& usual_words) const {
    bool strangers = true;
    for (std::size_t i = 0; i < candidate.places.size(); ++i) {
      if (!term.occurrences[i].usual) continue;
      const Place place = candidate.places[i];
      const bool chinese = translation(place).chinese() == &CheckedBead::source;
      for (const words::Link& link : translation(place).links(pair(place))) {
        const std::size_t here = chinese ? link.chinese : link.english;
        const std::size_t there = chinese ? link.english : link.chinese;
        const bool mine =
            here >= candidate.stretches[i].first && here < candidate.stretches[i].last;
        const WordId word = candidates_.id(place, pair(place).target.words[there]);
        const bool usual = std::ranges::find(usual_words, word) != usual_words.end();
        if (mine && usual) return true;
        constexpr double kKnown = 0.4;
        if (mine != usual && link.strength > kKnown) strangers = false;
      }
    }
    return strangers;
  }

  Occurrence occurrence(const Candidate& candidate, std::size_t i,
                        const std::vector<WordId>& usual) const {
    const Place place = candidate.places[i];
    const Side& target = pair(place).target;
    Occurrence occurrence;
    occurrence.term = candidates_.spot(candidate, i);
    std::vector<std::size_t> words = tightest(place, usual);
    occurrence.usual = !words.empty();
    if (!occurrence.usual) words = linked(place, occurrence.term.range);
    if (words.empty()) return occurrence;
    for (const std::size_t w : words) {
      occurrence.words.push_back(target.words[w].text());
    }
    const ByteRange range{target.words[words.front()].range.begin,
                          target.words[words.back()].range.end};
    occurrence.rendering = Spot{place.translation, place.pair, &CheckedBead::target, range};
    occurrence.text = target.at(range);
    return occurrence;
  }

  /// The words of a target that are the usual ones of a term, where they stand closest; none if one
  /// is missing, or more stands between them than they are.
  std::vector<std::size_t> tightest(Place place, const std::vector<WordId>& usual) const {
    const Side& target = pair(place).target;
    std::vector<std::size_t> last(usual.size(), std::string::npos);  // where each stood last
    std::vector<std::size_t> best;
    for (std::size_t w = 0; w < target.words.size(); ++w) {
      const auto word = std::ranges::find(usual, candidates_.id(place, target.words[w]));
      if (word == usual.end()) continue;
      last[static_cast<std::size_t>(word - usual.begin())] = w;
      std::vector<std::size_t> here = last;
      std::ranges::sort(here);
      if (here.back() == std::string::npos) continue;
      const bool closer = best.empty() || here.back() - here.front() < best.back() - best.front();
      if (closer) best = std::move(here);
    }
    const bool close = !best.empty() && best.back() - best.front() <= 2 * usual.size();
    return close ? best : std::vector<std::size_t>{};
  }

  /// The words of a target that render a term for sure, if they are neighbours.
  std::vector<std::size_t> linked(Place place, ByteRange term) const {
    constexpr double kSure = 0.5;
    const WordAlignment* alignment = translation(place).words(pair(place));
    if (alignment == nullptr) return {};
    const bool chinese = translation(place).chinese() == &CheckedBead::source;
    const Side& target = pair(place).target;
    std::vector<std::size_t> words;
    for (const WordLink& link : alignment->links) {
      const ByteRange own = alignment->source[link.source].range;
      const ByteRange other = alignment->target[link.target].range;
      if (link.probability < kSure || !(chinese ? own : other).overlaps(term)) continue;
      const auto word = std::ranges::find_if(target.words, [&](const words::Word& each) {
        return each.range.overlaps(chinese ? other : own);
      });
      if (word == target.words.end()) continue;
      if (candidates_.may_take_part(candidates_.id(place, *word))) {
        words.push_back(static_cast<std::size_t>(word - target.words.begin()));
      }
    }
    std::ranges::sort(words);
    words.erase(std::unique(words.begin(), words.end()), words.end());
    const bool neighbours = !words.empty() && words.size() <= TermCandidates::kMostWords &&
                            words.back() - words.front() <= words.size();
    return neighbours ? words : std::vector<std::size_t>{};
  }

  const TermCandidates& candidates_;
};

}  // namespace

std::vector<TermUse> find_terms(const Context& context) {
  return Renderings(term_candidates(context)).run();
}

}  // namespace duizhao::check
