#include "compare/readings.hpp"

#include <algorithm>
#include <set>

#include "text/fold.hpp"

namespace duizhao::compare {
namespace {

/// Whether nothing that weighs stands between two words.
bool near(const TokenisedText& text, std::size_t left, std::size_t right) {
  for (std::size_t token = left + 1; token < right; ++token) {
    if (text.weighs(token) || text.classes[token] == words::WordClass::mark) return false;
  }
  return true;
}

/// The stretch of the text from the first of some words to the last, without those at its ends
/// that say nothing; of words that stand apart, the stretch that says most.
std::optional<ByteRange> stretch_of(const TokenisedText& text, const Places& places) {
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

}  // namespace

WitnessReading Readings::reading(std::size_t witness, const Places& places) const {
  const auto range = stretch_of(links_.text(witness), places);
  if (!range) return {witness, {}, {}, 0};
  return {witness, range, witnesses_[witness].text.substr(range->begin, range->size()), 0};
}

WitnessReading Readings::stretch(std::size_t witness, std::size_t first, std::size_t last) const {
  const TokenisedText& text = links_.text(witness);
  const ByteRange range{text.tokens[first].range.begin, text.tokens[last].range.end};
  return {witness, range, witnesses_[witness].text.substr(range.begin, range.size()), 0};
}

std::vector<Quantity> Readings::quantities(std::size_t witness, const Places& places) const {
  auto& all = quantities_[witness];
  if (!all) all = finder_.find(witnesses_[witness].text, witnesses_[witness].language);
  std::vector<Quantity> found;
  for (const Quantity& quantity : *all) {
    const bool named = std::ranges::any_of(places, [&](std::size_t token) {
      return links_.text(witness).tokens[token].range.overlaps(quantity.range);
    });
    if (named) found.push_back(quantity);
  }
  return found;
}

std::optional<ByteRange> Readings::original_range(const Column& column) const {
  if (original_ == nullptr) return std::nullopt;
  std::set<std::size_t> places;
  for (std::size_t w = 0; w < links_.size(); ++w) {
    for (const WordLink& link : links_.to_original(w)->links) {
      const bool here = links_.original().weighs(link.source) &&
                        std::ranges::binary_search(column.cells[w], link.target) &&
                        links_.text(w).weighs(link.target);
      if (here) places.insert(link.source);
    }
  }
  return stretch_of(links_.original(), {places.begin(), places.end()});
}

std::size_t Readings::weight(std::size_t witness, const Places& places) const {
  return static_cast<std::size_t>(std::ranges::count_if(
      places, [&](std::size_t token) { return links_.text(witness).weighs(token); }));
}

std::string Readings::folded(std::size_t witness, const Places& places) const {
  std::string words;
  for (const std::size_t token : places) {
    if (links_.text(witness).weighs(token)) {
      words += text::fold_case(links_.text(witness).tokens[token].text) + ' ';
    }
  }
  return words;
}

std::string Readings::letters(std::size_t witness, const Places& places) const {
  std::string all;
  for (const char c : folded(witness, places)) {
    const bool mark = c == ' ' || c == '.' || c == '-' || c == '\'';
    if (!mark) all += c;
  }
  return all;
}

bool intersect(const Places& left, const Places& right) {
  return std::ranges::any_of(
      left, [&](std::size_t token) { return std::ranges::binary_search(right, token); });
}

}  // namespace duizhao::compare
