#include "document/front_matter.hpp"

#include <algorithm>
#include <array>

#include "text/ascii.hpp"

namespace duizhao::document {
namespace {

/// A field of a line, such as `title: "On cats"`.
struct Field {
  std::string_view name;
  ByteRange value;  // without quotation marks
};

Field read_field(std::string_view bytes, ByteRange line, char sign) {
  const std::string_view text = bytes.substr(line.begin, line.size());
  const std::size_t at = text.find(sign);
  if (at == std::string_view::npos) return {};
  std::string_view name = text.substr(0, at);
  while (name.ends_with(' ')) name.remove_suffix(1);
  if (name.find_first_of(" .?!") != std::string_view::npos) return {};
  Line value{.runs = {{{line.begin + at + 1, line.end}, {}}}};
  trim(bytes, value);
  if (value.runs.empty()) return {name, {}};
  ByteRange range = value.runs.front().range;
  const char mark = bytes[range.begin];
  if ((mark == '"' || mark == '\'') && range.size() > 1 && bytes[range.end - 1] == mark) {
    ++range.begin;
    --range.end;
  }
  return {name, range};
}

/// Whether a value is a text of its own line, not a list, a block or a reference.
bool is_text(std::string_view value) {
  return !value.empty() && std::string_view("[{>|&*").find(value.front()) == std::string_view::npos;
}

}  // namespace

std::size_t read_front_matter(std::string_view bytes, std::size_t begin, Layout& layout) {
  std::size_t next = begin;
  const ByteRange first = physical_line(bytes, begin, next);
  const std::string_view mark = bytes.substr(first.begin, first.size());
  if (mark != "---" && mark != "+++") return begin;
  bool has_field = false;
  std::vector<Line> lines;
  while (next < bytes.size()) {
    const ByteRange line = physical_line(bytes, next, next);
    const std::string_view text = bytes.substr(line.begin, line.size());
    if (text == mark || text == "...") {
      if (!has_field) return begin;
      std::size_t from = begin;
      for (const Line& each : lines) {
        const ByteRange& value = each.runs.front().range;
        layout.matter.push_back({from, value.begin});
        from = value.end;
      }
      layout.matter.push_back({from, line.end});
      layout.lines = std::move(lines);
      return next;
    }
    const Field field = read_field(bytes, line, mark == "---" ? ':' : '=');
    has_field = has_field || !field.name.empty();
    const bool indented = text.starts_with(' ') || text.starts_with('\t');
    if (indented || !is_text(bytes.substr(field.value.begin, field.value.size()))) continue;
    constexpr auto kTitles = std::to_array<std::string_view>({"title", "subtitle"});
    const std::string name = text::ascii_lower(field.name);
    const bool title = std::find(kTitles.begin(), kTitles.end(), name) != kTitles.end();
    if (!title && name != "description") continue;
    lines.push_back(
        {.kind = title ? BlockKind::heading : BlockKind::paragraph, .runs = {{field.value, {}}}});
  }
  // A rule at the top of a text is no fault: fields follow each other without an empty line.
  std::size_t second = begin;
  physical_line(bytes, begin, second);
  const ByteRange line = physical_line(bytes, second, next);
  if (!read_field(bytes, line, mark == "---" ? ':' : '=').name.empty()) {
    layout.faults.push_back({MarkupFault::unclosed_front_matter, begin});
  }
  return begin;
}

}  // namespace duizhao::document
