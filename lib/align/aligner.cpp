#include "duizhao/aligner.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>
#include <utility>

#include "align/search.hpp"
#include "duizhao/error.hpp"
#include "duizhao/messages.hpp"
#include "text/scripts.hpp"

namespace duizhao {
namespace {

/// A document is bilingual if its second language has more than one block and this share of its
/// bytes.
constexpr std::size_t kStrayShare = 20;  // a twentieth

/// Bytes and blocks of each language of a document.
struct LanguageShare {
  std::size_t bytes = 0;
  std::size_t blocks = 0;
};

std::map<std::string, LanguageShare> languages_of(const Document& document) {
  std::map<std::string, LanguageShare> shares;
  for (const Block& block : document.blocks()) {
    LanguageShare& share = shares[block.language];
    share.bytes += block.range.size();
    ++share.blocks;
  }
  return shares;
}

bool is_text_of_its_own(const LanguageShare& share, std::size_t all_bytes) {
  return share.blocks > 1 && share.bytes * kStrayShare > all_bytes;
}

/// The sentences of a document that take part.
std::vector<std::size_t> select(const SegmentedDocument& segmented, const std::string& language) {
  const Document& document = segmented.document();
  const auto shares = languages_of(document);
  std::size_t all_bytes = 0;
  for (const auto& [name, share] : shares) all_bytes += share.bytes;
  const auto takes_part = [&](const std::string& own) {
    if (own == language) return true;
    return language == document.language() && !is_text_of_its_own(shares.at(own), all_bytes);
  };
  std::vector<std::size_t> selected;
  for (std::size_t i = 0; i < segmented.size(); ++i) {
    if (takes_part(segmented.block(i).language)) selected.push_back(i);
  }
  if (selected.empty() && segmented.size() > 0) {
    throw Error(
        ErrorCode::content, {document.name(), {}, {}},
        fmt::format(fmt::runtime(translate("expected text in the language \"{}\", found only "
                                           "\"{}\"")),
                    language, document.language()));
  }
  return selected;
}

/// The languages of both sides, "auto" resolved.
std::pair<std::string, std::string> resolve_languages(const Document& source,
                                                      const Document& target,
                                                      const AlignOptions& options) {
  const bool source_named = options.source_language != "auto";
  const bool target_named = options.target_language != "auto";
  std::string source_language =
      source_named ? text::primary_language(options.source_language) : source.language();
  std::string target_language =
      target_named ? text::primary_language(options.target_language) : target.language();
  const bool one_text = source.bytes() == target.bytes();
  if (one_text && source_language == target_language && !(source_named && target_named)) {
    // A text that holds both: its Chinese is the original.
    std::size_t all_bytes = 0;
    const auto shares = languages_of(source);
    for (const auto& [name, share] : shares) all_bytes += share.bytes;
    for (const auto& [name, share] : shares) {
      if (name == source_language || !is_text_of_its_own(share, all_bytes)) continue;
      const bool is_source = !source_named && (name == "zh" || target_named);
      (is_source ? source_language : target_language) = name;
      break;
    }
  }
  return {source_language, target_language};
}

std::vector<std::string> texts(const SegmentedDocument& document,
                               const std::vector<std::size_t>& selected) {
  std::vector<std::string> sentences;
  sentences.reserve(selected.size());
  for (const std::size_t index : selected) sentences.push_back(document.text(index));
  return sentences;
}

/// The breaks before the sentences; none for lines, which have no structure.
align::Structure structure(const SegmentedDocument& document,
                           const std::vector<std::size_t>& selected) {
  align::Structure breaks;
  const Block* previous = nullptr;
  for (const std::size_t index : selected) {
    const Block& block = document.block(index);
    if (block.kind == BlockKind::line) return {};
    const auto is_heading = [](const Block* each) { return each->kind == BlockKind::heading; };
    if (&block == previous) {
      breaks.push_back(align::Break::none);
    } else if (previous != nullptr && !is_heading(&block) && !is_heading(previous) &&
               block.speaker == previous->speaker) {
      breaks.push_back(align::Break::paragraph);
    } else {
      breaks.push_back(align::Break::section);
    }
    previous = &block;
  }
  return breaks;
}

align::Text side(const SegmentedDocument& document, const std::vector<std::size_t>& selected,
                 const std::string& language, const lexicon::Tables* tables) {
  const std::vector<std::string> sentences = texts(document, selected);
  return {{sentences, language, tables}, align::surfaces(sentences, language),
          structure(document, selected)};
}

}  // namespace

Aligner::Aligner(Lexicon lexicon, AlignOptions options)
    : lexicon_(std::move(lexicon)),
      options_(std::move(options)),
      segmenter_(options_.segmentation) {}

Alignment Aligner::align(const Document& source, const Document& target) const {
  const auto [source_language, target_language] = resolve_languages(source, target, options_);
  SegmentedDocument source_side = segmenter_.segment(source);
  SegmentedDocument target_side = segmenter_.segment(target);
  const auto source_selected = select(source_side, source_language);
  const auto target_selected = select(target_side, target_language);

  // The model wants Chinese as its source: turn the pair if need be, and the beads back.
  const bool turned = target_language == "zh" && source_language != "zh";
  const lexicon::Tables* tables = lexicon_.tables();
  const align::Text source_text = side(source_side, source_selected, source_language, tables);
  const align::Text target_text = side(target_side, target_selected, target_language, tables);
  const auto path = turned ? align::search(target_text, source_text, tables)
                           : align::search(source_text, target_text, tables);
  std::vector<Bead> beads;
  beads.reserve(path.size());
  for (const auto& [span, score, posterior] : path) {
    Bead bead;
    bead.score = score;
    bead.confidence = posterior;
    const auto& first = turned ? target_selected : source_selected;
    const auto& second = turned ? source_selected : target_selected;
    auto& first_indices = turned ? bead.target : bead.source;
    auto& second_indices = turned ? bead.source : bead.target;
    for (std::size_t k = 0; k < span.source_count; ++k) {
      first_indices.push_back(first[span.source_begin + k]);
    }
    for (std::size_t k = 0; k < span.target_count; ++k) {
      second_indices.push_back(second[span.target_begin + k]);
    }
    beads.push_back(std::move(bead));
  }
  return {std::move(source_side), std::move(target_side), std::move(beads)};
}

}  // namespace duizhao
