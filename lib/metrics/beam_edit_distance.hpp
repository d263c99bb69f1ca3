// Edit distance near the diagonal, of sequences that differ little from each other.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace duizhao::metrics {

/// One step from a hypothesis to its reference.
enum class Edit : std::uint8_t {
  none,        // not reached
  keep,        // both have the word
  substitute,  // both have a word, another one
  insert,      // the reference has a word more
  remove,      // the hypothesis has a word more
};

/// Distances of sequences of one length from a reference. Like tercom it looks only at
/// beam-many cells to each side of the line from corner to corner.
///
/// A row of the table belongs to the words before it, so that for a sequence that agrees with the
/// last one in its first words only the rest is computed.
class BeamEditDistance {
 public:
  BeamEditDistance(std::span<const std::uint32_t> reference, std::size_t hypothesis_length);

  /// The distance of `hypothesis`, whose first `same` words are those of the sequence before it.
  std::size_t distance(std::span<const std::uint32_t> hypothesis, std::size_t same);

  /// The steps of the last sequence, from its beginning.
  std::vector<Edit> steps() const;

 private:
  struct Cell {
    std::uint32_t cost;
    Edit edit;
  };

  Cell at(std::size_t row, std::size_t column) const;
  void compute_row(std::size_t row, std::uint32_t word);

  std::span<const std::uint32_t> reference_;
  std::size_t rows_;                // words of the hypothesis
  std::size_t stride_;              // cells of a row at most
  std::vector<std::size_t> begin_;  // by row: its first column
  std::vector<std::size_t> end_;    // by row: behind its last column
  std::vector<Cell> cells_;
};

}  // namespace duizhao::metrics
