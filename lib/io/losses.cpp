#include <algorithm>

#include "duizhao/io/exchange.hpp"

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
  const bool crosses = is_back(unit.source, last_source_) || is_back(unit.target, last_target_);
  const auto count = [this](Loss loss, bool kept, bool present) {
    if (!kept && present) ++counts_[loss];
  };
  count(Loss::sentences, traits_.sentences, several);
  count(Loss::sentence_ends, !traits_.sentences || traits_.ends, several);
  count(Loss::order, traits_.order, crosses);
  count(Loss::scores, traits_.scores, unit.score != 0);
  count(Loss::confidences, traits_.confidences, unit.confidence != 1);
  count(Loss::locks, traits_.locks, unit.locked);
  count(Loss::places, traits_.places, placed);
  count(Loss::notes, traits_.notes, !unit.notes.empty());
  if (unit.markup) {
    const bool coded = !unit.markup->source.empty() || !unit.markup->target.empty();
    count(Loss::codes, unit.markup->format == format_, coded);
  }
}

}  // namespace duizhao
