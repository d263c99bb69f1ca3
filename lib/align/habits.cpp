#include "align/habits.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "bitext/length_model.hpp"

namespace duizhao::align {
namespace {

// The usual counts as so many beads.
constexpr double kUsualTypes = 30;
constexpr double kUsualLengths = 10;
constexpr double kMostDeviation = 1;  // what lies farther off is no translation

}  // namespace

Habits habits_of(const std::vector<Span>& path, const Evidence& evidence) {
  std::array<double, kBeadTypes.size()> counts{};
  double linked = 0;
  double deviations = 0;
  constexpr std::size_t kOneToOne = bead_type(1, 1);
  for (const Span& span : path) {
    if (span.is_null()) continue;
    const std::size_t type = bead_type(span.source_count, span.target_count);
    ++counts[type];
    ++linked;
    if (type == kOneToOne) {
      deviations += std::min(kMostDeviation, std::abs(evidence.length_deviation(span)));
    }
  }
  Habits habits;
  for (std::size_t type = 0; type < kBeadTypes.size(); ++type) {
    const double prior = kBeadTypes[type].prior;
    habits.log_priors[type] = std::log(
        kBeadTypes[type].is_null() ? prior
                                   : (counts[type] + kUsualTypes * prior) / (linked + kUsualTypes));
  }
  habits.freedom = 1 - (counts[kOneToOne] + kUsualLengths * kBeadTypes[kOneToOne].prior) /
                           (linked + kUsualLengths);
  // Of a normal distribution the mean absolute deviation is σ √(2/π).
  const double to_sigma = std::sqrt(std::numbers::pi / 2);
  const double usual = bitext::length_model().deviation / to_sigma;
  habits.length_deviation =
      to_sigma * (deviations + kUsualLengths * usual) / (counts[kOneToOne] + kUsualLengths);
  return habits;
}

}  // namespace duizhao::align
