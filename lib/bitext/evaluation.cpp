#include "duizhao/bitext/evaluation.hpp"

#include <algorithm>
#include <set>

namespace duizhao {
namespace {

double ratio(std::size_t part, std::size_t whole) {
  return whole == 0 ? 0 : static_cast<double>(part) / static_cast<double>(whole);
}

Accuracy accuracy(double precision, double recall) {
  const double sum = precision + recall;
  return {precision, recall, sum > 0 ? 2 * precision * recall / sum : 0};
}

using Place = std::pair<std::size_t, std::size_t>;

/// The places between beads, from (0, 0) to the end; empty for beads that leave sentences out or
/// are not in the order of the texts.
std::vector<Place> places(const std::vector<Bead>& beads) {
  std::vector<Place> list{{0, 0}};
  for (const Bead& bead : beads) {
    auto [source, target] = list.back();
    for (const std::size_t index : bead.source) {
      if (index != source++) return {};
    }
    for (const std::size_t index : bead.target) {
      if (index != target++) return {};
    }
    list.emplace_back(source, target);
  }
  return list;
}

Confusion::Types types(const std::vector<Bead>& beads, std::size_t begin, std::size_t end) {
  Confusion::Types list;
  for (std::size_t k = begin; k < end; ++k) {
    list.emplace_back(beads[k].source.size(), beads[k].target.size());
  }
  return list;
}

}  // namespace

Evaluator::Count Evaluator::count(const std::vector<Links>& reference,
                                  const std::vector<Links>& judged) {
  const std::set<Links> right(reference.begin(), reference.end());
  // A pair is linked if some bead of the reference holds both of its sentences.
  std::map<std::size_t, std::vector<std::size_t>> by_source, by_target;
  std::size_t number = 0;
  for (const auto& [source, target] : right) {
    for (const std::size_t i : source) by_source[i].push_back(number);
    for (const std::size_t j : target) by_target[j].push_back(number);
    ++number;
  }
  const auto touched = [](const auto& by_sentence, const std::vector<std::size_t>& sentences) {
    std::set<std::size_t> beads;
    for (const std::size_t sentence : sentences) {
      const auto found = by_sentence.find(sentence);
      if (found != by_sentence.end()) beads.insert(found->second.begin(), found->second.end());
    }
    return beads;
  };
  Count count;
  for (const auto& bead : std::set<Links>(judged.begin(), judged.end())) {
    const bool strict = right.contains(bead);
    const auto by_its_source = touched(by_source, bead.first);
    const auto by_its_target = touched(by_target, bead.second);
    const bool lax =
        strict || std::any_of(by_its_source.begin(), by_its_source.end(),
                              [&](std::size_t k) { return by_its_target.contains(k); });
    ++count.all;
    count.strict += strict;
    count.lax += lax;
  }
  return count;
}

void Evaluator::add(const std::vector<Bead>& gold, const std::vector<Bead>& test) {
  const auto links_of = [](const std::vector<Bead>& beads, bool with_null) {
    std::vector<Links> links;
    for (const Bead& bead : beads) {
      const bool empty = bead.source.empty() && bead.target.empty();
      const bool null = bead.source.empty() || bead.target.empty();
      if (!empty && (with_null || !null)) links.emplace_back(bead.source, bead.target);
    }
    return links;
  };
  const auto gold_links = links_of(gold, true);
  const auto test_links = links_of(test, true);
  const Count precision = count(gold_links, test_links);
  const Count recall = count(links_of(test, false), links_of(gold, false));
  const auto add_up = [](Count& sum, const Count& count) {
    sum.strict += count.strict;
    sum.lax += count.lax;
    sum.all += count.all;
  };
  add_up(precision_, precision);
  add_up(recall_, recall);
  const std::set<Links> right(gold_links.begin(), gold_links.end());
  for (const auto& bead : right) ++types_[{bead.first.size(), bead.second.size()}].gold;
  for (const auto& bead : std::set<Links>(test_links.begin(), test_links.end())) {
    TypeCount& type = types_[{bead.first.size(), bead.second.size()}];
    ++type.test;
    type.correct += right.contains(bead);
  }
  count_confusions(gold, test);
}

void Evaluator::count_confusions(const std::vector<Bead>& gold, const std::vector<Bead>& test) {
  const auto gold_places = places(gold);
  const auto test_places = places(test);
  const bool comparable =
      !gold_places.empty() && !test_places.empty() && gold_places.back() == test_places.back();
  if (!comparable) return;
  std::size_t g = 0;  // beads already compared
  std::size_t t = 0;
  while (g < gold.size() && t < test.size()) {
    // The next place that both pass.
    std::size_t g_end = g + 1;
    std::size_t t_end = t + 1;
    while (gold_places[g_end] != test_places[t_end]) {
      if (gold_places[g_end] < test_places[t_end]) {
        ++g_end;
      } else {
        ++t_end;
      }
    }
    const auto gold_types = types(gold, g, g_end);
    const auto test_types = types(test, t, t_end);
    const bool equal = gold_types == test_types &&
                       std::equal(gold_places.begin() + static_cast<std::ptrdiff_t>(g),
                                  gold_places.begin() + static_cast<std::ptrdiff_t>(g_end),
                                  test_places.begin() + static_cast<std::ptrdiff_t>(t));
    if (!equal) ++confusions_[{gold_types, test_types}];
    g = g_end;
    t = t_end;
  }
}

Evaluation Evaluator::result() const {
  std::vector<Confusion> confusions;
  for (const auto& [types, count] : confusions_) {
    confusions.push_back({types.first, types.second, count});
  }
  std::stable_sort(
      confusions.begin(), confusions.end(),
      [](const Confusion& left, const Confusion& right) { return left.count > right.count; });
  return {accuracy(ratio(precision_.strict, precision_.all), ratio(recall_.strict, recall_.all)),
          accuracy(ratio(precision_.lax, precision_.all), ratio(recall_.lax, recall_.all)), types_,
          confusions};
}

}  // namespace duizhao
