#include "check/renderings.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <unordered_map>

#include "lexicon/tables.hpp"
#include "text/ascii.hpp"
#include "text/scripts.hpp"
#include "text/utf8.hpp"

namespace duizhao::check {
namespace {

constexpr std::size_t kMostWords = 4;  // of a term
constexpr double kUsual = 0.5;         // share of the occurrences that a usual rendering has
constexpr double kDice = 0.6;
constexpr double kExplained = 0.3;  // support by other words

/// Where a pair is.
struct Place {
  std::size_t translation;
  std::size_t pair;

  friend auto operator<=>(const Place&, const Place&) = default;
};

struct Candidate {
  std::vector<Place> places;                               // one for each pair, in order
  std::vector<std::pair<std::size_t, std::size_t>> words;  // there: first and last + 1
  bool term = false;                                       // rather than ordinary language
};

/// What a term may be.
class Termhood {
 public:
  explicit Termhood(const Material& material)
      : lexicon_(material.lexicon), words_(material.words) {}

  /// Whether a word may stand in a term.
  bool may_take_part(std::string_view word) const {
    constexpr std::string_view kNumerals = "一二两三四五六七八九十百千万亿几";
    const std::string_view first = word.substr(0, text::decode(word, 0).size);
    return words_.is_content(std::string(word)) && !text::is_digit(text::decode(word, 0).value) &&
           kNumerals.find(first) == std::string_view::npos;
  }

  /// Whether words are one whole word, common or not.
  static bool is_word(const std::vector<std::string>& words, bool chinese) {
    constexpr std::size_t kTwoHan = 6;  // bytes
    constexpr std::size_t kLetters = 4;
    return words.size() == 1 && words.front().size() >= (chinese ? kTwoHan : kLetters);
  }

  /// Whether words are a term rather than ordinary language: a single one must be rare in general.
  bool is_term(const std::vector<std::string>& words, bool chinese) const {
    if (words.size() > 1) {
      // 借给 and 叫什么 are grammar.
      constexpr std::size_t kTwoHan = 6;  // bytes
      const bool whole = std::ranges::all_of(
          words, [&](const std::string& word) { return !chinese || word.size() >= kTwoHan; });
      const bool rare = std::ranges::any_of(
          words, [&](const std::string& word) { return is_rare(word, chinese); });
      // 地役权 is no word that the lexicon knows.
      constexpr std::size_t kHan = 3;
      constexpr std::size_t kLeast = 3;
      const bool unknown =
          chinese && words.size() >= kLeast &&
          std::ranges::all_of(words, [&](const std::string& word) { return word.size() == kHan; });
      if (!whole && !rare && !unknown) return false;
      return !std::ranges::all_of(
          words, [&](const std::string& word) { return is_proper_name(lexicon_, word); });
    }
    return is_rare(words.front(), chinese) && !(chinese && is_proper_name(lexicon_, words.front()));
  }

 private:
  bool is_rare(const std::string& word, bool chinese) const {
    constexpr double kMostPerMillion = 60;
    constexpr double kMillion = 1e6;
    const lexicon::Tables* tables = lexicon_.tables();
    if (tables == nullptr) return true;
    if (chinese) {
      constexpr std::size_t kTwoHan = 6;  // bytes
      if (word.size() < kTwoHan) return false;
      const auto headword = tables->headword(word);
      if (!headword) return true;
      return kMillion * static_cast<double>(tables->headword_frequency(*headword)) <=
             kMostPerMillion * static_cast<double>(tables->total_headword_frequency());
    }
    constexpr std::size_t kShort = 3;
    constexpr double kMostStems = 150;  // per million words of glosses
    if (word.size() <= kShort) return false;
    const auto stem = tables->stem(word);
    return !stem || kMillion * static_cast<double>(tables->stem_frequency(*stem)) <=
                        kMostStems * static_cast<double>(tables->total_stem_frequency());
  }

  const Lexicon& lexicon_;
  const variants::WordWeights& words_;
};

/// Finds the terms of one original.
class Search {
 public:
  explicit Search(const Material& material) : material_(material), termhood_(material) {}

  std::vector<TermUse> run() {
    collect();
    std::vector<std::pair<Place, TermUse>> found;
    std::vector<const Candidate*> used;
    // Longer terms first: 量化基金 before 基金 in the same sentences.
    std::vector<std::map<std::vector<std::string>, Candidate>::const_iterator> order;
    for (auto each = candidates_.cbegin(); each != candidates_.cend(); ++each) {
      if (each->second.term && each->second.places.size() >= 2) order.push_back(each);
    }
    std::ranges::stable_sort(order, [](const auto& left, const auto& right) {
      return left->first.size() > right->first.size();
    });
    for (const auto& each : order) {
      const Candidate& candidate = each->second;
      const bool inside = std::ranges::any_of(
          used, [&](const Candidate* longer) { return is_inside(candidate, *longer); });
      if (inside) continue;
      auto term = term_of(candidate);
      if (!term) continue;
      used.push_back(&candidate);
      found.emplace_back(candidate.places.front(), std::move(*term));
    }
    std::ranges::stable_sort(found, {}, [](const auto& each) { return each.first; });
    std::vector<TermUse> terms;
    for (auto& [place, term] : found) terms.push_back(std::move(term));
    return terms;
  }

  std::vector<Collision> collisions() {
    collect();
    std::map<std::string, std::vector<const Candidate*>> by_word;
    for (const auto& [words, candidate] : candidates_) {
      if (candidate.places.size() < 2) continue;
      for (const std::string& word : words_everywhere(candidate)) {
        by_word[word].push_back(&candidate);
      }
    }
    std::vector<Collision> found;
    for (const auto& [word, candidates] : by_word) {
      for (std::size_t k = 1; k < candidates.size(); ++k) {
        for (std::size_t i = 0; i < k; ++i) {
          if (collide(word, *candidates[i], *candidates[k])) {
            found.push_back(collision(word, *candidates[i], *candidates[k]));
          }
        }
      }
    }
    return found;
  }

 private:
  /// The words of the other side that are in all sentences with a candidate.
  std::vector<std::string> words_everywhere(const Candidate& candidate) const {
    std::vector<std::string> common;
    for (std::size_t i = 0; i < candidate.places.size(); ++i) {
      const Place place = candidate.places[i];
      std::set<std::string> here;
      for (const Word& word : pair(place).target.words) {
        here.insert(translation(place).word(&Pair::target, word));
      }
      if (i == 0) {
        std::ranges::copy_if(here, std::back_inserter(common), [&](const std::string& word) {
          return termhood_.may_take_part(word);
        });
      } else {
        std::erase_if(common, [&](const std::string& word) { return !here.contains(word); });
      }
    }
    return common;
  }

  bool collide(const std::string& word, const Candidate& one, const Candidate& two) const {
    constexpr double kLeastDice = 0.75;
    std::vector<Place> both;
    std::ranges::set_intersection(one.places, two.places, std::back_inserter(both));
    const std::size_t fewer = std::min(one.places.size(), two.places.size());
    if (2 * both.size() > fewer) return false;
    const auto all = static_cast<double>(one.places.size() + two.places.size() - both.size());
    const double dice = 2 * all / (all + static_cast<double>(counts_.at(word)));
    return dice >= kLeastDice && (is_linked(one, word) || is_linked(two, word));
  }

  /// Whether the lexicon links a candidate with a word of the other side.
  bool is_linked(const Candidate& candidate, const std::string& word) const {
    constexpr double kLeast = 0.4;
    const Place place = candidate.places.front();
    const bool chinese = translation(place).chinese() == &Pair::source;
    return std::ranges::any_of(translation(place).links(pair(place)), [&](const Link& link) {
      const std::size_t here = chinese ? link.chinese : link.english;
      const std::size_t there = chinese ? link.english : link.chinese;
      return link.strength >= kLeast && here >= candidate.words.front().first &&
             here < candidate.words.front().second &&
             translation(place).word(&Pair::target, pair(place).target.words[there]) == word;
    });
  }

  Collision collision(const std::string& word, const Candidate& one, const Candidate& two) const {
    const auto spot = [&](const Candidate& candidate, std::size_t i) {
      const Place place = candidate.places[i];
      const auto& words = pair(place).source.words;
      return Spot{place.translation,
                  place.pair,
                  &Pair::source,
                  {words[candidate.words[i].first].range.begin,
                   words[candidate.words[i].second - 1].range.end}};
    };
    const Place place = two.places.front();
    const Side& target = pair(place).target;
    const auto found = std::ranges::find_if(target.words, [&](const Word& each) {
      return translation(place).word(&Pair::target, each) == word;
    });
    return {
        spot(one, 0), spot(two, 0), {place.translation, place.pair, &Pair::target, found->range}};
  }

  const Translation& translation(Place place) const {
    return material_.translations[place.translation];
  }
  const Pair& pair(Place place) const { return translation(place).pairs()[place.pair]; }

  /// Gathers groups of neighbouring words of the source, and where the target's words are.
  void collect() {
    for (std::size_t t = 0; t < material_.translations.size(); ++t) {
      const Translation& texts = material_.translations[t];
      if (!texts.bilingual()) continue;
      const bool chinese = texts.chinese() == &Pair::source;
      for (std::size_t p = 0; p < texts.pairs().size(); ++p) {
        const Pair& here = texts.pairs()[p];
        if (here.source.words.empty() || here.target.words.empty()) continue;
        std::set<std::vector<std::string>> seen;
        for (std::size_t first = 0; first < here.source.words.size(); ++first) {
          std::vector<std::string> words;
          for (std::size_t last = first;
               last < here.source.words.size() && words.size() < kMostWords; ++last) {
            if (last > first && !are_neighbours(here.source, last - 1)) break;
            words.push_back(texts.word(&Pair::source, here.source.words[last]));
            if (!termhood_.may_take_part(words.back())) break;
            const bool term = termhood_.is_term(words, chinese);
            if (!(term || termhood_.is_word(words, chinese)) || !seen.insert(words).second) {
              continue;
            }
            Candidate& candidate = candidates_[words];
            candidate.term = term;
            candidate.places.push_back({t, p});
            candidate.words.emplace_back(first, last + 1);
          }
        }
        std::set<std::string> others;
        for (const Word& word : here.target.words) {
          others.insert(texts.word(&Pair::target, word));
        }
        for (const std::string& word : others) ++counts_[word];
      }
    }
  }

  static bool are_neighbours(const Side& side, std::size_t word) {
    const ByteRange between{side.words[word].range.end, side.words[word + 1].range.begin};
    return between.begin <= between.end &&
           (between.empty() || side.at(between) == " " || side.at(between) == "-");
  }

  /// Whether a candidate stands nowhere but in another one.
  static bool is_inside(const Candidate& part, const Candidate& whole) {
    if (part.places != whole.places) return false;
    for (std::size_t i = 0; i < part.places.size(); ++i) {
      if (part.words[i].first < whole.words[i].first ||
          part.words[i].second > whole.words[i].second) {
        return false;
      }
    }
    return true;
  }

  /// The words of the other side that recur with a candidate.
  std::vector<std::string> usual_words(const Candidate& candidate) const {
    std::map<std::string, std::size_t> together;
    for (const Place place : candidate.places) {
      std::set<std::string> seen;
      for (const Word& word : pair(place).target.words) {
        const std::string& text = translation(place).word(&Pair::target, word);
        if (termhood_.may_take_part(text)) seen.insert(text);
      }
      for (const std::string& word : seen) ++together[word];
    }
    const auto all = static_cast<double>(candidate.places.size());
    std::vector<std::string> usual;
    for (const auto& [word, count] : together) {
      const auto both = static_cast<double>(count);
      const double dice = 2 * both / (all + static_cast<double>(counts_.at(word)));
      if (count >= 2 && both > kUsual * all && dice >= kDice) usual.push_back(word);
    }
    return usual;
  }

  std::optional<TermUse> term_of(const Candidate& candidate) const {
    const auto usual = usual_words(candidate);
    if (usual.empty() || usual.size() > kMostWords) return std::nullopt;
    TermUse term{{}, usual, {}};
    std::size_t together = 0;
    for (std::size_t i = 0; i < candidate.places.size(); ++i) {
      term.occurrences.push_back(occurrence(candidate, i, usual));
      together += term.occurrences.back().usual;
    }
    // Words that recur in the same sentences by chance do not stand for each other.
    if (together < 2 || !is_plausible(candidate, term)) return std::nullopt;
    const Spot& first = term.occurrences.front().term;
    term.text = pair(candidate.places.front()).source.at(first.range);
    return term;
  }

  /// Whether the lexicon links the term with its usual words in one occurrence at least, or knows
  /// nothing about either.
  bool is_plausible(const Candidate& candidate, const TermUse& term) const {
    bool strangers = true;
    for (std::size_t i = 0; i < candidate.places.size(); ++i) {
      if (!term.occurrences[i].usual) continue;
      const Place place = candidate.places[i];
      const bool chinese = translation(place).chinese() == &Pair::source;
      for (const Link& link : translation(place).links(pair(place))) {
        const std::size_t here = chinese ? link.chinese : link.english;
        const std::size_t there = chinese ? link.english : link.chinese;
        const bool mine = here >= candidate.words[i].first && here < candidate.words[i].second;
        const std::string& word =
            translation(place).word(&Pair::target, pair(place).target.words[there]);
        const bool usual = std::ranges::find(term.usual_words, word) != term.usual_words.end();
        if (mine && usual) return true;
        constexpr double kKnown = 0.4;
        if (mine != usual && link.strength > kKnown) strangers = false;
      }
    }
    return strangers;
  }

  Occurrence occurrence(const Candidate& candidate, std::size_t i,
                        const std::vector<std::string>& usual) const {
    const Place place = candidate.places[i];
    const Side& source = pair(place).source;
    const Side& target = pair(place).target;
    const auto [first, last] = candidate.words[i];
    Occurrence occurrence;
    occurrence.term = {place.translation,
                       place.pair,
                       &Pair::source,
                       {source.words[first].range.begin, source.words[last - 1].range.end}};
    std::vector<std::size_t> words;
    std::set<std::string> found;
    for (std::size_t w = 0; w < target.words.size(); ++w) {
      const std::string& text = translation(place).word(&Pair::target, target.words[w]);
      if (std::ranges::find(usual, text) == usual.end()) continue;
      words.push_back(w);
      found.insert(text);
    }
    occurrence.usual = found.size() == usual.size();
    if (!occurrence.usual) words = strangers(place, first, last, words);
    if (words.empty()) return occurrence;
    for (const std::size_t w : words) {
      occurrence.words.push_back(translation(place).word(&Pair::target, target.words[w]));
    }
    const ByteRange range{target.words[words.front()].range.begin,
                          target.words[words.back()].range.end};
    occurrence.rendering = Spot{place.translation, place.pair, &Pair::target, range};
    occurrence.text = target.at(range);
    return occurrence;
  }

  /// Words that may stand for a term where its usual ones are not all there: what no other word of
  /// the source explains, about those that are there, or else the longest stretch of it.
  std::vector<std::size_t> strangers(Place place, std::size_t first, std::size_t last,
                                     const std::vector<std::size_t>& usual) const {
    const Translation& texts = translation(place);
    const Side& target = pair(place).target;
    const bool chinese = texts.chinese() == &Pair::source;
    std::vector<double> elsewhere(target.words.size());
    for (const Link& link : texts.links(pair(place))) {
      const std::size_t here = chinese ? link.chinese : link.english;
      const std::size_t there = chinese ? link.english : link.chinese;
      if (here >= first && here < last) continue;
      elsewhere[there] = std::max(elsewhere[there], link.strength);
    }
    const auto is_stranger = [&](std::size_t w) {
      if (std::ranges::find(usual, w) != usual.end()) return true;
      const std::string& word = texts.word(&Pair::target, target.words[w]);
      return termhood_.may_take_part(word) && elsewhere[w] < kExplained &&
             !text::is_ascii_digit(word.front());
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
      if (stretch.size() > kMostWords) return true;
      return !usual.empty() && std::ranges::none_of(stretch, [&](std::size_t w) {
        return std::ranges::find(usual, w) != usual.end();
      });
    });
    // Where there are several, nobody can tell which.
    constexpr std::size_t kMostStretches = 2;
    if (stretches.empty() || stretches.size() > kMostStretches) return {};
    const double position =
        static_cast<double>(first) / static_cast<double>(pair(place).source.words.size());
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

  const Material& material_;
  Termhood termhood_;
  std::map<std::vector<std::string>, Candidate> candidates_;
  std::unordered_map<std::string, std::size_t> counts_;  // pairs with each word of the target
};

}  // namespace

std::vector<TermUse> find_terms(const Material& material) { return Search(material).run(); }

std::vector<Collision> find_collisions(const Material& material) {
  return Search(material).collisions();
}

}  // namespace duizhao::check
