#include "io/placed.hpp"

#include <algorithm>

#include "collate/validity.hpp"

namespace duizhao::io {

std::vector<PlacedComparison> placed(const std::vector<VariantGroup>& groups,
                                     const std::vector<GroupComparison>& comparisons,
                                     const Tracer& tracer) {
  collate::require_together(groups, comparisons, tracer);
  const auto place = [&](const Variant& variant) {
    return PlacedText{tracer.documents().name(variant.document), variant.range, variant.speaker};
  };
  std::vector<PlacedComparison> list;
  for (std::size_t g = 0; g < groups.size(); ++g) {
    PlacedComparison& comparison = list.emplace_back();
    comparison.comparison = comparisons[g].comparison;
    if (groups[g].original) comparison.original = place(*groups[g].original);
    for (const auto& same : comparisons[g].variants) {
      comparison.witnesses.push_back(place(groups[g].variants[same.front()]));
      auto& repeats = comparison.repeats.emplace_back();
      for (std::size_t k = 1; k < same.size(); ++k) {
        repeats.push_back(place(groups[g].variants[same[k]]));
      }
    }
  }
  return list;
}

std::vector<SharedReading> readings_of(const Comparison& comparison, const ApparatusEntry& entry) {
  std::vector<SharedReading> readings;
  for (std::size_t w = 0; w < entry.readings.size(); ++w) {
    const ByteRange& range = entry.readings[w];
    std::string text = comparison.witnesses[w].text.substr(range.begin, range.size());
    const auto known = std::ranges::find(readings, text, &SharedReading::text);
    if (known != readings.end()) {
      known->witnesses.push_back(w);
    } else {
      readings.push_back({std::move(text), {w}});
    }
  }
  return readings;
}

}  // namespace duizhao::io
