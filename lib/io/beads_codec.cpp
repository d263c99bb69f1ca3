// Beads, as vecalign and SentAlign write them.
#include <algorithm>

#include "io/line_file.hpp"
#include "io/linked_documents.hpp"

namespace duizhao::io {
namespace {

std::string line_of(const TranslationUnit& unit) {
  Bead bead;
  for (const UnitSentence& each : unit.source) bead.source.push_back(each.index);
  for (const UnitSentence& each : unit.target) bead.target.push_back(each.index);
  bead.confidence = unit.confidence;
  return to_beads({bead});
}

}  // namespace

UnitsRead read_beads(const Input& input) {
  auto beads = parse_placed_beads(read_all(input.bytes), input.name);
  // Others write costs or similarities there.
  for (PlacedBead& each : beads) each.bead.confidence = std::clamp(each.bead.confidence, 0.0, 1.0);
  return give_beads(input, std::move(beads));
}

std::unique_ptr<UnitWriter> beads_writer(ByteSink sink) {
  return line_writer(std::move(sink), line_of);
}

}  // namespace duizhao::io
