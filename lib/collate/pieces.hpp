// Stretches of documents, a sentence or a part of one each.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "duizhao/quotes/quotes.hpp"
#include "duizhao/segment/segmenter.hpp"
#include "duizhao/text/byte_range.hpp"

namespace duizhao::collate {

/// A sentence, or what a quote takes of one.
struct Piece {
  ByteRange range = {};   // bytes of the document
  std::string text = {};  // what a reader sees of them
};

/// A sentence as a whole.
Piece piece_of(const SegmentedDocument& document, std::size_t sentence);

/// The sentences of a quote, cut where the quote ends; what interrupts it is left out.
std::vector<Piece> pieces_of(const SegmentedDocument& document,
                             const std::vector<ByteRange>& parts);

/// The texts with a space between them, or none in languages that have none.
std::string join(const std::vector<Piece>& pieces, const std::string& language);

/// What remains of pieces that are cut to a range of their joined text.
std::vector<Piece> cut(const Document& document, const std::vector<Piece>& pieces,
                       const std::string& language, ByteRange range);

}  // namespace duizhao::collate
