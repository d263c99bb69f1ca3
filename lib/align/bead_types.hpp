// The kinds of beads that the search considers.
#pragma once

#include <array>
#include <cstddef>

namespace duizhao::align {

/// How many source and target sentences, and how often that happens.
struct BeadType {
  std::size_t source;
  std::size_t target;
  double prior;
};

/// Relative frequencies in 1,343 beads of six chapters of Chinese novels and their published
/// English translations, rounded, with small values for the rare types; Chinese is the source.
inline constexpr std::array<BeadType, 19> kBeadTypes = {{
    {1, 1, .620},  {1, 2, .210},  {1, 3, .055},  {2, 1, .050},  {1, 4, .022},
    {2, 2, .019},  {2, 3, .009},  {1, 0, .0045}, {1, 5, .003},  {3, 2, .003},
    {0, 1, .002},  {2, 4, .0015}, {3, 1, .0015}, {1, 6, .0015}, {3, 3, .0007},
    {2, 5, .0007}, {3, 4, .0007}, {4, 2, .0004}, {4, 1, .0004},
}};

inline constexpr std::size_t kMostSourceSentences = 4;
inline constexpr std::size_t kMostTargetSentences = 6;

/// What the first sentence of an omission costs beyond its prior, in nats, and what each further
/// one gets back.
inline constexpr double kNullCost = 8;
inline constexpr double kGapContinuation = 11;

}  // namespace duizhao::align
