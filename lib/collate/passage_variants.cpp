#include "collate/passage_variants.hpp"

#include <algorithm>
#include <set>
#include <string>
#include <utility>

namespace duizhao::collate {

Variant variant_of(const Match& match, const Tracer& tracer) {
  const Block& block = tracer.documents()[match.document].block(match.sentence);
  return {.document = match.document,
          .parts = {match.range},
          .range = match.range,
          .text = match.text,
          .language = block.language,
          .speaker = match.speaker,
          .confidence = match.confidence};
}

Variant variant_of(const Quote& quote, std::size_t document) {
  return {.document = document,
          .parts = quote.parts,
          .range = quote.range(),
          .text = quote.text,
          .language = quote.language,
          .speaker = quote.speaker};
}

Variant variant_of(const std::vector<Piece>& pieces, const Strand& strand, double confidence) {
  Variant variant;
  variant.document = strand.document;
  for (const Piece& piece : pieces) variant.parts.push_back(piece.range);
  variant.range = {pieces.front().range.begin, pieces.back().range.end};
  variant.text = collate::join(pieces, strand.language);
  variant.language = strand.language;
  variant.speaker = strand.speaker;
  variant.excerpt = strand.quote;
  variant.confidence = confidence;
  return variant;
}

bool is_original(const Variant& variant, const VariantOptions& options) {
  if (options.originals.empty()) return variant.language == "zh";
  return std::ranges::find(options.originals, variant.document) != options.originals.end();
}

VariantGroup group_of(std::vector<Variant> passages, const VariantOptions& options) {
  std::ranges::stable_sort(passages, [](const Variant& left, const Variant& right) {
    return left.confidence > right.confidence;
  });
  VariantGroup group;
  std::set<std::pair<std::size_t, std::string>> known;
  for (Variant& passage : passages) {
    if (known.emplace(passage.document, passage.language).second) {
      group.variants.push_back(std::move(passage));
    }
  }
  std::ranges::stable_sort(group.variants, [](const Variant& left, const Variant& right) {
    return std::pair(left.document, left.range.begin) <
           std::pair(right.document, right.range.begin);
  });
  const auto original = std::ranges::find_if(
      group.variants, [&](const Variant& variant) { return is_original(variant, options); });
  if (original != group.variants.end()) {
    group.original = std::move(*original);
    group.variants.erase(original);
  }
  return group;
}

}  // namespace duizhao::collate
