// One sentence a line: line numbers and sentence indices agree, whatever the lines hold.
#include "document/layout.hpp"

namespace duizhao::document {

Layout read_sentence_lines(std::string_view bytes, std::size_t begin) {
  std::vector<Line> lines;
  for (std::size_t next = begin; next < bytes.size();) {
    lines.push_back({.kind = BlockKind::line, .runs = {{physical_line(bytes, next, next), {}}}});
  }
  return {.lines = std::move(lines)};
}

}  // namespace duizhao::document
