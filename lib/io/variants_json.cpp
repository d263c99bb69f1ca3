#include <algorithm>
#include <numeric>

#include "duizhao/io/results.hpp"
#include "io/comparisons_json.hpp"
#include "io/json.hpp"
#include "io/placed.hpp"
#include "text/fold.hpp"
#include "text/scripts.hpp"

namespace duizhao {
namespace {

using io::Json;

/// Whether words that are not the variant's stand between its parts.
bool is_interrupted(const Variant& variant, const Tracer& tracer) {
  const Document& document = tracer.documents()[variant.document].document();
  for (std::size_t p = 1; p < variant.parts.size(); ++p) {
    const ByteRange between{variant.parts[p - 1].end, variant.parts[p].begin};
    if (text::has_word(document.text(between))) return true;
  }
  return false;
}

Json variant_json(const Variant& variant, const Tracer& tracer) {
  Json json = {{"document", tracer.documents().name(variant.document)},
               {"begin", variant.range.begin},
               {"end", variant.range.end},
               {"text", variant.text},
               {"language", variant.language},
               {"speaker", io::text_or_null(variant.speaker)},
               {"confidence", io::decimal(variant.confidence, 4)}};
  if (is_interrupted(variant, tracer)) {
    json["parts"] = Json::array();
    for (const ByteRange& part : variant.parts) json["parts"].push_back({part.begin, part.end});
  }
  return json;
}

/// Where the words of a witness begin, ascending.
std::vector<std::size_t> word_begins(const Comparison& comparison, std::size_t witness) {
  std::vector<std::size_t> begins;
  for (const CorrespondingUnit& unit : comparison.units) {
    for (const ByteRange& range : unit.witnesses[witness]) begins.push_back(range.begin);
  }
  std::ranges::sort(begins);
  return begins;
}

/// A reading cut before each word, with the white space behind it.
Json tokens_json(const std::string& text, ByteRange reading,
                 const std::vector<std::size_t>& begins) {
  Json list = Json::array();
  if (reading.empty()) return list;
  std::size_t begin = reading.begin;
  const auto add = [&](std::size_t end) {
    if (begin == end) return;
    const std::string token = text.substr(begin, end - begin);
    const std::size_t size = text::text_end(token, 0, token.size());
    list.push_back({{"t", token}, {"n", text::fold_case(std::string_view(token).substr(0, size))}});
    begin = end;
  };
  auto word = std::ranges::lower_bound(begins, reading.begin);
  if (word != begins.end()) ++word;  // what stands before the first word goes with it
  for (; word != begins.end() && *word < reading.end; ++word) add(*word);
  add(reading.end);
  return list;
}

Json collation_json(const Comparison& comparison) {
  Json witnesses = Json::array();
  std::vector<std::vector<std::size_t>> begins;
  for (std::size_t w = 0; w < comparison.witnesses.size(); ++w) {
    witnesses.push_back(siglum(w));
    begins.push_back(word_begins(comparison, w));
  }
  Json table = Json::array();
  Json kinds = Json::array();
  for (const ApparatusEntry& entry : apparatus_of(comparison)) {
    Json row = Json::array();
    for (std::size_t w = 0; w < entry.readings.size(); ++w) {
      row.push_back(tokens_json(comparison.witnesses[w].text, entry.readings[w], begins[w]));
    }
    table.push_back(std::move(row));
    kinds.push_back(entry.kind ? Json(name_of(*entry.kind)) : Json());
  }
  return {{"witnesses", std::move(witnesses)},
          {"table", std::move(table)},
          {"kinds", std::move(kinds)}};
}

/// The witnesses by their mean likeness to the others, highest first.
std::vector<std::size_t> ranking_of(const std::vector<std::vector<double>>& likeness) {
  std::vector<double> sums;
  for (const auto& row : likeness) sums.push_back(std::accumulate(row.begin(), row.end(), 0.0));
  std::vector<std::size_t> order(likeness.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::ranges::stable_sort(
      order, [&](std::size_t left, std::size_t right) { return sums[left] > sums[right]; });
  return order;
}

Json scores_json(const Comparison& comparison) {
  Json matrix = Json::array();
  for (const auto& row : comparison.likeness) {
    Json list = Json::array();
    for (const double value : row) list.push_back(io::decimal(value, 4));
    matrix.push_back(std::move(list));
  }
  Json ranking = Json::array();
  for (const std::size_t witness : ranking_of(comparison.likeness)) {
    ranking.push_back(siglum(witness));
  }
  return {{"metric", "chrF2"}, {"similarity", std::move(matrix)}, {"ranking", std::move(ranking)}};
}

}  // namespace

std::string to_json(const std::vector<VariantGroup>& groups,
                    const std::vector<GroupComparison>& comparisons, const Tracer& tracer) {
  const std::vector<PlacedComparison> placed = io::placed(groups, comparisons, tracer);
  Json list = Json::array();
  for (std::size_t g = 0; g < groups.size(); ++g) {
    Json variants = Json::array();
    for (const Variant& variant : groups[g].variants) {
      variants.push_back(variant_json(variant, tracer));
      variants.back()["siglum"] = Json();
    }
    for (std::size_t w = 0; w < comparisons[g].variants.size(); ++w) {
      for (const std::size_t variant : comparisons[g].variants[w]) {
        variants[variant]["siglum"] = siglum(w);
      }
    }
    list.push_back(
        {{"id", g + 1},
         {"original", groups[g].original ? variant_json(*groups[g].original, tracer) : Json()},
         {"variants", std::move(variants)},
         {"collation", collation_json(comparisons[g].comparison)},
         {"comparison", io::comparison_json(placed[g])},
         {"scores", scores_json(comparisons[g].comparison)}});
  }
  return io::one_line({{"groups", std::move(list)}});
}

}  // namespace duizhao
