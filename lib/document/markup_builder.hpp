// The layout of a text in a light markup language, put together as its lines are read.
#pragma once

#include <string_view>

#include "document/layout.hpp"
#include "document/line_builder.hpp"

namespace duizhao::document {

/// Collects lines and what is none of them. All ranges come in the order of their bytes.
class MarkupBuilder {
 public:
  explicit MarkupBuilder(std::string_view bytes) : bytes_(bytes), lines_(bytes) {}

  /// Words of the line, addresses among them.
  void words(ByteRange range);

  /// Code or a formula inside of the line.
  void opaque(RunKind kind, ByteRange range) { lines_.add({range, {}, kind}, strong_); }

  /// What is no text.
  void matter(ByteRange range);

  /// Strong emphasis begins or ends.
  void toggle_strong() { strong_ = !strong_; }

  /// Ends a line that the next one may go on with, in a paragraph of several.
  void end_line(BlockKind kind) {
    lines_.end_line(kind, true);
    strong_ = false;
  }

  /// Ends a paragraph, if one is open.
  void end_block() { lines_.end_line(BlockKind::paragraph, false); }

  /// A block of code or a displayed formula, without the white space around it.
  void displayed(BlockKind kind, ByteRange range);

  /// Something is wrong with the markup.
  void fault(MarkupFault fault, std::size_t offset) { faults_.push_back({fault, offset}); }

  Layout finish();

 private:
  std::string_view bytes_;
  LineBuilder lines_;
  std::vector<ByteRange> matter_;
  std::vector<MarkupNote> faults_;
  bool strong_ = false;
};

}  // namespace duizhao::document
