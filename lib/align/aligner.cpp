#include "duizhao/align/aligner.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <optional>
#include <utility>

#include "align/pair.hpp"
#include "align/search.hpp"
#include "bitext/joined_text.hpp"
#include "duizhao/document/read_document.hpp"
#include "duizhao/text/error.hpp"
#include "duizhao/text/messages.hpp"
#include "duizhao/words/word_aligner.hpp"
#include "text/scripts.hpp"
#include "text/utf8.hpp"

namespace duizhao {
namespace {

/// Where a token of joined sentences stands; nothing if it lies over the end of one.
std::optional<WordPlace> place_of(const SegmentedDocument& document,
                                  const bitext::JoinedText& joined, const WordToken& token) {
  const auto behind = std::ranges::upper_bound(joined.pieces, token.range.begin, {},
                                               &bitext::JoinedText::Piece::begin);
  const bitext::JoinedText::Piece& piece = *(behind - 1);
  const ByteRange range{token.range.begin - piece.begin, token.range.end - piece.begin};
  if (range.end > document.text(piece.sentence).size()) return std::nullopt;
  return WordPlace{piece.sentence, range, token.text};
}

/// Whether a token has a letter or a digit.
bool is_word(const WordToken& token) {
  for (std::size_t at = 0; at < token.text.size();) {
    const auto [c, size] = text::decode(token.text, at);
    if (text::is_word(c)) return true;
    at += size;
  }
  return false;
}

}  // namespace

Aligner::Aligner(Lexicon lexicon, AlignOptions options)
    : lexicon_(std::move(lexicon)),
      options_(std::move(options)),
      segmenter_(options_.segmentation) {
  for (const std::string& language : {options_.source_language, options_.target_language}) {
    if (knows_language(language)) continue;
    throw Error(ErrorCode::content, {},
                fmt::format(fmt::runtime(translate("no such language: {}")), language));
  }
}

SegmentedDocument Aligner::segment(const Document& document) const {
  return segmenter_.segment(document);
}

Alignment Aligner::align(const Document& source, const Document& target,
                         const std::vector<Lock>& locks) const {
  return align(segment(source), segment(target), locks);
}

Alignment Aligner::align(const SegmentedDocument& source, const SegmentedDocument& target,
                         const std::vector<Lock>& locks, const ProgressReport& progress) const {
  const align::Pair pair(source, target, options_, lexicon_, locks);
  std::vector<Bead> beads;
  for (const auto& [span, score, posterior] : align::search(pair, lexicon_.tables(), progress)) {
    Bead bead = pair.bead(span);
    bead.score = score;
    bead.confidence = posterior;
    beads.push_back(std::move(bead));
  }
  return {source, target, std::move(beads)};
}

std::vector<Explanation> Aligner::explain(const Alignment& alignment) const {
  const std::string& source_language = alignment.source().document().language();
  const std::string& target_language = alignment.target().document().language();
  std::vector<Explanation> explanations(alignment.beads().size());
  if (!WordAligner::knows(source_language, target_language)) return explanations;
  const WordAligner aligner(lexicon_, source_language, target_language, options_.glossary);
  for (std::size_t k = 0; k < explanations.size(); ++k) {
    const Bead& bead = alignment.beads()[k];
    const bitext::JoinedText source = bitext::join(alignment.source(), bead.source);
    const bitext::JoinedText target = bitext::join(alignment.target(), bead.target);
    const auto words = aligner.align_if_short(source.text, target.text);
    if (!words) continue;
    for (const WordLink& link : words->links) {
      const WordToken& from = words->source[link.source];
      const WordToken& to = words->target[link.target];
      const auto own = place_of(alignment.source(), source, from);
      const auto other = place_of(alignment.target(), target, to);
      if (!own || !other || !is_word(from) || !is_word(to)) continue;
      explanations[k].push_back({*own, *other, link.probability});
    }
    std::ranges::stable_sort(explanations[k], std::greater{}, &WordPair::probability);
  }
  return explanations;
}

}  // namespace duizhao
