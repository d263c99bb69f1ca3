#include "io/linked_documents.hpp"

#include "io/languages.hpp"

namespace duizhao::io {

UnitsRead give_beads(const Input& input, std::vector<PlacedBead> beads) {
  UnitsRead read;
  if (input.options.source != nullptr && input.options.target != nullptr) {
    visit_units(complete_alignment(*input.options.source, *input.options.target, std::move(beads)),
                [&](TranslationUnit unit) {
                  ++read.units;
                  input.sink(std::move(unit));
                });
    return read;
  }
  Languages languages(input.options);
  for (const PlacedBead& each : beads) {
    TranslationUnit unit;
    for (const std::size_t index : each.bead.source) unit.source.push_back({index, {}, {}, {}});
    for (const std::size_t index : each.bead.target) unit.target.push_back({index, {}, {}, {}});
    unit.confidence = each.bead.confidence;
    unit.locked = each.bead.locked;
    unit.place = each.place;
    give(std::move(unit), languages, read, input.sink);
  }
  return read;
}

}  // namespace duizhao::io
