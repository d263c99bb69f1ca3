#include "collate/variations.hpp"

#include <algorithm>
#include <functional>
#include <optional>
#include <set>
#include <utility>

#include "duizhao/text/edit_distance.hpp"
#include "text/fold.hpp"

namespace duizhao::collate {
namespace {

using Places = std::vector<std::size_t>;

// A word that is said to be missing has no counterpart with this probability at least.
constexpr double kMissing = 0.7;
// In phrases of more words that say something a name or a number cannot be pointed out.
constexpr std::size_t kShortPhrase = 4;
// From here on other evidence may make that as good as sure, and then it is so likely.
constexpr double kHardly = 0.3;
constexpr double kSurely = 0.75;
// Words beside it are said with it from here on.
constexpr double kMissingBeside = 0.45;
// A link between the original and a witness tells that the witness has the word.
constexpr double kRendered = 0.8;

/// What a difference of two witnesses is among the kinds of a comparison; nothing for those that
/// are not told.
std::optional<VariationKind> variation_of(const WordDifference& difference) {
  switch (difference.kind) {
    case DifferenceKind::number:
      return VariationKind::number;
    case DifferenceKind::negation:
      return VariationKind::negation;
    case DifferenceKind::name:
      return VariationKind::name;
    case DifferenceKind::modality:
      return VariationKind::modality;
    case DifferenceKind::opposite:  // give and take may say the same of two parties
    case DifferenceKind::paraphrase:
      return VariationKind::paraphrase;
    case DifferenceKind::synonym:
      return VariationKind::synonym;
    case DifferenceKind::inflection:
      return VariationKind::inflection;
    case DifferenceKind::equal:
    case DifferenceKind::function:
    case DifferenceKind::only_source:
    case DifferenceKind::only_target:
      break;
  }
  return std::nullopt;
}

bool intersect(const Places& left, const Places& right) {
  return std::ranges::any_of(
      left, [&](std::size_t token) { return std::ranges::binary_search(right, token); });
}

/// A kind that two witnesses differ by at a place.
struct Verdict {
  VariationKind kind;
  double probability;
};

class Teller {
 public:
  Teller(const LinkedWitnesses& links, const std::vector<Column>& columns,
         const std::vector<Witness>& witnesses, const Witness* original)
      : links_(links), columns_(columns), witnesses_(witnesses), original_(original) {}

  std::vector<Difference> run() {
    for (const Column& column : columns_) {
      tell_difference(column);
      tell_silence(column);
    }
    join_neighbours();
    tell_denials();
    tell_exchanges();
    std::ranges::stable_sort(found_, {}, &Difference::kind);
    return std::move(found_);
  }

 private:
  std::size_t count() const { return links_.size(); }

  // ---- words of a witness as a reading

  /// The stretch of the text from the first of some words to the last, without those at its ends
  /// that say nothing; of words that stand apart, the stretch that says most.
  std::optional<ByteRange> stretch(const TokenisedText& text, const Places& places) const {
    std::optional<ByteRange> best;
    std::size_t most = 0;
    for (std::size_t k = 0; k < places.size();) {
      std::size_t end = k + 1;
      while (end < places.size() && near(text, places[end - 1], places[end])) ++end;
      std::size_t first = k, last = end;
      while (first < last && !text.weighs(places[first])) ++first;
      while (last > first && !text.weighs(places[last - 1])) --last;
      if (last - first > most) {
        most = last - first;
        best = {text.tokens[places[first]].range.begin, text.tokens[places[last - 1]].range.end};
      }
      k = end;
    }
    return best;
  }

  /// Whether nothing that weighs stands between two words.
  static bool near(const TokenisedText& text, std::size_t left, std::size_t right) {
    for (std::size_t token = left + 1; token < right; ++token) {
      if (text.weighs(token) || text.classes[token] == words::WordClass::mark) return false;
    }
    return true;
  }

  WitnessReading reading(std::size_t witness, const Places& places) const {
    const auto range = stretch(links_.text(witness), places);
    if (!range) return {witness, {}, {}, 0};
    return {witness, range, witnesses_[witness].text.substr(range->begin, range->size()), 0};
  }

  /// The original's words that a column's words render.
  Places original_places(const Column& column) const {
    std::set<std::size_t> places;
    for (std::size_t w = 0; original_ != nullptr && w < count(); ++w) {
      for (const WordLink& link : links_.to_original(w)->links) {
        const bool here = links_.original().weighs(link.source) &&
                          std::ranges::binary_search(column.cells[w], link.target) &&
                          links_.text(w).weighs(link.target);
        if (here) places.insert(link.source);
      }
    }
    return {places.begin(), places.end()};
  }

  std::optional<ByteRange> original_range(const Column& column) const {
    if (original_ == nullptr) return std::nullopt;
    return stretch(links_.original(), original_places(column));
  }

  // ---- what witnesses say otherwise

  std::optional<Verdict> verdict(const Column& column, std::size_t i, std::size_t j) const {
    const Places& own = column.cells[i];
    const Places& other = column.cells[j];
    std::optional<Verdict> gravest;
    if (denies_alone(i, own) && denies_alone(j, other)) return std::nullopt;
    bool judged = false;
    const auto view = links_.view(i, j);
    if (view) {
      for (const WordDifference& difference : view->alignment->differences) {
        if (!intersect(view->own(difference), own) || !intersect(view->other(difference), other)) {
          continue;
        }
        judged = true;
        auto kind = variation_of(difference);
        if (!kind) continue;
        // Of a long phrase it is not known what in it differs.
        const bool is_long = weight(i, own) > kShortPhrase || weight(j, other) > kShortPhrase;
        if (is_long && *kind < VariationKind::omission && *kind != VariationKind::negation) {
          kind = VariationKind::paraphrase;
        }
        if (*kind == VariationKind::name && !are_names(i, own, j, other)) {
          kind = VariationKind::paraphrase;
        }
        if (!gravest || *kind < gravest->kind) gravest = {*kind, difference.probability};
      }
    }
    if (letters(i, own) == letters(j, other)) return std::nullopt;  // USA and U.S.A.
    if (gravest && gravest->kind > VariationKind::omission &&
        is_misspelt(letters(i, own), letters(j, other))) {
      return Verdict{VariationKind::inflection, gravest->probability};
    }
    if (judged && !column.substitution) return gravest;
    if (helps_alone(i, own) && helps_alone(j, other)) return std::nullopt;
    if (gravest && gravest->kind < VariationKind::omission) return gravest;
    if (folded(i, own) == folded(j, other)) return gravest;
    return Verdict{VariationKind::wording, 0.5};
  }

  /// Whether two cells hold a name each: a word or two, without figures.
  bool are_names(std::size_t i, const Places& own, std::size_t j, const Places& other) const {
    constexpr std::size_t kMost = 2;  // words
    const auto is_name = [&](std::size_t witness, const Places& places) {
      return weight(witness, places) <= kMost &&
             letters(witness, places).find_first_of("0123456789") == std::string::npos;
    };
    return is_name(i, own) && is_name(j, other);
  }

  /// How many words of a cell say something.
  std::size_t weight(std::size_t witness, const Places& places) const {
    return static_cast<std::size_t>(std::ranges::count_if(
        places, [&](std::size_t token) { return links_.text(witness).weighs(token); }));
  }

  /// Whether long words are one but for a slip of the pen.
  static bool is_misspelt(const std::string& left, const std::string& right) {
    constexpr std::size_t kLong = 7;  // letters
    return std::min(left.size(), right.size()) >= kLong &&
           edit_distance(left, right, Transpositions::one_edit) == 1;
  }

  /// The letters and digits of the words that say something, in lower case.
  std::string letters(std::size_t witness, const Places& places) const {
    std::string all;
    for (const char c : folded(witness, places)) {
      const bool mark = c == ' ' || c == '.' || c == '-' || c == '\'';
      if (!mark) all += c;
    }
    return all;
  }

  bool all_of(std::size_t witness, const Places& places,
              const std::function<bool(words::WordClass)>& test) const {
    const TokenisedText& text = links_.text(witness);
    return std::ranges::all_of(places, [&](std::size_t token) {
      return !text.weighs(token) || test(text.classes[token]);
    });
  }

  /// Whether words do nothing but deny: not, no, never.
  bool denies_alone(std::size_t witness, const Places& places) const {
    return all_of(witness, places,
                  [](words::WordClass kind) { return kind == words::WordClass::negation; });
  }

  /// Whether words are modals and denials alone: can, can't, cannot.
  bool helps_alone(std::size_t witness, const Places& places) const {
    return all_of(witness, places, [](words::WordClass kind) {
      return kind == words::WordClass::negation || kind == words::WordClass::modal;
    });
  }

  /// The words of a cell that say something, in lower case.
  std::string folded(std::size_t witness, const Places& places) const {
    std::string words;
    for (const std::size_t token : places) {
      if (links_.text(witness).weighs(token)) {
        words += text::fold_case(links_.text(witness).tokens[token].text) + ' ';
      }
    }
    return words;
  }

  void tell_difference(const Column& column) {
    std::optional<Verdict> gravest;
    std::vector<std::vector<std::size_t>> groups;  // of witnesses that say the same
    for (std::size_t i = 0; i < count(); ++i) {
      if (!column.says(links_, i)) continue;
      std::size_t own = groups.size();
      for (std::size_t g = 0; g < groups.size(); ++g) {
        bool same = true;
        for (const std::size_t j : groups[g]) {
          const auto pair = verdict(column, j, i);
          if (!pair) continue;
          same = false;
          const bool graver =
              !gravest || pair->kind < gravest->kind ||
              (pair->kind == gravest->kind && pair->probability > gravest->probability);
          if (graver) gravest = pair;
        }
        if (same) own = std::min(own, g);
      }
      if (own == groups.size()) groups.emplace_back();
      groups[own].push_back(i);
    }
    if (!gravest) return;
    Difference difference{gravest->kind, gravest->probability, original_range(column), {}};
    for (std::size_t w = 0; w < count(); ++w) {
      difference.readings.push_back(reading(w, column.cells[w]));
      for (std::size_t g = 0; g < groups.size(); ++g) {
        if (std::ranges::find(groups[g], w) != groups[g].end()) {
          difference.readings.back().group = g;
        }
      }
    }
    found_.push_back(std::move(difference));
  }

  // ---- what witnesses do not say

  /// How likely a witness says nothing that stands for a token of another one. Where all that it
  /// says is said by the other as well, or where it has nothing for the original's word either,
  /// that is as good as sure.
  double missing(std::size_t has, std::size_t token, std::size_t lacks) const {
    const auto view = links_.view(has, lacks);
    if (!view) return 0;
    const double alone = view->alone()[token];
    const bool surely =
        alone >= kHardly && (is_contained(lacks, has) || lacks_original(has, token, lacks));
    return surely ? std::max(alone, kSurely) : alone;
  }

  /// Whether all words of a witness that say something stand in another one, too.
  bool is_contained(std::size_t witness, std::size_t other) const {
    const auto view = links_.view(witness, other);
    const TokenisedText& text = links_.text(witness);
    std::vector<bool> shared(text.tokens.size(), false);
    for (const WordDifference& difference : view->alignment->differences) {
      const bool same =
          difference.kind == DifferenceKind::equal || difference.kind == DifferenceKind::inflection;
      if (!same || view->other(difference).empty()) continue;
      for (const std::size_t own : view->own(difference)) shared[own] = true;
    }
    for (std::size_t own = 0; own < shared.size(); ++own) {
      if (text.weighs(own) && !shared[own]) return false;
    }
    return true;
  }

  /// Whether the original's word for a token has no counterpart in another witness.
  bool lacks_original(std::size_t has, std::size_t token, std::size_t lacks) const {
    if (original_ == nullptr) return false;
    const std::vector<double>& alone = links_.to_original(lacks)->source_alone;
    return std::ranges::any_of(links_.to_original(has)->links, [&](const WordLink& link) {
      return link.target == token && alone[link.source] >= kMissing;
    });
  }

  /// Whether a witness renders the original's word for a token of another one.
  bool renders(std::size_t has, std::size_t token, std::size_t lacks) const {
    if (original_ == nullptr) return false;
    for (const WordLink& link : links_.to_original(has)->links) {
      if (link.target != token || link.probability < kRendered) continue;
      for (const WordLink& own : links_.to_original(lacks)->links) {
        const bool same = own.source == link.source && own.probability >= kRendered &&
                          links_.text(lacks).weighs(own.target);
        if (same) return true;
      }
    }
    return false;
  }

  /// Whether what stands around a witness's text has the word.
  bool stands_around(std::size_t witness, const std::string& word) const {
    const std::string folded = text::fold_case(word);
    return text::fold_case(witnesses_[witness].before).find(folded) != std::string::npos ||
           text::fold_case(witnesses_[witness].after).find(folded) != std::string::npos;
  }

  /// The words of a cell that a witness lacks.
  Places lacking(std::size_t has, const Places& places, std::size_t lacks, double& most) const {
    Places missing_words;
    for (const std::size_t token : places) {
      if (!links_.text(has).weighs(token)) continue;
      const double alone = missing(has, token, lacks);
      const bool said = alone < kMissingBeside || renders(has, token, lacks) ||
                        stands_around(lacks, links_.text(has).tokens[token].text);
      if (said) continue;
      missing_words.push_back(token);
      most = std::max(most, alone);
    }
    return missing_words;
  }

  void tell_silence(const Column& column) {
    Places say, lack;
    for (std::size_t w = 0; w < count(); ++w) (column.says(links_, w) ? say : lack).push_back(w);
    if (say.empty() || lack.empty()) return;
    double least = 1;  // of the witnesses that lack it, the one that does so least surely
    std::vector<Places> cells(count());
    for (const std::size_t has : say) cells[has] = column.cells[has];
    for (const std::size_t lacks : lack) {
      double most = 0;
      for (const std::size_t has : say) {
        const Places words = lacking(has, cells[has], lacks, most);
        cells[has] = words;
      }
      least = std::min(least, most);
    }
    if (least < kMissing) return;
    Column stated{cells};
    const auto original = original_range(stated);
    const bool expected = original_ != nullptr ? original.has_value() : say.size() >= lack.size();
    Difference difference{
        expected ? VariationKind::omission : VariationKind::addition, least, original, {}};
    for (std::size_t w = 0; w < count(); ++w) {
      difference.readings.push_back(reading(w, cells[w]));
    }
    const bool says_something = std::ranges::any_of(
        difference.readings, [](const WitnessReading& each) { return each.range.has_value(); });
    if (says_something) found_.push_back(std::move(difference));
  }

  /// Neighbouring words that the same witnesses lack are one statement, and so are neighbouring
  /// choices of words.
  void join_neighbours() {
    std::vector<Difference> joined;
    for (Difference& difference : found_) {
      const auto last = std::ranges::find_if(
          joined, [&](const Difference& other) { return are_neighbours(other, difference); });
      if (last == joined.end()) {
        joined.push_back(std::move(difference));
        continue;
      }
      if (is_choice(last->kind)) {
        last->kind = std::min(last->kind, difference.kind);
        last->probability = std::min(last->probability, difference.probability);
      } else {
        last->probability = std::max(last->probability, difference.probability);
      }
      for (std::size_t w = 0; w < count(); ++w) {
        WitnessReading& own = last->readings[w];
        const WitnessReading& more = difference.readings[w];
        if (!own.range || !more.range) continue;
        own.range = {std::min(own.range->begin, more.range->begin),
                     std::max(own.range->end, more.range->end)};
        own.text = witnesses_[w].text.substr(own.range->begin, own.range->size());
      }
      if (last->original && difference.original) {
        last->original = {std::min(last->original->begin, difference.original->begin),
                          std::max(last->original->end, difference.original->end)};
      }
    }
    found_ = std::move(joined);
  }

  static bool is_choice(VariationKind kind) {
    return kind == VariationKind::paraphrase || kind == VariationKind::wording ||
           kind == VariationKind::synonym;
  }

  bool are_neighbours(const Difference& left, const Difference& right) const {
    const bool silences = left.kind == right.kind && (left.kind == VariationKind::omission ||
                                                      left.kind == VariationKind::addition);
    if (!silences && !(is_choice(left.kind) && is_choice(right.kind))) return false;
    constexpr double kSure = 0.75;  // sure choices stay apart from others
    if (!silences && (left.probability >= kSure) != (right.probability >= kSure)) return false;
    if (silences && left.original.has_value() != right.original.has_value()) return false;
    for (std::size_t w = 0; w < count(); ++w) {
      const auto& own = left.readings[w].range;
      const auto& more = right.readings[w].range;
      if (own.has_value() != more.has_value()) return false;
      if (!silences && left.readings[w].group != right.readings[w].group) return false;
      if (!own) continue;
      const std::size_t begin = std::min(own->end, more->end);
      const std::size_t end = std::max(own->begin, more->begin);
      if (end < begin) return false;
      // Only words without weight stand between.
      const TokenisedText& text = links_.text(w);
      for (std::size_t token = 0; token < text.tokens.size(); ++token) {
        const ByteRange& range = text.tokens[token].range;
        const bool between = range.begin >= begin && range.end <= end;
        if (between && (text.weighs(token) || text.classes[token] == words::WordClass::mark)) {
          return false;
        }
      }
    }
    return true;
  }

  // ---- denials that others lack

  /// A denial of one witness that another one has no counterpart of, told with the word that it
  /// bears on.
  void tell_denials() {
    for (std::size_t i = 0; i < count(); ++i) {
      for (std::size_t j = 0; j < count(); ++j) {
        const auto view = i == j ? std::nullopt : links_.view(i, j);
        if (!view) continue;
        for (const WordDifference& difference : view->alignment->differences) {
          const auto kind = variation_of(difference);
          if (kind != VariationKind::negation) continue;  // probably may stand for might
          const Places& own = view->own(difference);
          const Places& other = view->other(difference);
          const bool denies =
              *kind == VariationKind::negation && holds_denial(i, own) && !holds_denial(j, other);
          if (!own.empty() && (other.empty() || denies)) {
            tell_denial(i, own, *kind, difference.probability);
          }
        }
      }
    }
  }

  bool holds_denial(std::size_t witness, const Places& places) const {
    return std::ranges::any_of(places, [&](std::size_t token) {
      return links_.text(witness).classes[token] == words::WordClass::negation;
    });
  }

  void tell_denial(std::size_t has, const Places& places, VariationKind kind, double probability) {
    const TokenisedText& text = links_.text(has);
    Places shown = places;
    for (std::size_t token = places.back() + 1; token < text.tokens.size(); ++token) {
      if (words::is_content(text.classes[shown.back()])) break;
      if (text.classes[token] == words::WordClass::mark) break;
      shown.push_back(token);
      if (words::is_content(text.classes[token])) break;
    }
    Difference difference{kind, probability, {}, {}};
    for (std::size_t w = 0; w < count(); ++w) {
      difference.readings.push_back(
          reading(w, w == has ? shown : counterparts(has, shown.back(), w)));
      const auto& range = difference.readings.back().range;
      const bool denies =
          w == has || (range && holds_kind(w, *range, text.classes[places.front()]));
      difference.readings.back().group = denies ? 0 : 1;
    }
    const auto told = [&](const Difference& other) {
      const auto& own = difference.readings[has].range;
      const auto& known = other.readings[has].range;
      return other.kind <= VariationKind::modality && own && known && own->overlaps(*known);
    };
    if (std::ranges::none_of(found_, told)) found_.push_back(std::move(difference));
  }

  /// Whether a stretch of a witness's text has a word of a class.
  bool holds_kind(std::size_t witness, const ByteRange& range, words::WordClass kind) const {
    const TokenisedText& text = links_.text(witness);
    for (std::size_t token = 0; token < text.tokens.size(); ++token) {
      if (text.classes[token] == kind && range.overlaps(text.tokens[token].range)) return true;
    }
    return false;
  }

  /// What stands for a token of one witness in another one, with the denial or modal before it.
  Places counterparts(std::size_t has, std::size_t token, std::size_t other) const {
    Places places;
    for (const Column& column : columns_) {
      if (std::ranges::binary_search(column.cells[has], token)) places = column.cells[other];
    }
    const TokenisedText& text = links_.text(other);
    while (!places.empty() && places.front() > 0) {
      const words::WordClass before = text.classes[places.front() - 1];
      if (before != words::WordClass::negation && before != words::WordClass::modal) break;
      places.insert(places.begin(), places.front() - 1);
    }
    return places;
  }

  // ---- equal words that have changed places

  /// A unit of two witnesses, equal in words.
  struct Unit {
    std::size_t own;
    std::size_t other;
    bool number;
  };

  std::vector<Unit> equal_units(std::size_t i, const PairView& view) const {
    std::vector<Unit> units;
    for (const WordDifference& difference : view.alignment->differences) {
      const bool equal =
          difference.kind == DifferenceKind::equal || difference.kind == DifferenceKind::inflection;
      const Places& own = view.own(difference);
      const Places& other = view.other(difference);
      if (!equal || own.size() != 1 || other.size() != 1 || !links_.text(i).weighs(own.front())) {
        continue;
      }
      const bool number = links_.text(i).classes[own.front()] == words::WordClass::number;
      units.push_back({own.front(), other.front(), number});
    }
    std::ranges::sort(units, {}, &Unit::own);
    return units;
  }

  /// Two numbers, or two names, that have changed places while what stands between them has not.
  void tell_exchanges() {
    for (std::size_t i = 0; i < count(); ++i) {
      for (std::size_t j = i + 1; j < count(); ++j) {
        const auto view = links_.view(i, j);
        if (view) tell_exchanges(i, j, *view);
      }
    }
  }

  void tell_exchanges(std::size_t i, std::size_t j, const PairView& view) {
    const std::vector<Unit> units = equal_units(i, view);
    for (std::size_t a = 0; a < units.size(); ++a) {
      for (std::size_t b = a + 1; b < units.size(); ++b) {
        const bool numbers = units[a].number && units[b].number;
        const bool crossed = units[a].other > units[b].other;
        if (!crossed || units[a].number != units[b].number) continue;
        // The words between them and about them stay in order.
        std::size_t between = 0, kept = 0;
        std::optional<std::size_t> last;
        for (std::size_t k = a + 1; k < b; ++k) {
          ++between;
          const bool inside = units[k].other > units[b].other && units[k].other < units[a].other;
          const bool ascends = !last || *last < units[k].other;
          kept += inside && ascends;
          last = units[k].other;
        }
        if (between == 0 || kept != between) continue;
        if (!numbers && (between > 2 || turned_about(i, j, units[a], units[b]))) continue;
        tell_exchange(i, j, numbers ? VariationKind::number : VariationKind::name, units[a],
                      units[b]);
        return;
      }
    }
  }

  /// Whether a passive turns the sentence: "by" stands before what has changed places.
  bool turned_about(std::size_t i, std::size_t j, const Unit& first, const Unit& second) const {
    const auto behind_by = [&](std::size_t witness, std::size_t token) {
      const TokenisedText& text = links_.text(witness);
      for (std::size_t k = token; k-- > 0 && k + 4 > token;) {
        if (text::fold_case(text.tokens[k].text) == "by") return true;
        if (text.weighs(k)) return false;
      }
      return false;
    };
    return behind_by(i, first.own) || behind_by(i, second.own) || behind_by(j, first.other) ||
           behind_by(j, second.other);
  }

  void tell_exchange(std::size_t i, std::size_t j, VariationKind kind, const Unit& first,
                     const Unit& second) {
    Difference difference{kind, 0.8, {}, {}};
    for (std::size_t w = 0; w < count(); ++w) difference.readings.push_back({w, {}, {}, 0});
    const auto show = [&](std::size_t witness, std::size_t begin, std::size_t end) {
      const TokenisedText& text = links_.text(witness);
      const ByteRange range{text.tokens[begin].range.begin, text.tokens[end].range.end};
      difference.readings[witness] = {
          witness, range, witnesses_[witness].text.substr(range.begin, range.size()), 0};
    };
    show(i, first.own, second.own);
    show(j, second.other, first.other);
    difference.readings[j].group = 1;
    found_.push_back(std::move(difference));
  }

  const LinkedWitnesses& links_;
  const std::vector<Column>& columns_;
  const std::vector<Witness>& witnesses_;
  const Witness* original_;
  std::vector<Difference> found_;
};

}  // namespace

std::vector<Difference> variations_of(const LinkedWitnesses& links,
                                      const std::vector<Column>& columns,
                                      const std::vector<Witness>& witnesses,
                                      const Witness* original) {
  return Teller(links, columns, witnesses, original).run();
}

}  // namespace duizhao::collate
