#include "align/proportions.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace duizhao::align {
namespace {

constexpr std::size_t kLeastStretches = 8;
constexpr double kLittle = 0.1;
constexpr double kWithin = 2;  // times the median, or a part of it

struct Stretch {
  double source;
  double target;

  double ratio() const { return target / source; }
};

/// The ratio below which the stretches hold half of the source.
double weighted_median(std::vector<Stretch> stretches) {
  std::sort(stretches.begin(), stretches.end(),
            [](const Stretch& left, const Stretch& right) { return left.ratio() < right.ratio(); });
  double half = 0;
  for (const Stretch& stretch : stretches) half += stretch.source / 2;
  for (const Stretch& stretch : stretches) {
    half -= stretch.source;
    if (half <= 0) return stretch.ratio();
  }
  return stretches.back().ratio();
}

}  // namespace

double Proportions::of(const std::vector<double>& source, const std::vector<double>& target) const {
  const double whole = target.back() / std::max(1.0, source.back());
  std::vector<Stretch> stretches;
  for (std::size_t k = 1; k < anchors_.size(); ++k) {
    const Stretch stretch{source[anchors_[k].source] - source[anchors_[k - 1].source],
                          target[anchors_[k].target] - target[anchors_[k - 1].target]};
    if (stretch.source > 0 && stretch.target > 0) stretches.push_back(stretch);
  }
  if (stretches.size() < kLeastStretches) return whole;
  const double median = weighted_median(stretches);
  Stretch sum{0, 0};
  for (const Stretch& stretch : stretches) {
    if (stretch.ratio() > kWithin * median || stretch.ratio() * kWithin < median) continue;
    sum.source += stretch.source;
    sum.target += stretch.target;
  }
  // Where nothing is missing the whole texts tell best.
  const bool all_there = std::abs(sum.ratio() / whole - 1) < kLittle;
  return all_there ? whole : sum.ratio();
}

double Proportions::of_sentences(std::size_t source_count, std::size_t target_count) const {
  const auto numbers = [](std::size_t count) {
    std::vector<double> list(count + 1);
    std::iota(list.begin(), list.end(), 0.0);
    return list;
  };
  return of(numbers(source_count), numbers(target_count));
}

}  // namespace duizhao::align
