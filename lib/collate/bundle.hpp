// Texts laid beside each other, sentence by sentence.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "collate/pieces.hpp"
#include "duizhao/align/aligner.hpp"
#include "duizhao/segment/segmenter.hpp"

namespace duizhao::collate {

/// A text that takes part in a bundle: a document or what a quote takes of one.
struct Strand {
  std::size_t document = 0;   // index
  std::string language = {};  // ISO 639
  std::string speaker = {};   // whose words a quote is said to be
  bool quote = false;
};

/// What a strand has in a row.
struct Cell {
  std::vector<Piece> pieces = {};
  double confidence = 1;  // that it belongs there
};

/// Rows [first, end).
struct RowRange {
  std::size_t first = 0;
  std::size_t end = 0;
};

/// Rows that belong together.
struct Run {
  std::vector<Cell> cells;  // by strand
  std::size_t rows = 1;     // how many they are
};

/// Rows of sentences that correspond. Documents are laid first, then quotes are attached to the
/// rows that they cover.
class Bundle {
 public:
  std::size_t add_strand(Strand strand);

  /// A row of as many cells as there are strands.
  void add_row(std::vector<Cell> cells) { rows_.push_back(std::move(cells)); }

  std::size_t size() const { return rows_.size(); }
  const std::vector<Strand>& strands() const { return strands_; }
  const Cell& cell(std::size_t row, std::size_t strand) const { return rows_[row][strand]; }

  /// The rows in which a document has a byte of a range; nothing if there is none.
  std::optional<RowRange> rows_of(std::size_t document, ByteRange range) const;

  /// Lays the sentences of a quote to those that a strand has in some rows, by aligning them. Does
  /// nothing where the strand has none there.
  void attach(const Aligner& aligner, std::size_t anchor, RowRange rows, Strand quote,
              std::vector<Piece> pieces, double confidence);

  /// Rows over which the same quotes run, and those that a quote's sentence joins, together; every
  /// other row is alone.
  std::vector<Run> runs() const;

 private:
  /// The quotes that run over a row.
  std::vector<std::size_t> quotes_at(std::size_t row) const;

  std::vector<Strand> strands_;
  std::vector<RowRange> extents_;        // by strand, of quotes
  std::vector<std::vector<Cell>> rows_;  // by row and strand
  std::vector<RowRange> joined_;         // rows that one sentence of a quote covers
};

}  // namespace duizhao::collate
