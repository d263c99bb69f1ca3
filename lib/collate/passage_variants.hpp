// Passages as variants, and variants as a group.
#pragma once

#include <cstddef>
#include <vector>

#include "collate/bundle.hpp"
#include "duizhao/collate/variants.hpp"

namespace duizhao::collate {

Variant variant_of(const Match& match, const Tracer& tracer);
Variant variant_of(const Quote& quote, std::size_t document);

/// Some pieces of a strand, at least one.
Variant variant_of(const std::vector<Piece>& pieces, const Strand& strand, double confidence);

bool is_original(const Variant& variant, const VariantOptions& options);

/// The passages of one group in the order of the documents, the original apart. Of what one
/// document says twice in a language the surest stays.
VariantGroup group_of(std::vector<Variant> passages, const VariantOptions& options);

}  // namespace duizhao::collate
