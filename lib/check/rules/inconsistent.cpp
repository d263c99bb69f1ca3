// Equal sentences that were translated differently, and different ones translated alike.
#include <algorithm>
#include <cstdint>
#include <map>
#include <set>
#include <unordered_map>

#include "check/engine/rule.hpp"
#include "duizhao/text/edit_distance.hpp"
#include "duizhao/text/messages.hpp"

namespace duizhao::check {
namespace {

/// A side of a pair as the numbers of its words.
using Words = std::vector<std::uint32_t>;

struct Unit {
  std::size_t pair;
  Words source;
  Words target;
};

Words words_of(const Side& side) {
  Words words;
  for (const words::Word& word : side.words) words.push_back(word.number());
  return words;
}

/// Words to insert, delete or replace, over the words of the longer text: 0 to 1.
double difference(const Words& left, const Words& right) {
  if (left.empty() && right.empty()) return 0;
  const std::size_t edits = edit_distance(left, right, Transpositions::two_edits);
  return static_cast<double>(edits) / static_cast<double>(std::max(left.size(), right.size()));
}

/// Units whose `side` words are equal or nearly so: pairs of indices, found through the rare
/// words that they share.
std::vector<std::pair<std::size_t, std::size_t>> alike(const std::vector<Unit>& units,
                                                       Words Unit::*side, double most) {
  constexpr std::size_t kCommon = 40;  // units; words of more say little
  constexpr std::size_t kMostWords = 60;
  std::unordered_map<std::uint32_t, std::vector<std::size_t>> places;
  for (std::size_t u = 0; u < units.size(); ++u) {
    for (const std::uint32_t word : units[u].*side) {
      auto& where = places[word];
      if (where.empty() || where.back() != u) where.push_back(u);
    }
  }
  std::set<std::pair<std::size_t, std::size_t>> candidates;
  std::map<Words, std::size_t> first;
  for (std::size_t u = 0; u < units.size(); ++u) {
    const Words& words = units[u].*side;
    const auto [known, is_new] = first.try_emplace(words, u);
    if (!is_new) candidates.emplace(known->second, u);
  }
  for (const auto& [word, where] : places) {
    if (where.size() > kCommon) continue;
    for (std::size_t i = 0; i < where.size(); ++i) {
      for (std::size_t k = i + 1; k < where.size(); ++k) {
        const std::size_t left = (units[where[i]].*side).size();
        const std::size_t right = (units[where[k]].*side).size();
        const auto longer = static_cast<double>(std::max(left, right));
        if (static_cast<double>(std::min(left, right)) < (1 - most) * longer) continue;
        if (longer <= kMostWords) candidates.emplace(where[i], where[k]);
      }
    }
  }
  std::vector<std::pair<std::size_t, std::size_t>> found;
  for (const auto& [left, right] : candidates) {
    if (difference(units[left].*side, units[right].*side) <= most) found.emplace_back(left, right);
  }
  return found;
}

std::vector<Unit> units_of(const CheckedTranslation& translation) {
  std::vector<Unit> units;
  for (std::size_t p = 0; p < translation.pairs().size(); ++p) {
    const CheckedBead& pair = translation.pairs()[p];
    Unit unit{p, words_of(pair.source), words_of(pair.target)};
    if (unit.source.empty() || unit.target.empty()) continue;
    units.push_back(std::move(unit));
  }
  return units;
}

/// Looks at one translation: others have the right to be different.
void look(std::size_t t, const CheckedTranslation& translation, Reporter& reporter) {
  const double near = reporter.option("near");
  const double apart = reporter.option("apart");
  const auto least = static_cast<std::size_t>(reporter.option("words"));
  const std::vector<Unit> units = units_of(translation);
  const auto report = [&](std::size_t left, std::size_t right, bool telling, std::string kind) {
    const Unit& here = units[right];
    const Unit& there = units[left];
    const CheckedBead& first = translation.pairs()[there.pair];
    Reporter::Details details;
    for (const SideOf side : {&CheckedBead::source, &CheckedBead::target}) {
      details.evidence.push_back({{t, there.pair, side, {0, (first.*side).text.size()}},
                                  side == &CheckedBead::source ? EvidenceKind::source_there
                                                               : EvidenceKind::translation_there});
    }
    details.signs = {{"long", telling ? 1.0 : 0.0}};
    reporter.add(t, translation.pairs()[here.pair], {std::move(kind)}, std::move(details));
  };
  std::set<std::size_t> reported;  // one finding for each unit
  for (const auto& [left, right] : alike(units, &Unit::source, near)) {
    const double sources = difference(units[left].source, units[right].source);
    const double targets = difference(units[left].target, units[right].target);
    if (targets == 0 || (sources > 0 && targets < apart + sources)) continue;
    if (!reported.insert(right).second) continue;
    const bool telling = units[right].source.size() >= least;
    report(left, right, telling, sources == 0 ? "same" : "near");
  }
  reported.clear();
  for (const auto& [left, right] : alike(units, &Unit::target, 0)) {
    if (difference(units[left].source, units[right].source) < apart / 2) continue;
    if (!reported.insert(right).second) continue;
    const bool telling = units[right].target.size() >= least;
    report(left, right, telling, "alike");
  }
}

void check(const Context& context, Reporter& reporter) {
  for (std::size_t t = 0; t < context.translations.size(); ++t) {
    look(t, context.translations[t], reporter);
  }
}

}  // namespace

Rule inconsistent_rule() {
  return {
      {"inconsistent",
       translatable(
           "equal sentences that are translated differently, and different ones translated alike"),
       translatable(
           "Sentences are compared by their words, whatever their marks. Equal sources with "
           "different translations are flagged, nearly equal ones where the translations differ "
           "much more than the sources do, and equal translations of sources that have little in "
           "common. Short ones count less: what people answer depends on what was said before."),
       {{"near", 0.2, translatable("sources are nearly equal up to this share of differing words")},
        {"apart", 0.5,
         translatable("translations differ much from this share of differing words on")},
        {"words", 4, translatable("sentences of fewer words count less")}},
       {{true,
         {"开源更像一种文化行为。", "开源更像一种文化行为。"},
         {"Open source is more of a cultural practice.", "Openness resembles a form of culture."},
         translatable("the same sentence")},
        {false,
         {"你好。", "请坐。", "你好。"},
         {"Hello.", "Sit down, please.", "Hello."},
         translatable("the same translation")}},
       {translatable("Sentences that are cut at different places.")},
       {{"same", translatable("the same sentence is translated differently elsewhere")},
        {"near", translatable("nearly the same sentence is translated differently elsewhere")},
        {"alike", translatable("another sentence has the same translation")}}},
      check};
}

}  // namespace duizhao::check
