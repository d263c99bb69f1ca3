#include "check/evidence/term_candidates.hpp"

#include <algorithm>
#include <boost/container_hash/hash.hpp>

namespace duizhao::check {
namespace {

bool are_neighbours(const Side& side, std::size_t word) {
  const ByteRange between{side.words[word].range.end, side.words[word + 1].range.begin};
  return between.begin <= between.end &&
         (between.empty() || side.at(between) == " " || side.at(between) == "-");
}

}  // namespace

std::size_t TermCandidates::Hash::operator()(const Group& group) const {
  return boost::hash_range(group.begin(), group.end());
}

TermCandidates::TermCandidates(const Context& context)
    : context_(context), termhood_(context.tools.lexicon, context.tools.words) {
  const std::size_t count = context.translations.size();
  source_ids_.resize(count);
  target_ids_.resize(count);
  beside_.resize(count);
  for (std::size_t t = 0; t < count; ++t) {
    if (!context.translations[t].bilingual()) continue;
    number_words(t);
    beside_[t].resize(context.translations[t].pairs().size());
    for (std::size_t p = 0; p < context.translations[t].pairs().size(); ++p) gather({t, p});
  }
  sightings_.clear();
  std::ranges::stable_sort(candidates_, {}, [](const Candidate& each) {
    return std::pair(each.places.front(), each.stretches.front().first);
  });
}

void TermCandidates::number_words(std::size_t translation) {
  for (const SideOf side : {&CheckedBead::source, &CheckedBead::target}) {
    auto& ids = (side == &CheckedBead::source ? source_ids_ : target_ids_)[translation];
    for (const std::string& word : context_.translations[translation].tokens(side).vocabulary()) {
      const auto [entry, is_new] = numbers_.try_emplace(word, static_cast<WordId>(numbers_.size()));
      ids.push_back(entry->second);
      if (!is_new) continue;
      texts_.push_back(&entry->first);
      may_take_part_.push_back(termhood_.may_take_part(word));
      counts_.push_back(0);
    }
  }
}

void TermCandidates::gather(Place place) {
  const Side& source = pair(place).source;
  const Side& target = pair(place).target;
  if (source.words.empty() || target.words.empty()) return;
  for (std::size_t first = 0; first < source.words.size(); ++first) {
    Group group;
    group.fill(kNone);
    const std::size_t end = std::min(source.words.size(), first + kMostWords);
    for (std::size_t last = first; last < end; ++last) {
      if (last > first && !are_neighbours(source, last - 1)) break;
      const WordId word = id(place, source.words[last]);
      if (!may_take_part(word)) break;
      group[last - first] = word;
      take(place, {first, last + 1}, group);
    }
  }
  std::vector<WordId>& words = beside_[place.translation][place.pair];
  for (const words::Word& word : target.words) words.push_back(id(place, word));
  std::ranges::sort(words);
  words.erase(std::unique(words.begin(), words.end()), words.end());
  std::erase_if(words, [&](WordId word) { return !may_take_part(word); });
  for (const WordId word : words) ++counts_[word];
}

void TermCandidates::take(Place place, Candidate::Stretch stretch, const Group& group) {
  const auto [entry, is_new] = sightings_.try_emplace(group, Sighting{place, stretch});
  Sighting& seen = entry->second;
  if (is_new) {
    std::array<std::string, kMostWords> texts;
    const std::size_t size = stretch.last - stretch.first;
    for (std::size_t i = 0; i < size; ++i) texts[i] = text(group[i]);
    const bool chinese = translation(place).chinese() == &CheckedBead::source;
    const std::span words(texts.data(), size);
    seen.term = termhood_.is_term(words, chinese);
    seen.possible = seen.term || Termhood::is_word(words, chinese);
    return;
  }
  if (!seen.possible) return;
  if (seen.candidate == kNone) {
    if (seen.place == place) return;
    seen.candidate = candidates_.size();
    candidates_.push_back({stretch.last - stretch.first, seen.term, {seen.place}, {seen.stretch}});
  }
  Candidate& candidate = candidates_[seen.candidate];
  if (candidate.places.back() == place) return;
  candidate.places.push_back(place);
  candidate.stretches.push_back(stretch);
}

Spot TermCandidates::spot(const Candidate& candidate, std::size_t i) const {
  const Place place = candidate.places[i];
  const auto& words = pair(place).source.words;
  const auto [first, last] = candidate.stretches[i];
  return {place.translation,
          place.pair,
          &CheckedBead::source,
          {words[first].range.begin, words[last - 1].range.end}};
}

const TermCandidates& term_candidates(const Context& context) {
  if (!context.term_candidates) {
    context.term_candidates = std::make_shared<const TermCandidates>(context);
  }
  return *context.term_candidates;
}

}  // namespace duizhao::check
