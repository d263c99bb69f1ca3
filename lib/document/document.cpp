#include "duizhao/document.hpp"

#include <algorithm>

#include "text/utf8.hpp"

namespace duizhao {

std::string_view name_of(BlockKind kind) {
  switch (kind) {
    case BlockKind::paragraph:
      return "paragraph";
    case BlockKind::heading:
      return "heading";
    case BlockKind::list_item:
      return "list_item";
    case BlockKind::blockquote:
      return "blockquote";
    case BlockKind::table_cell:
      return "table_cell";
    case BlockKind::code:
      return "code";
    case BlockKind::line:
      return "line";
  }
  return {};
}

Document::Document() : Document(Parts{}) {}

Document::Document(Parts parts) : parts_(std::make_shared<const Parts>(std::move(parts))) {}

std::span<const TextRun> Document::runs(const Block& block) const {
  return std::span(parts_->runs).subspan(block.first_run, block.run_count);
}

std::string Document::text(ByteRange range) const {
  const auto& runs = parts_->runs;
  std::string seen;
  auto run = std::lower_bound(
      runs.begin(), runs.end(), range.begin,
      [](const TextRun& left, std::size_t offset) { return left.range.end <= offset; });
  for (; run != runs.end() && run->range.begin < range.end; ++run) {
    if (run->shown) {
      if (run->range.begin >= range.begin && run->range.end <= range.end) seen += *run->shown;
    } else {
      const std::size_t begin = std::max(run->range.begin, range.begin);
      const std::size_t end = std::min(run->range.end, range.end);
      seen.append(parts_->bytes, begin, end - begin);
    }
  }
  return seen;
}

std::size_t Document::line_of(std::size_t offset) const {
  return text::line_at(parts_->bytes, offset);
}

}  // namespace duizhao
