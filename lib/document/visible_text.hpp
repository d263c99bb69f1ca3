// What a reader sees of a stretch of a document, and where it lies.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "duizhao/document/document.hpp"

namespace duizhao::document {

/// visit(run, part, text) for the visible parts of a range in order: the run, the bytes of the
/// document, and what is seen of them. A run that is shown as something else counts where it lies
/// in the range as a whole.
template <typename Visit>
void for_each_visible(const std::vector<TextRun>& runs, std::string_view bytes, ByteRange range,
                      const Visit& visit) {
  auto run = std::lower_bound(
      runs.begin(), runs.end(), range.begin,
      [](const TextRun& left, std::size_t offset) { return left.range.end <= offset; });
  for (; run != runs.end() && run->range.begin < range.end; ++run) {
    if (run->shown) {
      if (run->range.begin >= range.begin && run->range.end <= range.end) {
        visit(*run, run->range, std::string_view(*run->shown));
      }
    } else {
      const ByteRange part{std::max(run->range.begin, range.begin),
                           std::min(run->range.end, range.end)};
      visit(*run, part, bytes.substr(part.begin, part.size()));
    }
  }
}

/// The visible text of a block or another range, and where each byte of it lies in the document.
/// The document must stay alive.
class VisibleText {
 public:
  VisibleText(const Document& document, ByteRange range);
  VisibleText(const Document& document, const Block& block) : VisibleText(document, block.range) {}
  VisibleText(const VisibleText&) = delete;
  VisibleText& operator=(const VisibleText&) = delete;

  std::string_view text() const { return text_; }

  /// The text with letters in place of what is no prose, as long as it.
  std::string_view prose() const { return masked_.empty() ? text_ : std::string_view(masked_); }

  /// The bytes of the document behind a range of the visible text that is not empty.
  ByteRange in_document(ByteRange seen) const;

 private:
  struct Part {
    std::size_t begin;  // in the visible text
    ByteRange range;    // in the document
    bool shown;         // as something else
  };

  const Part& part_at(std::size_t offset) const;

  std::vector<Part> parts_;
  std::string copy_;
  std::string masked_;  // empty: all is prose
  std::string_view text_;
};

}  // namespace duizhao::document
