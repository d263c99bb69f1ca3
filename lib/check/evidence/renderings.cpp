#include "check/evidence/renderings.hpp"

#include <algorithm>
#include <cmath>
#include <map>

#include "check/evidence/term_candidates.hpp"
#include "text/ascii.hpp"

namespace duizhao::check {
namespace {

using WordId = TermCandidates::WordId;

constexpr double kExplained = 0.3;  // support by other words

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
    std::vector<std::size_t> words;
    std::vector<WordId> missing = usual;
    for (std::size_t w = 0; w < target.words.size(); ++w) {
      const WordId word = candidates_.id(place, target.words[w]);
      if (std::ranges::find(usual, word) == usual.end()) continue;
      words.push_back(w);
      std::erase(missing, word);
    }
    occurrence.usual = missing.empty();
    if (!occurrence.usual) words = strangers(place, candidate.stretches[i], words);
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

  /// Words that may stand for a term where its usual ones are not all there: what no other word of
  /// the source explains, about those that are there, or else the longest stretch of it.
  std::vector<std::size_t> strangers(Place place, Candidate::Stretch term,
                                     const std::vector<std::size_t>& usual) const {
    const CheckedTranslation& texts = translation(place);
    const Side& target = pair(place).target;
    const bool chinese = texts.chinese() == &CheckedBead::source;
    std::vector<double> elsewhere(target.words.size());
    for (const words::Link& link : texts.links(pair(place))) {
      const std::size_t here = chinese ? link.chinese : link.english;
      const std::size_t there = chinese ? link.english : link.chinese;
      if (here >= term.first && here < term.last) continue;
      elsewhere[there] = std::max(elsewhere[there], link.strength);
    }
    const auto is_stranger = [&](std::size_t w) {
      if (std::ranges::find(usual, w) != usual.end()) return true;
      const WordId word = candidates_.id(place, target.words[w]);
      return candidates_.may_take_part(word) && elsewhere[w] < kExplained;
    };
    std::vector<std::vector<std::size_t>> stretches;
    for (std::size_t w = 0; w < target.words.size(); ++w) {
      if (!is_stranger(w)) continue;
      const bool joined = !stretches.empty() && w - stretches.back().back() <= 2 &&
                          joins(target, stretches.back().back(), w);
      if (!joined) stretches.emplace_back();
      stretches.back().push_back(w);
    }
    std::erase_if(stretches, [&](const auto& stretch) {
      if (stretch.size() > TermCandidates::kMostWords) return true;
      return !usual.empty() && std::ranges::none_of(stretch, [&](std::size_t w) {
        return std::ranges::find(usual, w) != usual.end();
      });
    });
    // Where there are several, nobody can tell which.
    constexpr std::size_t kMostStretches = 2;
    if (stretches.empty() || stretches.size() > kMostStretches) return {};
    const double position =
        static_cast<double>(term.first) / static_cast<double>(pair(place).source.words.size());
    return *std::ranges::min_element(stretches, {}, [&](const auto& stretch) {
      return std::abs(position - static_cast<double>(stretch.front()) /
                                     static_cast<double>(target.words.size()));
    });
  }

  /// Whether nothing but words stands between two words.
  static bool joins(const Side& side, std::size_t left, std::size_t right) {
    const ByteRange between{side.words[left].range.end, side.words[right].range.begin};
    return side.at(between).find_first_of(",.;:?!") == std::string_view::npos &&
           side.at(between).find("，") == std::string_view::npos;
  }

  const TermCandidates& candidates_;
};

}  // namespace

std::vector<TermUse> find_terms(const Context& context) {
  return Renderings(term_candidates(context)).run();
}

}  // namespace duizhao::check
