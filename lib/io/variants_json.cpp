#include <algorithm>

#include "duizhao/io/results.hpp"
#include "io/comparisons_json.hpp"
#include "io/json.hpp"
#include "io/placed.hpp"

namespace duizhao {
namespace {

using io::Json;

Json variant_json(const Variant& variant, const Tracer& tracer) {
  return {{"document", tracer.documents()[variant.document].document().name()},
          {"begin", variant.range.begin},
          {"end", variant.range.end},
          {"text", variant.text},
          {"language", variant.language},
          {"speaker", io::text_or_null(variant.speaker)},
          {"confidence", io::decimal(variant.confidence, 4)}};
}

Json tokens_json(const std::vector<CollationToken>& tokens) {
  Json list = Json::array();
  for (const CollationToken& token : tokens) {
    Json json = {{"t", token.text}, {"n", token.normalized}};
    if (token.moved) json["moved"] = true;
    list.push_back(std::move(json));
  }
  return list;
}

Json collation_json(const Collation& collation) {
  Json witnesses = Json::array();
  for (std::size_t w = 0; w < collation.variants.size(); ++w) {
    // The words in their own order.
    std::vector<CollationToken> tokens;
    for (const CollationColumn& column : collation.columns) {
      tokens.insert(tokens.end(), column.cells[w].begin(), column.cells[w].end());
    }
    std::ranges::stable_sort(tokens, {},
                             [](const CollationToken& token) { return token.range.begin; });
    witnesses.push_back({{"id", siglum(w)}, {"tokens", tokens_json(tokens)}});
  }
  Json table = Json::array();
  Json columns = Json::array();
  for (const CollationColumn& column : collation.columns) {
    Json row = Json::array();
    for (const auto& cell : column.cells) row.push_back(cell.empty() ? Json() : tokens_json(cell));
    table.push_back(std::move(row));
    columns.push_back(
        {{"original", tokens_json(column.original)}, {"agreement", name_of(column.agreement)}});
  }
  return {{"witnesses", std::move(witnesses)},
          {"table", std::move(table)},
          {"columns", std::move(columns)}};
}

Json scores_json(const Collation& collation) {
  Json matrix = Json::array();
  for (const auto& row : collation.similarity) {
    Json list = Json::array();
    for (const double value : row) list.push_back(io::decimal(value, 4));
    matrix.push_back(std::move(list));
  }
  Json ranking = Json::array();
  for (const std::size_t witness : collation.ranking) ranking.push_back(siglum(witness));
  return {{"metric", "chrF2"}, {"similarity", std::move(matrix)}, {"ranking", std::move(ranking)}};
}

}  // namespace

std::string to_json(const std::vector<VariantGroup>& groups,
                    const std::vector<Collation>& collations, const Tracer& tracer) {
  const std::vector<PlacedComparison> comparisons = io::placed(groups, collations, tracer);
  Json list = Json::array();
  for (std::size_t g = 0; g < groups.size(); ++g) {
    Json variants = Json::array();
    for (const Variant& variant : groups[g].variants) {
      variants.push_back(variant_json(variant, tracer));
      variants.back()["siglum"] = Json();
    }
    for (std::size_t w = 0; w < collations[g].variants.size(); ++w) {
      variants[collations[g].variants[w]]["siglum"] = siglum(w);
    }
    list.push_back(
        {{"id", g + 1},
         {"original", groups[g].original ? variant_json(*groups[g].original, tracer) : Json()},
         {"variants", std::move(variants)},
         {"collation", collation_json(collations[g])},
         {"comparison", io::comparison_json(comparisons[g])},
         {"scores", scores_json(collations[g])}});
  }
  return io::one_line({{"groups", std::move(list)}});
}

}  // namespace duizhao
