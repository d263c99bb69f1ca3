#include "align/opaque_blocks.hpp"

#include <algorithm>
#include <map>
#include <string>
#include <utility>

namespace duizhao::align {
namespace {

constexpr std::size_t kShortest = 6;  // bytes without white space; shorter ones stand anywhere

/// The places of each block's text among the sentences that take part.
using Places = std::map<std::string, std::vector<std::size_t>>;

Places places_of(const SegmentedDocument& document, const std::vector<std::size_t>& participants) {
  Places places;
  const std::vector<Block>& blocks = document.document().blocks();
  std::size_t before = 0;  // sentences that take part
  for (std::size_t b = 0; b < blocks.size(); ++b) {
    if (blocks[b].kind != BlockKind::code && blocks[b].kind != BlockKind::formula) continue;
    while (before < participants.size() && document.sentences()[participants[before]].block <= b) {
      ++before;
    }
    std::string text = document.document().text(blocks[b].range);
    std::erase_if(text, [](char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; });
    if (text.size() >= kShortest) places[std::move(text)].push_back(before);
  }
  return places;
}

/// The longest chain of places that ascend in both (patience sorting).
std::vector<Place> longest_chain(std::vector<Place> places) {
  std::sort(places.begin(), places.end());
  std::vector<std::size_t> tails;  // the last place of the best chain of each length
  std::vector<std::size_t> before(places.size(), places.size());
  for (std::size_t k = 0; k < places.size(); ++k) {
    const auto after = std::upper_bound(
        tails.begin(), tails.end(), places[k].target,
        [&](std::size_t target, std::size_t tail) { return target < places[tail].target; });
    if (after != tails.begin()) before[k] = *std::prev(after);
    if (after == tails.end()) {
      tails.push_back(k);
    } else {
      *after = k;
    }
  }
  std::vector<Place> chain;
  for (std::size_t k = tails.empty() ? places.size() : tails.back(); k < places.size();
       k = before[k]) {
    chain.push_back(places[k]);
  }
  std::reverse(chain.begin(), chain.end());
  return chain;
}

}  // namespace

std::vector<Place> opaque_places(const SegmentedDocument& source, const SegmentedDocument& target,
                                 const Participants& participants) {
  const Places sources = places_of(source, participants.source);
  const Places targets = places_of(target, participants.target);
  std::vector<Place> pairs;
  for (const auto& [text, own] : sources) {
    const auto other = targets.find(text);
    if (other == targets.end() || other->second.size() != own.size()) continue;
    for (std::size_t k = 0; k < own.size(); ++k) pairs.push_back({own[k], other->second[k]});
  }
  std::vector<Place> chain = longest_chain(std::move(pairs));
  chain.erase(std::unique(chain.begin(), chain.end()), chain.end());
  return chain;
}

}  // namespace duizhao::align
