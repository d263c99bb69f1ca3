#include "collate/bundle.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

namespace duizhao::collate {

std::size_t Bundle::add_strand(Strand strand) {
  strands_.push_back(std::move(strand));
  extents_.push_back({});
  for (auto& row : rows_) row.emplace_back();
  return strands_.size() - 1;
}

std::optional<RowRange> Bundle::rows_of(std::size_t document, ByteRange range) const {
  std::optional<RowRange> found;
  for (std::size_t row = 0; row < rows_.size(); ++row) {
    bool overlaps = false;
    for (std::size_t s = 0; s < strands_.size() && !overlaps; ++s) {
      overlaps = strands_[s].document == document && !strands_[s].quote &&
                 std::ranges::any_of(rows_[row][s].pieces, [&](const Piece& piece) {
                   return piece.range.overlaps(range);
                 });
    }
    if (!overlaps) continue;
    if (!found) found = RowRange{row, row};
    found->end = row + 1;
  }
  return found;
}

void Bundle::attach(const Aligner& aligner, std::size_t anchor, RowRange rows, Strand quote,
                    std::vector<Piece> pieces, double confidence) {
  std::vector<std::string> texts, anchors;
  std::vector<std::size_t> row_of;  // by anchor
  for (std::size_t row = rows.first; row < rows.end; ++row) {
    for (const Piece& piece : rows_[row][anchor].pieces) {
      anchors.push_back(piece.text);
      row_of.push_back(row);
    }
  }
  if (anchors.empty() || pieces.empty()) return;
  for (const Piece& piece : pieces) texts.push_back(piece.text);
  const std::string language = quote.language;
  const std::size_t strand = add_strand(std::move(quote));
  const Alignment alignment =
      aligner.align(SegmentedDocument::from_sentences(texts, language),
                    SegmentedDocument::from_sentences(anchors, strands_[anchor].language));

  RowRange extent{rows.end, rows.first};
  std::size_t last = rows.end;  // the row of the piece before
  std::vector<Piece> waiting;   // pieces before the first that has a row
  for (const Bead& bead : alignment.beads()) {
    if (!bead.source.empty() && !bead.target.empty()) {
      const RowRange covered{row_of[bead.target.front()], row_of[bead.target.back()] + 1};
      if (covered.end > covered.first + 1) joined_.push_back(covered);
      extent.first = std::min(extent.first, covered.first);
      extent.end = std::max(extent.end, covered.end);
      last = covered.first;
    }
    auto& to = last < rows.end ? rows_[last][strand].pieces : waiting;
    for (const std::size_t piece : bead.source) to.push_back(std::move(pieces[piece]));
  }
  if (last == rows.end) {  // nothing corresponds: they stand beside each other as wholes
    extent = rows;
    joined_.push_back(rows);
  }
  auto& first = rows_[extent.first][strand].pieces;
  first.insert(first.begin(), std::make_move_iterator(waiting.begin()),
               std::make_move_iterator(waiting.end()));
  for (std::size_t row = extent.first; row < extent.end; ++row) {
    rows_[row][strand].confidence = confidence;
  }
  extents_[strand] = extent;
}

std::vector<std::size_t> Bundle::quotes_at(std::size_t row) const {
  std::vector<std::size_t> quotes;
  for (std::size_t s = 0; s < strands_.size(); ++s) {
    if (extents_[s].first <= row && row < extents_[s].end) quotes.push_back(s);
  }
  return quotes;
}

std::vector<Run> Bundle::runs() const {
  std::vector<bool> goes_on(rows_.size());  // with the row before
  for (const RowRange& joined : joined_) {
    std::fill(goes_on.begin() + static_cast<std::ptrdiff_t>(joined.first) + 1,
              goes_on.begin() + static_cast<std::ptrdiff_t>(joined.end), true);
  }
  std::vector<Run> runs;
  std::vector<std::size_t> before;
  for (std::size_t row = 0; row < rows_.size(); ++row) {
    std::vector<std::size_t> quotes = quotes_at(row);
    if (row == 0 || !(goes_on[row] || (!quotes.empty() && quotes == before))) {
      runs.push_back({rows_[row]});
    } else {
      ++runs.back().rows;
      for (std::size_t s = 0; s < strands_.size(); ++s) {
        Cell& cell = runs.back().cells[s];
        const Cell& more = rows_[row][s];
        cell.pieces.insert(cell.pieces.end(), more.pieces.begin(), more.pieces.end());
        cell.confidence = std::min(cell.confidence, more.confidence);
      }
    }
    before = std::move(quotes);
  }
  return runs;
}

}  // namespace duizhao::collate
