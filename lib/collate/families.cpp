#include "collate/families.hpp"

#include <map>
#include <utility>

#include "compare/passages.hpp"

namespace duizhao::collate {
namespace {

Strand strand_of(const SegmentedDocument& document, std::size_t number, const Alignment& alignment,
                 bool source) {
  // The language of the sentences that take part.
  for (const Bead& bead : alignment.beads()) {
    const auto& sentences = source ? bead.source : bead.target;
    if (!sentences.empty()) return {number, document.block(sentences.front()).language};
  }
  return {number, document.document().language()};
}

}  // namespace

std::vector<Family> families_of(const Tracer& tracer) {
  std::map<std::size_t, std::vector<const LinkedTranslation*>> by_source;
  std::vector<std::size_t> order;
  std::set<std::size_t> known;
  for (const LinkedTranslation& each : tracer.translations()) {
    const bool new_source = by_source.find(each.source) == by_source.end();
    if (new_source && known.count(each.source) > 0) continue;
    if (each.target != each.source && known.count(each.target) > 0) continue;
    if (new_source) order.push_back(each.source);
    by_source[each.source].push_back(&each);
    known.insert({each.source, each.target});
  }
  std::vector<Family> families;
  for (const std::size_t source : order) {
    const auto& links = by_source[source];
    Family& family = families.emplace_back();
    std::vector<Alignment> alignments;
    const SegmentedDocument& document = tracer.documents()[source];
    family.bundle.add_strand(strand_of(document, source, links.front()->alignment, true));
    family.documents.insert(source);
    for (const LinkedTranslation* link : links) {
      alignments.push_back(link->alignment);
      family.bundle.add_strand(
          strand_of(tracer.documents()[link->target], link->target, link->alignment, false));
      family.documents.insert(link->target);
    }
    for (const compare::Passage& passage : compare::passages_of(alignments)) {
      std::vector<Cell> row(1);
      for (const std::size_t sentence : passage.source) {
        if (document.block(sentence).language != family.bundle.strands().front().language) continue;
        row.front().pieces.push_back(piece_of(document, sentence));
      }
      if (row.front().pieces.empty()) continue;
      for (std::size_t a = 0; a < links.size(); ++a) {
        Cell& cell = row.emplace_back();
        cell.confidence = passage.confidences[a];
        for (const std::size_t sentence : passage.targets[a]) {
          cell.pieces.push_back(piece_of(tracer.documents()[links[a]->target], sentence));
        }
      }
      family.bundle.add_row(std::move(row));
    }
    family.taken.resize(family.bundle.size());
  }
  return families;
}

}  // namespace duizhao::collate
