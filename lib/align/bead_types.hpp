// The kinds of beads that the search considers.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

namespace duizhao::align {

/// How many source and target sentences, and how often that happens.
struct BeadType {
  std::size_t source;
  std::size_t target;
  double prior;

  constexpr bool is_null() const { return source == 0 || target == 0; }
};

/// Relative frequencies in 1,343 beads of six chapters of Chinese novels and their published
/// English translations, rounded, with small values for the rare types; Chinese is the source.
inline constexpr auto kBeadTypes = std::to_array<BeadType>({
    {1, 1, .620},  {1, 2, .210},  {1, 3, .055},  {2, 1, .050},  {1, 4, .022},  {2, 2, .019},
    {2, 3, .009},  {1, 0, .0045}, {1, 5, .003},  {3, 2, .003},  {0, 1, .002},  {2, 4, .0015},
    {3, 1, .0015}, {1, 6, .0015}, {3, 3, .0007}, {2, 5, .0007}, {3, 4, .0007}, {4, 2, .0004},
    {4, 1, .0004}, {1, 7, .0001}, {2, 6, .0001}, {3, 5, .0001}, {4, 3, .0001}, {4, 4, .0001},
});

inline constexpr std::size_t kMostSourceSentences = 4;
inline constexpr std::size_t kMostTargetSentences = 7;

/// The index of a type among kBeadTypes, or kNoBeadType.
inline constexpr std::size_t kNoBeadType = kBeadTypes.size();
constexpr std::size_t bead_type(std::size_t source, std::size_t target) {
  std::size_t type = 0;
  while (type < kBeadTypes.size() &&
         (kBeadTypes[type].source != source || kBeadTypes[type].target != target)) {
    ++type;
  }
  return type;
}

}  // namespace duizhao::align
