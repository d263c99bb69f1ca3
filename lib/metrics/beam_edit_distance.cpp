#include "metrics/beam_edit_distance.hpp"

#include <algorithm>
#include <cmath>

namespace duizhao::metrics {
namespace {

constexpr std::size_t kBeamWidth = 25;  // columns to each side, as tercom's
constexpr std::uint32_t kFar = 1U << 30;

}  // namespace

BeamEditDistance::BeamEditDistance(std::span<const std::uint32_t> reference,
                                   std::size_t hypothesis_length)
    : reference_(reference), rows_(hypothesis_length), begin_(rows_ + 1), end_(rows_ + 1) {
  const double ratio =
      rows_ == 0 ? 1 : static_cast<double>(reference.size()) / static_cast<double>(rows_);
  // Where lengths differ much, rows would not touch each other.
  const std::size_t beam = kBeamWidth < ratio / 2
                               ? static_cast<std::size_t>(std::ceil(ratio / 2 + kBeamWidth))
                               : kBeamWidth;
  end_[0] = reference.size() + 1;
  stride_ = end_[0];
  for (std::size_t row = 1; row <= rows_; ++row) {
    const auto diagonal = static_cast<std::size_t>(std::floor(static_cast<double>(row) * ratio));
    begin_[row] = diagonal > beam ? diagonal - beam : 0;
    end_[row] =
        row == rows_ ? reference.size() + 1 : std::min(reference.size() + 1, diagonal + beam);
  }
  // The first row, whole, lies before the others, which are as wide as the beam.
  std::size_t widest = 0;
  for (std::size_t row = 1; row <= rows_; ++row) {
    widest = std::max(widest, end_[row] - begin_[row]);
  }
  stride_ = widest;
  cells_.resize(end_[0] + rows_ * stride_);
  cells_[0] = {0, Edit::none};
  for (std::size_t column = 1; column < end_[0]; ++column) {
    cells_[column] = {static_cast<std::uint32_t>(column), Edit::insert};
  }
}

BeamEditDistance::Cell BeamEditDistance::at(std::size_t row, std::size_t column) const {
  if (column < begin_[row] || column >= end_[row]) return {kFar, Edit::none};
  if (row == 0) return cells_[column];
  return cells_[end_[0] + (row - 1) * stride_ + column - begin_[row]];
}

void BeamEditDistance::compute_row(std::size_t row, std::uint32_t word) {
  Cell* const own = &cells_[end_[0] + (row - 1) * stride_];
  Cell left = {kFar, Edit::none};
  Cell above_left = begin_[row] == 0 ? Cell{kFar, Edit::none} : at(row - 1, begin_[row] - 1);
  for (std::size_t column = begin_[row]; column < end_[row]; ++column) {
    const Cell above = at(row - 1, column);
    Cell cell = {kFar, Edit::none};
    // Of equally good steps the first counts.
    const auto offer = [&cell](std::uint32_t cost, Edit edit) {
      if (cost < cell.cost) cell = {cost, edit};
    };
    if (column > 0) {
      const bool equal = word == reference_[column - 1];
      offer(above_left.cost + (equal ? 0 : 1), equal ? Edit::keep : Edit::substitute);
    }
    offer(above.cost + 1, Edit::remove);
    offer(left.cost + 1, Edit::insert);
    own[column - begin_[row]] = cell;
    left = cell;
    above_left = above;
  }
}

std::size_t BeamEditDistance::distance(std::span<const std::uint32_t> hypothesis,
                                       std::size_t same) {
  for (std::size_t row = same + 1; row <= rows_; ++row) compute_row(row, hypothesis[row - 1]);
  return at(rows_, reference_.size()).cost;
}

std::vector<Edit> BeamEditDistance::steps() const {
  std::vector<Edit> steps;
  std::size_t row = rows_;
  std::size_t column = reference_.size();
  while (row > 0 || column > 0) {
    const Edit edit = at(row, column).edit;
    steps.push_back(edit);
    if (edit != Edit::insert) --row;
    if (edit != Edit::remove) --column;
  }
  std::ranges::reverse(steps);
  return steps;
}

}  // namespace duizhao::metrics
