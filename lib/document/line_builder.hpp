// Lines put together run by run, as readers of markup meet them.
#pragma once

#include <string_view>
#include <vector>

#include "document/layout.hpp"

namespace duizhao::document {

class LineBuilder {
 public:
  explicit LineBuilder(std::string_view bytes) : bytes_(bytes) {}

  /// Adds a run to the line; `strong` if it is strongly emphasised. Runs come in the order of their
  /// bytes.
  void add(TextRun run, bool strong);

  /// Ends the line, if it has any text. `next_continues`: the break is only a wrap.
  void end_line(BlockKind kind, bool next_continues = false);

  /// Whether the line has nothing yet.
  bool at_line_begin() const { return line_.runs.empty(); }

  std::vector<Line> take() { return std::move(lines_); }

 private:
  std::string_view bytes_;
  std::vector<Line> lines_;
  Line line_;
  bool strong_ended_ = false;  // the line has text that is not emphasised
};

/// The characters that an HTML entity such as `&hellip;` or `&#8212;` stands for; the entity itself
/// if there is no such.
std::string decode_entity(std::string_view entity);

}  // namespace duizhao::document
