// Columns in which witnesses say something else.
#include <algorithm>
#include <functional>
#include <optional>
#include <string>
#include <utility>

#include "collate/tellers.hpp"
#include "duizhao/text/edit_distance.hpp"

namespace duizhao::collate {
namespace {

// In phrases of more words that say something a name or a number cannot be pointed out.
constexpr std::size_t kShortPhrase = 4;

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
        if (is_long && *kind < VariationKind::omission && *kind != VariationKind::negation) {
          kind = VariationKind::paraphrase;
        }
        if (*kind == VariationKind::name && !are_names(i, own, j, other)) {
          kind = VariationKind::paraphrase;
        }
        if (!gravest || *kind < gravest->kind) gravest = {*kind, difference.probability};
      }
    }
    if (readings_.letters(i, own) == readings_.letters(j, other))
      return std::nullopt;  // USA and U.S.A.
    if (gravest && gravest->kind > VariationKind::omission &&
        is_misspelt(readings_.letters(i, own), readings_.letters(j, other))) {
      return Verdict{VariationKind::inflection, gravest->probability};
    }
    if (judged && !column.substitution) return gravest;
    if (helps_alone(i, own) && helps_alone(j, other)) return std::nullopt;
    if (gravest && gravest->kind < VariationKind::omission) return gravest;
    if (readings_.folded(i, own) == readings_.folded(j, other)) return gravest;
    return Verdict{VariationKind::wording, 0.5};
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

  void tell_difference(const Column& column) {
    std::optional<Verdict> gravest;
    std::vector<std::vector<std::size_t>> groups;  // of witnesses that say the same
    for (std::size_t i = 0; i < count(); ++i) {
      if (!column.says(links(), i)) continue;
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
    Difference difference{
        gravest->kind, gravest->probability, readings_.original_range(column), {}};
    for (std::size_t w = 0; w < count(); ++w) {
      difference.readings.push_back(readings_.reading(w, column.cells[w]));
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

}  // namespace duizhao::collate
