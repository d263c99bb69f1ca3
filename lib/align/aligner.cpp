#include "duizhao/align/aligner.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <iterator>
#include <map>
#include <optional>
#include <utility>

#include "align/pair.hpp"
#include "align/participants.hpp"
#include "align/search.hpp"
#include "bitext/joined_text.hpp"
#include "duizhao/document/read_document.hpp"
#include "duizhao/text/error.hpp"
#include "duizhao/text/messages.hpp"
#include "duizhao/words/word_aligner.hpp"
#include "text/scripts.hpp"

namespace duizhao {
namespace {

/// Where a token of joined sentences stands; nothing if it lies over the end of one.
std::optional<WordPlace> place_of(const bitext::JoinedText& joined, const WordToken& token) {
  const auto piece = bitext::piece_at(joined.pieces, token.range.begin);
  const auto next = std::next(piece);
  if (next != joined.pieces.end() && token.range.end > next->begin) return std::nullopt;
  return WordPlace{piece->sentence,
                   {token.range.begin - piece->begin, token.range.end - piece->begin},
                   token.text};
}

/// Gives the null beads of moved sentences their places on the other side.
void mark_moved(const std::vector<Bead>& moved, std::vector<Bead>& beads) {
  std::map<std::size_t, const Bead*> by_source, by_target;
  for (const Bead& bead : moved) {
    for (const std::size_t index : bead.source) by_source[index] = &bead;
    for (const std::size_t index : bead.target) by_target[index] = &bead;
  }
  for (Bead& bead : beads) {
    if (bead.locked || bead.source.empty() == bead.target.empty()) continue;
    const bool in_source = bead.target.empty();
    const auto& index = in_source ? by_source : by_target;
    const auto place = index.find(in_source ? bead.source.front() : bead.target.front());
    if (place == index.end()) continue;
    bead.moved = in_source ? place->second->target : place->second->source;
  }
}

/// Whether two texts are translations of each other: most of their sentences are in beads with both
/// sides, and more speaks for these than against them. Texts that only stand beside each other are
/// drawn into beads as well, but their scores are about zero or below.
bool corresponds(const Alignment& alignment) {
  constexpr double kLeastShare = 0.5;
  constexpr double kLeastScore = 1;  // nats, the mean of beads with both sides
  double score = 0;
  std::size_t linked = 0;
  for (const Bead& bead : alignment.beads()) {
    if (bead.source.empty() || bead.target.empty()) continue;
    score += bead.score;
    ++linked;
  }
  return linked > 0 && score >= kLeastScore * static_cast<double>(linked) &&
         alignment.correspondence() >= kLeastShare;
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
  const auto align_sentences = [&](const SegmentedDocument& from, const SegmentedDocument& to,
                                   const align::Participants& participants,
                                   const std::vector<Lock>& settled,
                                   const ProgressReport& report) -> Alignment {
    const align::Pair pair(from, to, participants, options_, lexicon_, settled);
    std::vector<Bead> beads;
    const align::Found found = align::search(pair, lexicon_.tables(), options_.threads, report);
    for (const auto& [span, score, posterior] : found.path) {
      Bead bead = pair.bead(span);
      bead.score = score;
      bead.confidence = posterior;
      beads.push_back(std::move(bead));
    }
    std::vector<Bead> moved;
    for (const align::Span& span : found.moved) moved.push_back(pair.bead(span));
    mark_moved(moved, beads);
    return {from, to, std::move(beads)};
  };
  const auto translates_itself = [&](const SegmentedDocument& text, align::Participants both) {
    constexpr std::size_t kSample = 200;  // sentences of each language
    both.source.resize(std::min(both.source.size(), kSample));
    both.target.resize(std::min(both.target.size(), kSample));
    return corresponds(align_sentences(text, text, both, {}, {}));
  };
  const align::Participants participants =
      align::find_participants(source, target, options_, translates_itself);
  return align_sentences(source, target, participants, locks, progress);
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
      const auto own = place_of(source, from);
      const auto other = place_of(target, to);
      if (!own || !other || !text::has_word(from.text) || !text::has_word(to.text)) continue;
      explanations[k].push_back({*own, *other, link.probability});
    }
    std::ranges::stable_sort(explanations[k], std::greater{}, &WordPair::probability);
  }
  return explanations;
}

}  // namespace duizhao
