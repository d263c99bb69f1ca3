#include "duizhao/document.hpp"

#include "document/visible_text.hpp"
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
  std::string seen;
  document::for_each_visible(parts_->runs, parts_->bytes, range,
                             [&](ByteRange, std::string_view part) { seen += part; });
  return seen;
}

std::size_t Document::line_of(std::size_t offset) const {
  return text::line_at(parts_->bytes, offset);
}

}  // namespace duizhao
