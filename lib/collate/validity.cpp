#include "collate/validity.hpp"

#include <algorithm>

#include "duizhao/text/error.hpp"
#include "duizhao/text/messages.hpp"

namespace duizhao::collate {

void require_together(const std::vector<VariantGroup>& groups,
                      const std::vector<Collation>& collations, const Tracer& tracer) {
  const auto fits = [&](const Variant& variant) {
    return variant.document < tracer.documents().size() &&
           variant.range.begin <= variant.range.end &&
           variant.range.end <= tracer.documents()[variant.document].document().bytes().size();
  };
  bool together = groups.size() == collations.size();
  for (std::size_t g = 0; together && g < groups.size(); ++g) {
    const auto& variants = groups[g].variants;
    together = std::ranges::all_of(variants, fits) &&
               (!groups[g].original || fits(*groups[g].original)) &&
               std::ranges::all_of(collations[g].variants,
                                   [&](std::size_t variant) { return variant < variants.size(); });
  }
  if (together) return;
  throw Error(ErrorCode::content, {},
              translate("expected groups, their collations and the tracer that found them"));
}

}  // namespace duizhao::collate
