// One side of a file of units as a document.
#pragma once

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include "duizhao/segment/segmenter.hpp"
#include "text/scripts.hpp"

namespace duizhao::io {

/// Collects the texts of a side, each a sentence and a block of its own.
class UnitsDocument {
 public:
  /// `language` is the document's; empty: that of the first text that has one.
  explicit UnitsDocument(const std::string& language = {}) { parts_.language = language; }

  /// A text: its bytes of the document, its visible runs among them, and the tag of its language,
  /// which may be empty. Gives the index of its sentence.
  std::size_t add(ByteRange range, std::vector<TextRun> runs, const std::string& language) {
    Block block;
    block.kind = BlockKind::line;
    block.range = range;
    block.first_run = parts_.runs.size();
    block.run_count = runs.size();
    block.language = text::primary_language(language);
    if (parts_.language.empty()) parts_.language = block.language;
    if (block.language.empty()) block.language = parts_.language;
    parts_.runs.insert(parts_.runs.end(), std::make_move_iterator(runs.begin()),
                       std::make_move_iterator(runs.end()));
    sentences_.push_back({range, parts_.blocks.size()});
    parts_.blocks.push_back(block);
    return sentences_.size() - 1;
  }

  SegmentedDocument finish(std::string bytes, const std::string& name) {
    parts_.bytes = std::move(bytes);
    parts_.name = name;
    return {Document(std::move(parts_)), std::move(sentences_)};
  }

 private:
  Document::Parts parts_;
  std::vector<Sentence> sentences_;
};

}  // namespace duizhao::io
