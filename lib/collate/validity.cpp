#include "collate/validity.hpp"

#include <algorithm>

#include "duizhao/text/error.hpp"
#include "duizhao/text/messages.hpp"

namespace duizhao::collate {

void require_together(const std::vector<VariantGroup>& groups,
                      const std::vector<GroupComparison>& comparisons, const Tracer& tracer) {
  const auto fits = [&](const Variant& variant) {
    return variant.document < tracer.documents().size() &&
           variant.range.begin <= variant.range.end &&
           variant.range.end <= tracer.documents()[variant.document].document().bytes().size();
  };
  bool together = groups.size() == comparisons.size();
  for (std::size_t g = 0; together && g < groups.size(); ++g) {
    const auto& variants = groups[g].variants;
    together = std::ranges::all_of(variants, fits) &&
               (!groups[g].original || fits(*groups[g].original)) &&
               comparisons[g].variants.size() == comparisons[g].comparison.witnesses.size() &&
               std::ranges::all_of(comparisons[g].variants, [&](const auto& same) {
                 return !same.empty() && std::ranges::all_of(same, [&](std::size_t variant) {
                   return variant < variants.size();
                 });
               });
  }
  if (together) return;
  throw Error(ErrorCode::content, {},
              translate("expected groups, their comparisons and the tracer that found them"));
}

}  // namespace duizhao::collate
