#include "duizhao/segment/segmenter.hpp"

#include <algorithm>

#include "document/layout.hpp"
#include "document/opaque.hpp"
#include "document/visible_text.hpp"
#include "duizhao/text/error.hpp"
#include "duizhao/text/messages.hpp"
#include "segment/boundaries.hpp"
#include "segment/icu_breaks.hpp"
#include "segment/word_lists.hpp"

namespace duizhao {

SegmentedDocument::SegmentedDocument(Document document, std::vector<Sentence> sentences)
    : document_(std::move(document)) {
  std::size_t end = 0;
  for (const Sentence& sentence : sentences) {
    const auto& [range, block] = sentence;
    const bool ordered = end <= range.begin && range.begin <= range.end;
    const bool inside = block < document_.blocks().size() &&
                        document_.blocks()[block].range.begin <= range.begin &&
                        range.end <= document_.blocks()[block].range.end;
    if (!ordered || !inside) {
      throw Error(ErrorCode::content, {document_.name(), {}, range.begin},
                  translate("expected sentences in order, each inside its block"));
    }
    end = range.end;
  }
  sentences_ = std::make_shared<const std::vector<Sentence>>(std::move(sentences));
}

SegmentedDocument SegmentedDocument::from_sentences(const std::vector<std::string>& sentences,
                                                    const std::string& language, std::string name) {
  std::string bytes;
  document::Layout layout;
  std::vector<Sentence> places;
  for (const std::string& sentence : sentences) {
    const std::size_t begin = bytes.size();
    bytes += sentence;
    layout.lines.push_back({.kind = BlockKind::line, .runs = {{{begin, bytes.size()}, {}}}});
    places.push_back({{begin, bytes.size()}, places.size()});
    bytes += '\n';
  }
  Document document(
      document::assemble(std::move(bytes), std::move(name), std::move(layout), language));
  return {std::move(document), std::move(places)};
}

const std::vector<Sentence>& SegmentedDocument::none() {
  static const std::vector<Sentence> kNone;
  return kNone;
}

std::string SegmentedDocument::text(std::size_t index) const {
  return document_.text(sentences()[index].range);
}

const Block& SegmentedDocument::block(std::size_t index) const {
  return document_.blocks()[sentences()[index].block];
}

ByteRange SegmentedDocument::in_document(std::size_t index, ByteRange seen) const {
  const ByteRange sentence = sentences()[index].range;
  const document::VisibleText visible(document_, sentence);
  seen.end = std::min(seen.end, visible.text().size());
  seen.begin = std::min(seen.begin, seen.end);
  if (seen.empty()) return {sentence.end, sentence.end};
  return visible.in_document(seen);
}

std::size_t SegmentedDocument::line(std::size_t index) const {
  return document_.line_of(sentences()[index].range.begin);
}

struct Segmenter::State {
  SegmentOptions options;
  segment::WordLists words;
  segment::StopFinder stops;  // copied for each use

  std::vector<ByteRange> split(std::string_view text, const std::string& language,
                               segment::StopFinder& finder) const {
    if (text.empty()) return {};
    if (options.rules) return segment::between(text, options.rules->breaks(text, language));
    if (!language.empty() && language != "zh" && language != "en") {
      return segment::icu_sentences(text, language);
    }
    return segment::find_sentences(text, finder.find(text), words, options);
  }
};

Segmenter::Segmenter(SegmentOptions options)
    : state_(std::make_unique<const State>(State{std::move(options), {}, {}})) {}
Segmenter::~Segmenter() = default;
Segmenter::Segmenter(Segmenter&&) noexcept = default;
Segmenter& Segmenter::operator=(Segmenter&&) noexcept = default;

SegmentedDocument Segmenter::segment(const Document& document) const {
  segment::StopFinder finder(state_->stops);
  std::vector<Sentence> sentences;
  for (std::size_t i = 0; i < document.blocks().size(); ++i) {
    const Block& block = document.blocks()[i];
    if (block.kind == BlockKind::line) {
      sentences.push_back({block.range, i});
      continue;
    }
    if (block.kind == BlockKind::code || block.kind == BlockKind::formula) {
      if (state_->options.code_and_formulas) sentences.push_back({block.range, i});
      continue;
    }
    const document::VisibleText seen(document, block);
    for (const ByteRange& range : state_->split(seen.prose(), block.language, finder)) {
      sentences.push_back({seen.in_document(range), i});
    }
  }
  return {document, std::move(sentences)};
}

std::vector<ByteRange> Segmenter::split(std::string_view text, const std::string& language) const {
  segment::StopFinder finder(state_->stops);
  const auto opaque = document::find_opaque(text, {0, text.size()}, document::OpaqueMarks::all);
  if (opaque.empty()) return state_->split(text, language, finder);
  std::string prose(text);
  for (const document::Opaque& each : opaque) document::mask(prose, each.range);
  return state_->split(prose, language, finder);
}

}  // namespace duizhao
