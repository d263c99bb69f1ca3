#include "document/layout.hpp"

#include <string>

#include "text/scripts.hpp"
#include "text/utf8.hpp"

namespace duizhao::document {

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

void trim(std::string_view bytes, Line& line) {
  auto& runs = line.runs;
  while (!runs.empty() && !runs.front().shown) {
    ByteRange& range = runs.front().range;
    if (range.empty()) break;
    const auto [code_point, size] = text::decode(bytes, range.begin);
    if (!text::is_space(code_point)) break;
    range.begin += size;
    if (range.empty()) runs.erase(runs.begin());
  }
  while (!runs.empty() && !runs.back().shown) {
    ByteRange& range = runs.back().range;
    if (range.empty()) break;
    const auto [code_point, size] = text::decode_before(bytes, range.end);
    if (!text::is_space(code_point)) break;
    range.end -= size;
    if (range.empty()) runs.pop_back();
  }
  std::erase_if(runs, [](const TextRun& run) { return !run.shown && run.range.empty(); });
}

ByteRange physical_line(std::string_view bytes, std::size_t offset, std::size_t& next) {
  std::size_t end = bytes.find('\n', offset);
  next = end == std::string_view::npos ? bytes.size() : end + 1;
  if (end == std::string_view::npos) end = bytes.size();
  if (end > offset && bytes[end - 1] == '\r') --end;
  return {offset, end};
}

}  // namespace duizhao::document
