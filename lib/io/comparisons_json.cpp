// Comparisons as JSON.
#include "io/comparisons_json.hpp"

namespace duizhao {
namespace {

using io::Json;

Json ranges_json(const std::vector<ByteRange>& ranges) {
  Json list = Json::array();
  for (const ByteRange& range : ranges) list.push_back({range.begin, range.end});
  return list;
}

/// `[i, j, {"source": […], "target": […]}, …]` for each two witnesses.
Json links_json(const Comparison& comparison) {
  Json list = Json::array();
  for (std::size_t i = 0; i < comparison.witnesses.size(); ++i) {
    for (std::size_t j = i + 1; j < comparison.witnesses.size(); ++j) {
      Json pair = {i, j};
      for (const CorrespondingUnit& unit : comparison.units) {
        if (unit.witnesses[i].empty() || unit.witnesses[j].empty()) continue;
        pair.push_back({{"source", ranges_json(unit.witnesses[i])},
                        {"target", ranges_json(unit.witnesses[j])}});
      }
      list.push_back(std::move(pair));
    }
  }
  return list;
}

Json range_json(const std::optional<ByteRange>& range, const std::string& text) {
  if (!range) return nullptr;
  return {{"begin", range->begin},
          {"end", range->end},
          {"text", text.substr(range->begin, range->size())}};
}

Json differences_json(const Comparison& comparison) {
  Json list = Json::array();
  for (const Difference& difference : comparison.differences) {
    Json readings = Json::array();
    for (const WitnessReading& reading : difference.readings) {
      const bool says = reading.range.has_value();
      readings.push_back({{"witness", reading.witness},
                          {"begin", says ? Json(reading.range->begin) : Json()},
                          {"end", says ? Json(reading.range->end) : Json()},
                          {"text", says ? Json(reading.text) : Json()},
                          {"group", says ? Json(reading.group) : Json()}});
    }
    list.push_back({{"kind", name_of(difference.kind)},
                    {"probability", io::decimal(difference.probability, 4)},
                    {"original", comparison.original
                                     ? range_json(difference.original, comparison.original->text)
                                     : Json()},
                    {"readings", std::move(readings)}});
  }
  return list;
}

Json place_json(const PlacedText& place, const std::string& text) {
  const bool stands = !place.document.empty();
  return {{"document", stands ? Json(place.document) : Json()},
          {"begin", stands ? place.range.begin : 0},
          {"end", stands ? place.range.end : text.size()},
          {"text", text}};
}

}  // namespace

Json io::comparison_json(const PlacedComparison& placed) {
  const Comparison& comparison = placed.comparison;
  Json witnesses = Json::array();
  for (std::size_t w = 0; w < comparison.witnesses.size(); ++w) {
    Json witness = {{"siglum", siglum(w)}};
    const PlacedText place = w < placed.witnesses.size() ? placed.witnesses[w] : PlacedText();
    witness.update(place_json(place, comparison.witnesses[w].text));
    witness["language"] = comparison.witnesses[w].language;
    if (w < placed.repeats.size() && !placed.repeats[w].empty()) {
      Json also = Json::array();
      for (const PlacedText& other : placed.repeats[w]) {
        also.push_back(
            {{"document", other.document}, {"begin", other.range.begin}, {"end", other.range.end}});
      }
      witness["also"] = std::move(also);
    }
    witnesses.push_back(std::move(witness));
  }
  Json likeness = Json::array();
  for (const auto& row : comparison.likeness) {
    Json values = Json::array();
    for (const double value : row) values.push_back(io::decimal(value, 4));
    likeness.push_back(std::move(values));
  }
  return {{"original",
           comparison.original ? place_json(placed.original, comparison.original->text) : Json()},
          {"witnesses", std::move(witnesses)},
          {"links", links_json(comparison)},
          {"differences", differences_json(comparison)},
          {"likeness", std::move(likeness)},
          {"nearest", comparison.nearest ? Json(*comparison.nearest) : Json()}};
}

std::string to_json(const std::vector<PlacedComparison>& comparisons) {
  Json list = Json::array();
  for (const PlacedComparison& each : comparisons) list.push_back(io::comparison_json(each));
  return io::one_line({{"comparisons", std::move(list)}});
}

}  // namespace duizhao
