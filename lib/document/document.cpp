#include "duizhao/document/document.hpp"

#include <algorithm>

#include "document/visible_text.hpp"

namespace duizhao {
namespace {

std::vector<std::size_t> line_begins(std::string_view bytes) {
  std::vector<std::size_t> begins = {0};
  for (std::size_t feed = bytes.find('\n'); feed != std::string_view::npos;
       feed = bytes.find('\n', feed + 1)) {
    begins.push_back(feed + 1);
  }
  return begins;
}

}  // namespace

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

Document::Document(Parts parts) {
  std::vector<std::size_t> begins = line_begins(parts.bytes);
  data_ = std::make_shared<const Data>(Data{std::move(parts), std::move(begins)});
}

std::span<const TextRun> Document::runs(const Block& block) const {
  return std::span(data_->parts.runs).subspan(block.first_run, block.run_count);
}

std::string Document::text(ByteRange range) const {
  std::string seen;
  document::for_each_visible(data_->parts.runs, data_->parts.bytes, range,
                             [&](ByteRange, std::string_view part) { seen += part; });
  return seen;
}

std::size_t Document::line_of(std::size_t offset) const {
  const std::vector<std::size_t>& begins = data_->line_begins;
  return static_cast<std::size_t>(std::ranges::upper_bound(begins, offset) - begins.begin());
}

}  // namespace duizhao
