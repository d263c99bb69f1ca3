// The layout of a text in a light markup language, put together as its lines are read.
#pragma once

#include <algorithm>
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

/// Walks along a line and shows its words, but for the marks that a language cuts out of it.
class LineWalk {
 protected:
  LineWalk(std::string_view bytes, ByteRange line, MarkupBuilder& out)
      : bytes_(bytes), line_(line), out_(out), shown_(line.begin) {}

  /// Calls `pass` at each of some marks, which gives the place behind what it has read, and shows
  /// the words that are left.
  template <typename Pass>
  void walk(std::string_view marks, Pass pass) {
    for (std::size_t at = next_of(marks, line_.begin); at < line_.end; at = next_of(marks, at)) {
      at = pass(at);
    }
    out_.words({shown_, line_.end});
  }

  /// The line from a place on.
  std::string_view rest(std::size_t at) const { return bytes_.substr(at, line_.end - at); }

  /// The next place of one of some marks; the line's end if there is none.
  std::size_t next_of(std::string_view marks, std::size_t at) const {
    return at + std::min(rest(at).find_first_of(marks), line_.end - at);
  }

  /// Shows the words before `at`, and goes on behind `end`, which it gives.
  std::size_t cut(std::size_t at, std::size_t end) {
    out_.words({shown_, at});
    shown_ = end;
    return end;
  }

  /// Takes [at, end) out as no text.
  std::size_t hide(std::size_t at, std::size_t end) {
    cut(at, end);
    out_.matter({at, end});
    return end;
  }

  std::string_view bytes_;
  ByteRange line_;
  MarkupBuilder& out_;
  std::size_t shown_;  // so far the words have been passed on
};

}  // namespace duizhao::document
