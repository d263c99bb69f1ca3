#include "document/layout.hpp"

#include <string>

#include "text/fold.hpp"
#include "text/scripts.hpp"
#include "text/utf8.hpp"

namespace duizhao::document {

bool ends_at_hyphen(std::string_view line, std::string_view next) {
  if (line.size() < 2 || line.back() != '-' ||
      !text::is_word(text::decode_before(line, line.size() - 1).value) ||
      !text::is_lower(text::decode(next, 0).value)) {
    return false;
  }
  const std::string_view word = next.substr(0, next.find(' '));
  return word != "and" && word != "or" && word != "to";
}

std::string visible_text(std::string_view bytes, const Line& line) {
  std::string seen;
  for (const TextRun& run : line.runs) {
    if (run.shown) {
      seen += *run.shown;
    } else {
      seen += bytes.substr(run.range.begin, run.range.size());
    }
  }
  return seen;
}

ByteRange trimmed(std::string_view bytes, ByteRange range) {
  range.begin = text::space_end(bytes, range.begin, range.end);
  range.end = text::text_end(bytes, range.begin, range.end);
  return range;
}

void trim(std::string_view bytes, Line& line) {
  auto& runs = line.runs;
  auto first = runs.begin();
  for (; first != runs.end() && !first->shown; ++first) {
    ByteRange& range = first->range;
    range.begin = text::space_end(bytes, range.begin, range.end);
    if (!range.empty()) break;
  }
  runs.erase(runs.begin(), first);
  while (!runs.empty() && !runs.back().shown) {
    ByteRange& range = runs.back().range;
    range.end = text::text_end(bytes, range.begin, range.end);
    if (!range.empty()) break;
    runs.pop_back();
  }
}

ByteRange physical_line(std::string_view bytes, std::size_t offset, std::size_t& next) {
  std::size_t end = bytes.find('\n', offset);
  next = end == std::string_view::npos ? bytes.size() : end + 1;
  if (end == std::string_view::npos) end = bytes.size();
  if (end > offset && bytes[end - 1] == '\r') --end;
  return {offset, end};
}

}  // namespace duizhao::document
