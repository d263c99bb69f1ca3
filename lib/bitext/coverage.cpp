#include "duizhao/bitext/coverage.hpp"

#include <algorithm>
#include <set>
#include <string>
#include <utility>

namespace duizhao {
namespace {

enum class Place : char { nowhere, null_bead, linked, other_side };

/// Where each sentence of one side stands.
std::vector<Place> places_of(const Alignment& alignment, bool source) {
  const SegmentedDocument& own = source ? alignment.source() : alignment.target();
  const SegmentedDocument& other = source ? alignment.target() : alignment.source();
  std::vector<Place> places(own.size(), Place::nowhere);
  const bool one_text =
      own.document().bytes() == other.document().bytes() && own.sentences() == other.sentences();
  for (const Bead& bead : alignment.beads()) {
    const Place place =
        bead.source.empty() || bead.target.empty() ? Place::null_bead : Place::linked;
    if (one_text) {
      for (const std::size_t index : source ? bead.target : bead.source) {
        if (places[index] == Place::nowhere) places[index] = Place::other_side;
      }
    }
    for (const std::size_t index : source ? bead.source : bead.target) places[index] = place;
  }
  return places;
}

Coverage side_of(const Alignment& alignment, bool source) {
  const SegmentedDocument& segmented = source ? alignment.source() : alignment.target();
  const Document& document = segmented.document();
  const std::vector<Place> places = places_of(alignment, source);
  Coverage coverage;
  std::set<std::string> languages;  // of sentences in beads
  for (std::size_t i = 0; i < places.size(); ++i) {
    coverage.linked += places[i] == Place::linked;
    coverage.null += places[i] == Place::null_bead;
    if (places[i] == Place::linked || places[i] == Place::null_bead) {
      languages.insert(segmented.block(i).language);
    }
  }
  std::vector<bool> has_sentences(document.blocks().size(), false);
  for (std::size_t i = 0; i < places.size(); ++i) {
    has_sentences[segmented.sentences()[i].block] = true;
    if (places[i] != Place::nowhere) continue;
    const bool known = languages.contains(segmented.block(i).language);
    coverage.left_out.push_back({known ? LeftOutKind::unaligned : LeftOutKind::other_language,
                                 segmented.sentences()[i].range});
  }
  for (std::size_t b = 0; b < has_sentences.size(); ++b) {
    const Block& block = document.blocks()[b];
    if (has_sentences[b]) continue;
    if (block.kind == BlockKind::code)
      coverage.left_out.push_back({LeftOutKind::code, block.range});
    if (block.kind == BlockKind::formula) {
      coverage.left_out.push_back({LeftOutKind::formula, block.range});
    }
  }
  for (const ByteRange& range : document.matter()) {
    coverage.left_out.push_back({LeftOutKind::matter, range});
  }
  std::ranges::stable_sort(coverage.left_out, {},
                           [](const LeftOut& part) { return part.range.begin; });
  return coverage;
}

}  // namespace

std::string_view name_of(LeftOutKind kind) {
  switch (kind) {
    case LeftOutKind::other_language:
      return "other_language";
    case LeftOutKind::unaligned:
      return "unaligned";
    case LeftOutKind::code:
      return "code";
    case LeftOutKind::formula:
      return "formula";
    case LeftOutKind::matter:
      return "matter";
  }
  return {};
}

std::size_t Coverage::count(LeftOutKind kind) const {
  return static_cast<std::size_t>(std::ranges::count(left_out, kind, &LeftOut::kind));
}

AlignmentCoverage coverage_of(const Alignment& alignment) {
  return {side_of(alignment, true), side_of(alignment, false)};
}

}  // namespace duizhao
