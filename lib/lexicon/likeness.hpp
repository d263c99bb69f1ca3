// How alike two English words are.
#pragma once

#include <algorithm>
#include <cmath>
#include <string_view>

namespace duizhao::lexicon {

// Words of one family begin alike: so many letters at least, and so much of the longer one.
inline constexpr std::size_t kFamilyPrefix = 5;
inline constexpr double kFamilyShare = 0.7;

/// Whether two stems begin alike: innov and innovat.
inline bool are_family(std::string_view left, std::string_view right) {
  if (left.empty() || right.empty() || left.front() != right.front()) return false;
  const auto [end, other] = std::ranges::mismatch(left, right);
  const auto prefix = static_cast<std::size_t>(end - left.begin());
  return prefix >= kFamilyPrefix &&
         static_cast<double>(prefix) >=
             kFamilyShare * static_cast<double>(std::max(left.size(), right.size()));
}

/// The likeness of synonyms by the cosine of their columns in the gloss matrix, 0 to 1.
inline double synonym_likeness(double cosine) { return 0.9 * std::min(1.0, 1.5 * cosine); }

/// How well a translation of that probability renders a word, 0 to 1.
inline double rendering_likeness(double probability) {
  return std::sqrt(std::min(1.0, 3 * probability));
}

}  // namespace duizhao::lexicon
