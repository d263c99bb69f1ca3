#include "collate/pieces.hpp"

#include <algorithm>

#include "document/visible_text.hpp"
#include "text/scripts.hpp"
#include "text/utf8.hpp"

namespace duizhao::collate {
namespace {

std::size_t gap_in(const std::string& language) {
  return text::runs_without_spaces(language) ? 0 : 1;
}

}  // namespace

Piece piece_of(const SegmentedDocument& document, std::size_t sentence) {
  return {document.sentences()[sentence].range, document.text(sentence)};
}

std::vector<Piece> pieces_of(const SegmentedDocument& document,
                             const std::vector<ByteRange>& parts) {
  std::vector<Piece> pieces;
  const auto& sentences = document.sentences();
  for (const ByteRange& part : parts) {
    auto sentence = std::ranges::partition_point(
        sentences, [&](const Sentence& each) { return each.range.end <= part.begin; });
    for (; sentence != sentences.end() && sentence->range.begin < part.end; ++sentence) {
      const ByteRange range{std::max(part.begin, sentence->range.begin),
                            std::min(part.end, sentence->range.end)};
      std::string text = document.document().text(range);
      if (text::has_word(text)) pieces.push_back({range, std::move(text)});
    }
  }
  return pieces;
}

std::string join(const std::vector<Piece>& pieces, const std::string& language) {
  std::string text;
  for (const Piece& piece : pieces) {
    if (!text.empty()) text.append(gap_in(language), ' ');
    text += piece.text;
  }
  return text;
}

std::vector<Piece> cut(const Document& document, const std::vector<Piece>& pieces,
                       const std::string& language, ByteRange range) {
  std::vector<Piece> rest;
  std::size_t begin = 0;  // of the piece in the joined text
  for (const Piece& piece : pieces) {
    const std::size_t end = begin + piece.text.size();
    if (begin < range.end && range.begin < end) {
      ByteRange seen{std::max(range.begin, begin) - begin, std::min(range.end, end) - begin};
      seen.begin = text::space_end(piece.text, seen.begin, seen.end);
      seen.end = text::text_end(piece.text, seen.begin, seen.end);
      if (seen.size() == piece.text.size()) {
        rest.push_back(piece);
      } else if (!seen.empty()) {
        const document::VisibleText visible(document, piece.range);
        rest.push_back({visible.in_document(seen), piece.text.substr(seen.begin, seen.size())});
      }
    }
    begin = end + gap_in(language);
  }
  return rest;
}

}  // namespace duizhao::collate
