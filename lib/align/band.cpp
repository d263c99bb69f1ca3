#include "align/band.hpp"

#include <algorithm>
#include <cmath>

#include "align/proportions.hpp"

namespace duizhao::align {
namespace {

constexpr double kMargin = 6;          // sentences on each side of a rectangle,
constexpr double kMarginForDrift = 2;  // more for each that its width is off the diagonal,
constexpr double kMostMargin = 60;     // and at most so many
// Margins narrow until the band has at most so many states: for each sentence, and besides.
constexpr std::size_t kStatesForEach = 28;
constexpr std::size_t kSmallBand = 200'000;
constexpr std::size_t kLargestRectangle =
    60'000;                                 // states; larger ones are searched about the diagonal
constexpr double kWidestStrip = 120;        // half of it, in sentences
constexpr double kStripStates = 2'000'000;  // so many states at the most, in the whole strip
constexpr double kStripShare = 0.2;         // half the strip's width, of the rectangle's

/// Half the width of a strip about the diagonal of a rectangle.
double strip_reach(double height, double width) {
  const double affordable = kStripStates / (2 * std::max(1.0, height));
  return std::min({kWidestStrip, kStripShare * width, affordable});
}

std::size_t states_of(const Band& band) {
  std::size_t states = 0;
  for (const Band::Row& row : band.rows) states += row.end - row.begin;
  return states;
}

/// The band with margins of at most `most_margin` sentences.
Band band_with_margin(const std::vector<Anchor>& anchors, std::size_t source_count,
                      std::size_t target_count, double most_margin) {
  Band band{std::vector<Band::Row>(source_count + 1, {target_count, 0})};
  const auto cover = [&](std::size_t i, double low, double high, double margin) {
    Band::Row& row = band.rows[i];
    const double begin = std::max(0.0, std::floor(low) - margin);
    const double end = std::ceil(high) + margin + 1;
    row.begin = std::min(row.begin, static_cast<std::size_t>(begin));
    row.end = std::max(row.end, std::min(target_count + 1, static_cast<std::size_t>(end)));
  };
  const double slope = Proportions(anchors).of_sentences(source_count, target_count);
  std::size_t i0 = 0;
  std::size_t j0 = 0;
  const auto cover_rectangle = [&](std::size_t i1, std::size_t j1) {
    const auto height = static_cast<double>(i1 - i0);
    const auto width = static_cast<double>(j1 - j0);
    const bool whole = (i1 - i0 + 1) * (j1 - j0 + 1) <= kLargestRectangle;
    // Where anchors leave the diagonal something is missing, or one of them is wrong.
    const double drift = std::abs(width - slope * height);
    const double margin = std::min(most_margin, kMargin + kMarginForDrift * drift);
    for (std::size_t i = i0; i <= i1; ++i) {
      const double middle = height > 0 ? static_cast<double>(i - i0) / height * width : 0.5 * width;
      const double reach = whole ? width : strip_reach(height, width);
      const auto base = static_cast<double>(j0);
      cover(i, base + std::max(0.0, middle - reach), base + std::min(width, middle + reach),
            margin);
    }
    i0 = i1;
    j0 = j1;
  };
  for (const Anchor& anchor : anchors) cover_rectangle(anchor.source, anchor.target);
  cover_rectangle(source_count, target_count);
  band.rows.front().begin = 0;
  band.rows.back().end = target_count + 1;
  // A row that lies beyond its neighbour cannot be entered: widen it.
  for (std::size_t i = 1; i <= source_count; ++i) {
    band.rows[i].begin = std::min(band.rows[i].begin, band.rows[i - 1].end - 1);
    band.rows[i].end = std::max(band.rows[i].end, band.rows[i - 1].end);
  }
  for (std::size_t i = source_count; i > 0; --i) {
    band.rows[i - 1].begin = std::min(band.rows[i - 1].begin, band.rows[i].begin);
  }
  return band;
}

}  // namespace

Band band_around(const std::vector<Anchor>& anchors, std::size_t source_count,
                 std::size_t target_count) {
  const std::size_t affordable = kStatesForEach * (source_count + target_count) + kSmallBand;
  double margin = kMostMargin;
  Band band = band_with_margin(anchors, source_count, target_count, margin);
  while (margin > kMargin && states_of(band) > affordable) {
    margin = std::max(kMargin, margin / 2);
    band = band_with_margin(anchors, source_count, target_count, margin);
  }
  return band;
}

}  // namespace duizhao::align
