// Whole translations of one text.
#pragma once

#include <cstddef>
#include <set>
#include <vector>

#include "collate/bundle.hpp"
#include "duizhao/trace/tracer.hpp"

namespace duizhao::collate {

/// A bundle of translations of one text, and where its documents stand in it.
struct Family {
  Bundle bundle;
  std::set<std::size_t> documents;
  std::vector<bool> taken;  // by row: it is shown beside a passage of another family
};

/// The families of a tracer's linked translations. A document belongs to the first that it is
/// linked in. Linear in the sentences.
std::vector<Family> families_of(const Tracer& tracer);

}  // namespace duizhao::collate
