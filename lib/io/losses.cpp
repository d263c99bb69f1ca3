#include <algorithm>

#include "duizhao/io/exchange.hpp"
#include "duizhao/text/messages.hpp"

namespace duizhao {

namespace {

/// Whether sentences stand before others that have been there.
bool is_back(const std::vector<UnitSentence>& sentences, std::optional<std::size_t>& last) {
  if (sentences.empty()) return false;
  const bool back = last && sentences.front().index <= *last;
  last = std::max(last.value_or(0), sentences.back().index);
  return back;
}

}  // namespace

void Losses::add(const TranslationUnit& unit) {
  bool placed = false;
  for (const auto* side : {&unit.source, &unit.target}) {
    for (const UnitSentence& each : *side) placed = placed || each.range;
  }
  const bool several = unit.source.size() > 1 || unit.target.size() > 1;
  sentences_ += !traits_.sentences && several;
  ends_ += traits_.sentences && !traits_.ends && several;
  const bool crosses = is_back(unit.source, last_source_) || is_back(unit.target, last_target_);
  order_ += !traits_.order && crosses;
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
  add_count(translatable("sentences"), sentences_);
  add_count(translatable("ends of sentences"), ends_);
  add_count(translatable("order"), order_);
  add_count(translatable("scores"), scores_);
  add_count(translatable("confidences"), confidences_);
  add_count(translatable("locks"), locks_);
  add_count(translatable("places in the documents"), places_);
  add_count(translatable("notes"), notes_);
  return list;
}

}  // namespace duizhao
