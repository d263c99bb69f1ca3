#include "duizhao/segmenter.hpp"

#include <algorithm>

#include "segment/boundaries.hpp"
#include "segment/icu_breaks.hpp"
#include "segment/word_lists.hpp"

namespace duizhao {
namespace {

/// The visible text of a block, and where each byte of it lies in the document.
class VisibleText {
 public:
  VisibleText(const Document& document, const Block& block) : runs_(document.runs(block)) {
    const std::string_view bytes = document.bytes();
    if (runs_.size() == 1 && !runs_.front().shown) {  // plain text: no copy
      begins_.push_back(0);
      text_ = bytes.substr(runs_.front().range.begin, runs_.front().range.size());
      return;
    }
    for (const TextRun& run : runs_) {
      begins_.push_back(copy_.size());
      if (run.shown) {
        copy_ += *run.shown;
      } else {
        copy_.append(bytes, run.range.begin, run.range.size());
      }
    }
    text_ = copy_;
  }
  VisibleText(const VisibleText&) = delete;
  VisibleText& operator=(const VisibleText&) = delete;

  std::string_view text() const { return text_; }

  /// The bytes of the document behind a range of the visible text that is not empty.
  ByteRange in_document(ByteRange seen) const {
    const std::size_t first = run_at(seen.begin);
    const std::size_t last = run_at(seen.end - 1);
    return {runs_[first].shown ? runs_[first].range.begin
                               : runs_[first].range.begin + (seen.begin - begins_[first]),
            runs_[last].shown ? runs_[last].range.end
                              : runs_[last].range.begin + (seen.end - begins_[last])};
  }

 private:
  std::size_t run_at(std::size_t offset) const {
    const auto after = std::upper_bound(begins_.begin(), begins_.end(), offset);
    return static_cast<std::size_t>(after - begins_.begin()) - 1;
  }

  std::span<const TextRun> runs_;
  std::vector<std::size_t> begins_;  // of each run, in the visible text
  std::string copy_;
  std::string_view text_;
};

}  // namespace

SegmentedDocument::SegmentedDocument(Document document, std::vector<Sentence> sentences)
    : document_(std::move(document)),
      sentences_(std::make_shared<const std::vector<Sentence>>(std::move(sentences))) {}

std::string SegmentedDocument::text(std::size_t index) const {
  return document_.text((*sentences_)[index].range);
}

const Block& SegmentedDocument::block(std::size_t index) const {
  return document_.blocks()[(*sentences_)[index].block];
}

struct Segmenter::State {
  SegmentOptions options;
  segment::WordLists words;
  segment::StopFinder stops;  // copied for each use

  std::vector<ByteRange> split(std::string_view text, const std::string& language,
                               segment::StopFinder& finder) const {
    if (text.empty()) return {};
    if (!language.empty() && language != "zh" && language != "en") {
      return segment::icu_sentences(text, language);
    }
    return segment::find_sentences(text, finder.find(text), words, options);
  }
};

Segmenter::Segmenter(SegmentOptions options)
    : state_(std::make_unique<const State>(State{options, {}, {}})) {}
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
    const VisibleText seen(document, block);
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
