#include "compare/variations.hpp"

#include <algorithm>
#include <map>
#include <utility>

#include "compare/readings.hpp"
#include "compare/tellers.hpp"
#include "text/fold.hpp"

namespace duizhao::compare {
namespace {

bool is_choice(VariationKind kind) {
  return kind == VariationKind::paraphrase || kind == VariationKind::wording ||
         kind == VariationKind::synonym;
}

class Joining {
 public:
  explicit Joining(const Readings& readings) : readings_(readings) {}

  /// Neighbouring words that the same witnesses lack are one statement, and so are neighbouring
  /// choices of words.
  std::vector<Difference> joined(std::vector<Difference> differences) const {
    std::vector<Difference> list;
    for (Difference& difference : differences) {
      const auto last = std::ranges::find_if(
          list, [&](const Difference& other) { return are_neighbours(other, difference); });
      if (last == list.end()) {
        list.push_back(std::move(difference));
        continue;
      }
      if (is_choice(last->kind)) {
        last->kind = std::min(last->kind, difference.kind);
        last->probability = std::min(last->probability, difference.probability);
      } else {
        last->probability = std::max(last->probability, difference.probability);
      }
      std::map<std::pair<std::size_t, std::size_t>, std::size_t> groups;
      for (std::size_t w = 0; w < count(); ++w) {
        WitnessReading& own = last->readings[w];
        const WitnessReading& more = difference.readings[w];
        if (!own.range || !more.range) continue;
        // Who says the same in both says the same in all.
        own.group = groups.try_emplace({own.group, more.group}, groups.size()).first->second;
        own.range = {std::min(own.range->begin, more.range->begin),
                     std::max(own.range->end, more.range->end)};
        own.text = witnesses()[w].text.substr(own.range->begin, own.range->size());
      }
      if (last->original && difference.original) {
        last->original = {std::min(last->original->begin, difference.original->begin),
                          std::max(last->original->end, difference.original->end)};
      }
    }
    return list;
  }

 private:
  bool are_neighbours(const Difference& left, const Difference& right) const {
    const bool silences = left.kind == right.kind && (left.kind == VariationKind::omission ||
                                                      left.kind == VariationKind::addition);
    if (!silences && !(is_choice(left.kind) && is_choice(right.kind))) return false;
    const bool alike = (left.probability >= kSureChoice) == (right.probability >= kSureChoice);
    if (!silences && !alike) return false;
    if (silences && left.original.has_value() != right.original.has_value()) return false;
    for (std::size_t w = 0; w < count(); ++w) {
      const auto& own = left.readings[w].range;
      const auto& more = right.readings[w].range;
      if (own.has_value() != more.has_value()) return false;
      if (!own) continue;
      const std::size_t begin = std::min(own->end, more->end);
      const std::size_t end = std::max(own->begin, more->begin);
      if (end < begin) return false;
      // Only words without weight stand between.
      const TokenisedText& text = links().text(w);
      for (std::size_t token = 0; token < text.tokens.size(); ++token) {
        const ByteRange& range = text.tokens[token].range;
        if (range.begin < begin || range.end > end) continue;
        if (text.weighs(token)) return false;
        if (!silences && text.classes[token] == words::WordClass::mark) return false;
      }
    }
    return true;
  }

  const LinkedWitnesses& links() const { return readings_.links(); }
  std::size_t count() const { return links().size(); }
  const std::vector<Witness>& witnesses() const { return readings_.witnesses(); }

  const Readings& readings_;
};

/// Whether a choice of words is no more than a denial that is told.
bool is_told_by(const Difference& choice, const Difference& denial) {
  if (!is_choice(choice.kind) || denial.kind != VariationKind::negation) return false;
  for (std::size_t w = 0; w < choice.readings.size(); ++w) {
    const auto& own = choice.readings[w].range;
    const auto& other = denial.readings[w].range;
    if (own && !(other && own->overlaps(*other))) return false;
  }
  return true;
}

/// Words that may be missing are told with those beside them that surely are.
bool is_unsure_silence(const Difference& difference) {
  return (difference.kind == VariationKind::omission ||
          difference.kind == VariationKind::addition) &&
         difference.probability < kSureSilence;
}

/// Whether all witnesses that say something say the same, or have the same words, in what is no
/// silence: what differs cannot be shown.
bool says_the_same(const Difference& difference) {
  if (difference.kind == VariationKind::omission || difference.kind == VariationKind::addition) {
    return false;
  }
  const WitnessReading* first = nullptr;
  for (const WitnessReading& reading : difference.readings) {
    if (!reading.range) continue;
    if (first == nullptr) first = &reading;
    const bool apart = reading.group != first->group &&
                       text::fold_case(reading.text) != text::fold_case(first->text);
    if (apart) return false;
  }
  return true;
}

}  // namespace

std::vector<Difference> variations_of(const LinkedWitnesses& links,
                                      const std::vector<Column>& columns,
                                      const std::vector<Witness>& witnesses,
                                      const Witness* original, const QuantityFinder& finder) {
  const Readings readings(links, witnesses, original, finder);
  std::vector<Difference> all = disagreements_of(readings, columns);
  const auto add = [&all](std::vector<Difference> more) {
    std::move(more.begin(), more.end(), std::back_inserter(all));
  };
  add(silences_of(readings, columns));
  all = Joining(readings).joined(std::move(all));
  std::erase_if(all, is_unsure_silence);
  const std::vector<Difference> denials = denials_of(readings, columns);
  add(denials);
  add(exchanges_of(readings));
  std::erase_if(all, [&](const Difference& difference) {
    return says_the_same(difference) || std::ranges::any_of(denials, [&](const Difference& denial) {
             return is_told_by(difference, denial);
           });
  });
  std::ranges::stable_sort(all, {}, &Difference::kind);
  return all;
}

}  // namespace duizhao::compare
