#include "duizhao/segment/segmenter.hpp"

#include "document/visible_text.hpp"
#include "segment/boundaries.hpp"
#include "segment/icu_breaks.hpp"
#include "segment/word_lists.hpp"

namespace duizhao {
SegmentedDocument::SegmentedDocument(Document document, std::vector<Sentence> sentences)
    : document_(std::move(document)),
      sentences_(std::make_shared<const std::vector<Sentence>>(std::move(sentences))) {}

std::string SegmentedDocument::text(std::size_t index) const {
  return document_.text((*sentences_)[index].range);
}

const Block& SegmentedDocument::block(std::size_t index) const {
  return document_.blocks()[(*sentences_)[index].block];
}

std::size_t SegmentedDocument::line(std::size_t index) const {
  return document_.line_of((*sentences_)[index].range.begin);
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
    const document::VisibleText seen(document, block);
    for (const ByteRange& range : state_->split(seen.text(), block.language, finder)) {
      sentences.push_back({seen.in_document(range), i});
    }
  }
  return {document, std::move(sentences)};
}

std::vector<ByteRange> Segmenter::split(std::string_view text, const std::string& language) const {
  segment::StopFinder finder(state_->stops);
  return state_->split(text, language, finder);
}

}  // namespace duizhao
