#include "bitext/joined_text.hpp"

#include <algorithm>
#include <iterator>

#include "text/scripts.hpp"

namespace duizhao::bitext {

JoinedText join(const SegmentedDocument& document, std::span<const std::size_t> sentences) {
  JoinedText joined;
  for (const std::size_t sentence : sentences) {
    const std::string text = document.text(sentence);
    if (!joined.text.empty() && !text.empty()) {
      joined.text += text::sentence_separator(document.block(sentence).language);
    }
    joined.pieces.push_back({sentence, joined.text.size()});
    joined.text += text;
  }
  return joined;
}

std::vector<JoinedText::Piece>::const_iterator piece_at(
    const std::vector<JoinedText::Piece>& pieces, std::size_t byte) {
  return std::prev(std::ranges::upper_bound(pieces, byte, {}, &JoinedText::Piece::begin));
}

}  // namespace duizhao::bitext
