// Columns in which witnesses say something else.
#include <algorithm>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <utility>

#include "compare/numbers_differ.hpp"
#include "compare/tellers.hpp"
#include "duizhao/text/edit_distance.hpp"
#include "text/fold.hpp"

namespace duizhao::compare {
namespace {

// Values at one place that do not meet: of 123 changed numbers of news 115 are told so, of 84 pairs
// with other spellings or another order none.
constexpr double kUnlikeValues = 0.95;

/// A kind that two witnesses differ by at a place.
struct Verdict {
  VariationKind kind;
  double probability;
};

class Disagreements : private Teller {
 public:
  Disagreements(const Readings& readings, const std::vector<Column>& columns)
      : Teller(readings), columns_(columns) {}

  std::vector<Difference> run() {
    for (const Column& column : columns_) tell_difference(column);
    return std::move(found_);
  }

 private:
  std::optional<Verdict> verdict(const Column& column, std::size_t i, std::size_t j) const {
    const Places& own = column.cells[i];
    const Places& other = column.cells[j];
    std::optional<Verdict> gravest;
    if (const auto differ = numbers_differ(readings_, {i, own}, {j, other})) {
      if (!*differ) return std::nullopt;
      return Verdict{VariationKind::number, kUnlikeValues};
    }
    if (denies_alone(i, own) && denies_alone(j, other)) return std::nullopt;
    bool judged = false;
    const auto view = links().view(i, j);
    if (view) {
      for (const WordDifference& difference : view->alignment->differences) {
        if (!intersect(view->own(difference), own) || !intersect(view->other(difference), other)) {
          continue;
        }
        judged = true;
        auto kind = variation_of(difference);
        if (!kind) continue;
        // Of a long phrase it is not known what in it differs.
        const bool is_long =
            readings_.weight(i, own) > kShortPhrase || readings_.weight(j, other) > kShortPhrase;
        // Denials are told apart, where their surroundings are known.
        if ((is_long && *kind < VariationKind::omission) || *kind == VariationKind::negation) {
          kind = VariationKind::paraphrase;
        }
        if (*kind == VariationKind::name && !are_names(i, own, j, other)) {
          kind = VariationKind::paraphrase;
        }
        if (!gravest || *kind < gravest->kind) gravest = {*kind, difference.probability};
      }
    }
    if (are_one_word(i, own, j, other)) return std::nullopt;
    if (gravest && gravest->kind > VariationKind::omission &&
        is_misspelt(readings_.letters(i, own), readings_.letters(j, other))) {
      return Verdict{VariationKind::inflection, gravest->probability};
    }
    const bool grave = gravest && gravest->kind < VariationKind::omission;
    if (!grave && (says_all_of(i, own, j, other) || says_all_of(j, other, i, own))) {
      return std::nullopt;
    }
    if (judged && !column.substitution) return gravest;
    if (helps_alone(i, own) && helps_alone(j, other)) return std::nullopt;
    if (grave) return gravest;
    if (readings_.folded(i, own) == readings_.folded(j, other)) return gravest;
    return Verdict{VariationKind::wording, 0.5};
  }

  /// Whether one says the words of another, and more.
  bool says_all_of(std::size_t i, const Places& own, std::size_t j, const Places& other) const {
    const auto& words = links().text(i).tokens;
    const auto& others = links().text(j).tokens;
    if (other.size() >= own.size()) return false;
    return std::ranges::all_of(other, [&](std::size_t token) {
      return std::ranges::any_of(own, [&](std::size_t k) {
        return text::fold_case(words[k].text) == text::fold_case(others[token].text);
      });
    });
  }

  /// Whether two cells hold a name each: a word or two, without figures.
  bool are_names(std::size_t i, const Places& own, std::size_t j, const Places& other) const {
    constexpr std::size_t kMost = 2;  // words
    const auto is_name = [&](std::size_t witness, const Places& places) {
      return readings_.weight(witness, places) <= kMost &&
             readings_.letters(witness, places).find_first_of("0123456789") == std::string::npos;
    };
    return is_name(i, own) && is_name(j, other);
  }

  /// Whether words are the same but for marks and spaces: USA and U.S.A., percent and per cent.
  bool are_one_word(std::size_t i, const Places& own, std::size_t j, const Places& other) const {
    const std::string left = readings_.letters(i, own);
    const std::string right = readings_.letters(j, other);
    if (left == right) return true;
    // All words of a cell, and the one before it.
    const auto in_full = [&](std::size_t witness, const Places& places) {
      const auto& tokens = links().text(witness).tokens;
      std::pair<std::string, std::string> words;
      for (const std::size_t token : places) words.first += text::fold_case(tokens[token].text);
      if (!places.empty() && places.front() > 0) {
        words.second = text::fold_case(tokens[places.front() - 1].text) + words.first;
      }
      return words;
    };
    const auto own_words = in_full(i, own);
    const auto other_words = in_full(j, other);
    return own_words.first == other_words.first || own_words.second == right ||
           other_words.second == left;
  }

  /// Whether long words are one but for a slip of the pen.
  static bool is_misspelt(const std::string& left, const std::string& right) {
    constexpr std::size_t kLong = 7;  // letters
    return std::min(left.size(), right.size()) >= kLong &&
           edit_distance(left, right, Transpositions::one_edit) == 1;
  }

  bool all_of(std::size_t witness, const Places& places,
              const std::function<bool(words::WordClass)>& test) const {
    const TokenisedText& text = links().text(witness);
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

  /// A number as a whole: two hundred, where hundred alone is linked.
  WitnessReading number_in(std::size_t witness, const Places& places) const {
    WitnessReading reading = readings_.reading(witness, places);
    const auto numbers = readings_.quantities(witness, places);
    if (!reading.range || numbers.size() != 1) return reading;
    reading.range = numbers.front().range;
    reading.text =
        readings_.witnesses()[witness].text.substr(reading.range->begin, reading.range->size());
    return reading;
  }

  /// Whether a pair's verdict sets it apart where the column as a whole differs by a kind: might
  /// and may are other words, but no other modality than will.
  static bool sets_apart(const std::optional<Verdict>& pair, VariationKind kind) {
    if (!pair || pair->kind == VariationKind::inflection) return false;
    return kind > VariationKind::modality || pair->kind <= VariationKind::modality;
  }

  void tell_difference(const Column& column) {
    std::vector<std::size_t> says;
    for (std::size_t w = 0; w < count(); ++w) {
      if (column.says(links(), w)) says.push_back(w);
    }
    std::map<std::pair<std::size_t, std::size_t>, std::optional<Verdict>> verdicts;
    std::optional<Verdict> gravest;
    for (std::size_t a = 0; a < says.size(); ++a) {
      for (std::size_t b = a + 1; b < says.size(); ++b) {
        const auto pair = verdict(column, says[a], says[b]);
        verdicts.emplace(std::pair(says[a], says[b]), pair);
        if (!pair) continue;
        const bool graver =
            !gravest || pair->kind < gravest->kind ||
            (pair->kind == gravest->kind && pair->probability > gravest->probability);
        if (graver) gravest = pair;
      }
    }
    if (!gravest) return;
    std::vector<std::vector<std::size_t>> groups;  // of witnesses that say the same
    for (const std::size_t w : says) {
      const auto same = std::ranges::find_if(groups, [&](const auto& group) {
        return std::ranges::none_of(group, [&](std::size_t other) {
          return sets_apart(verdicts.at({other, w}), gravest->kind);
        });
      });
      if (same == groups.end()) {
        groups.push_back({w});
      } else {
        same->push_back(w);
      }
    }
    Difference difference{
        gravest->kind, gravest->probability, readings_.original_range(column), {}};
    for (std::size_t w = 0; w < count(); ++w) {
      difference.readings.push_back(gravest->kind == VariationKind::number
                                        ? number_in(w, column.cells[w])
                                        : readings_.reading(w, column.cells[w]));
      for (std::size_t g = 0; g < groups.size(); ++g) {
        if (std::ranges::find(groups[g], w) != groups[g].end()) {
          difference.readings.back().group = g;
        }
      }
    }
    found_.push_back(std::move(difference));
  }

  const std::vector<Column>& columns_;
};

}  // namespace

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

std::vector<Difference> disagreements_of(const Readings& readings,
                                         const std::vector<Column>& columns) {
  return Disagreements(readings, columns).run();
}

}  // namespace duizhao::compare
