// Beads, as vecalign and SentAlign write them.
#include <algorithm>

#include "exchange/line_file.hpp"
#include "exchange/linked_documents.hpp"

namespace duizhao::exchange {
namespace {

class Writer : public UnitWriter {
 public:
  explicit Writer(ByteSink sink) : sink_(std::move(sink)) {}

  void write(const TranslationUnit& unit) override {
    Bead bead;
    for (const UnitSentence& each : unit.source) bead.source.push_back(each.index);
    for (const UnitSentence& each : unit.target) bead.target.push_back(each.index);
    bead.confidence = unit.confidence;
    sink_(to_beads({bead}));
  }
  void finish() override {}

 private:
  ByteSink sink_;
};

}  // namespace

UnitsRead read_beads(const Input& input) {
  auto beads = parse_placed_beads(read_all(input.bytes), input.name);
  // Others write costs or similarities there.
  for (PlacedBead& each : beads) each.bead.confidence = std::clamp(each.bead.confidence, 0.0, 1.0);
  return give_beads(input, std::move(beads));
}

std::unique_ptr<UnitWriter> beads_writer(ByteSink sink) {
  return std::make_unique<Writer>(std::move(sink));
}

}  // namespace duizhao::exchange
