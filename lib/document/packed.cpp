#include "document/packed.hpp"

#include <iterator>

namespace duizhao::document {

std::optional<InputFormat> packed_format(const text::Archive& archive) {
  if (archive.contains("META-INF/container.xml")) return InputFormat::epub;
  if (archive.contains("word/document.xml")) return InputFormat::docx;
  return std::nullopt;
}

void append(PackedText& text, std::string_view bytes, Layout layout) {
  const std::size_t offset = text.bytes.size();
  const auto moved = [offset](ByteRange range) {
    return ByteRange{range.begin + offset, range.end + offset};
  };
  for (Line& line : layout.lines) {
    for (TextRun& run : line.runs) run.range = moved(run.range);
  }
  for (ByteRange& range : layout.matter) range = moved(range);
  for (MarkupNote& note : layout.faults) note.offset += offset;
  const auto add = [](auto& all, auto& more) {
    all.insert(all.end(), std::make_move_iterator(more.begin()),
               std::make_move_iterator(more.end()));
  };
  add(text.layout.lines, layout.lines);
  add(text.layout.matter, layout.matter);
  add(text.layout.faults, layout.faults);
  text.bytes += bytes;
  if (!bytes.ends_with('\n')) text.bytes += '\n';
}

}  // namespace duizhao::document
