// What a reader sees of a block, and where it lies.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "duizhao/document.hpp"

namespace duizhao::document {

/// The visible text of a block, and where each byte of it lies in the document. The document must
/// stay alive.
class VisibleText {
 public:
  VisibleText(const Document& document, const Block& block);
  VisibleText(const VisibleText&) = delete;
  VisibleText& operator=(const VisibleText&) = delete;

  std::string_view text() const { return text_; }

  /// The bytes of the document behind a range of the visible text that is not empty.
  ByteRange in_document(ByteRange seen) const;

 private:
  std::size_t run_at(std::size_t offset) const;

  std::span<const TextRun> runs_;
  std::vector<std::size_t> begins_;  // of each run, in the visible text
  std::string copy_;
  std::string_view text_;
};

}  // namespace duizhao::document
