#include "duizhao/exchange.hpp"
#include "duizhao/messages.hpp"

namespace duizhao {

void Losses::add(const TranslationUnit& unit) {
  bool placed = false;
  for (const auto* side : {&unit.source, &unit.target}) {
    for (const UnitSentence& each : *side) placed = placed || each.range;
  }
  const bool several = unit.source.size() > 1 || unit.target.size() > 1;
  sentences_ += !traits_.sentences && several;
  scores_ += !traits_.scores && unit.score != 0;
  confidences_ += !traits_.confidences && unit.confidence != 1;
  locks_ += !traits_.locks && unit.locked;
  places_ += !traits_.places && placed;
  notes_ += !traits_.notes && !unit.notes.empty();
}

std::vector<std::pair<std::string, std::size_t>> Losses::counts() const {
  std::vector<std::pair<std::string, std::size_t>> list;
  const auto add_count = [&](const char* what, std::size_t count) {
    if (count > 0) list.emplace_back(translate(what), count);
  };
  add_count("sentences", sentences_);
  add_count("scores", scores_);
  add_count("confidences", confidences_);
  add_count("locks", locks_);
  add_count("places in the documents", places_);
  add_count("notes", notes_);
  return list;
}

}  // namespace duizhao
