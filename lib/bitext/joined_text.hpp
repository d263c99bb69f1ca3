// The sentences of one side of a bead as one text.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include "duizhao/segment/segmenter.hpp"

namespace duizhao::bitext {

/// What a reader sees of some sentences: joined with one space, or with none in Chinese and
/// Japanese.
struct JoinedText {
  /// Where each sentence begins in the text.
  struct Piece {
    std::size_t sentence;  ///< index in the document
    std::size_t begin;     ///< bytes
  };

  std::string text;
  std::vector<Piece> pieces;
};

/// The piece that holds a byte of the text. `pieces` must not be empty.
std::vector<JoinedText::Piece>::const_iterator piece_at(
    const std::vector<JoinedText::Piece>& pieces, std::size_t byte);

/// Joins sentences of a document, by their indices. Linear.
JoinedText join(const SegmentedDocument& document, std::span<const std::size_t> sentences);

}  // namespace duizhao::bitext
