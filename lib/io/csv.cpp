// Tables whose cells are set apart by commas (RFC 4180); the same columns as those of TSV.
#include <fmt/format.h>

#include "io/line_file.hpp"
#include "io/sentences.hpp"
#include "io/table.hpp"
#include "text/delimited.hpp"
#include "text/detect_encoding.hpp"
#include "text/encoding.hpp"

namespace duizhao::io {
namespace {

/// A cell, in quotation marks where it needs them.
std::string cell_of(const std::string& text) {
  if (text.find_first_of(",;\t\"\r\n") == std::string::npos && !text.starts_with(' ') &&
      !text.ends_with(' ')) {
    return text;
  }
  std::string cell = "\"";
  for (const char c : text) {
    if (c == '"') cell += '"';
    cell += c;
  }
  return cell + '"';
}

std::string indices_of(const std::vector<UnitSentence>& sentences) {
  std::string list;
  for (const UnitSentence& each : sentences) {
    list += fmt::format("{}{}", list.empty() ? "" : " ", each.index);
  }
  return list;
}

std::string row_of(const TranslationUnit& unit) {
  return fmt::format("{},{},{:.4f},{:.3f},{},{}\r\n", indices_of(unit.source),
                     indices_of(unit.target), unit.confidence, unit.score,
                     cell_of(joined(unit.source, unit.source_language)),
                     cell_of(joined(unit.target, unit.target_language)));
}

}  // namespace

UnitsRead read_csv(const Input& input) {
  const std::string bytes = text::to_utf8(read_all(input.bytes), "auto", input.name);
  return read_table(input, [&](const auto& take) {
    for (const text::DelimitedRow& row :
         text::read_delimited(bytes, input.name, text::DelimitedKind::table)) {
      TableRow cells{{row.cells.begin(), row.cells.end()}, {{}, {input.name, row.line, row.byte}}};
      take(cells);
    }
  });
}

std::unique_ptr<UnitWriter> csv_writer(ByteSink sink, const WriteUnitsOptions& options) {
  if (options.byte_order_mark) sink(text::kByteOrderMark);
  sink("source_indices,target_indices,confidence,score,source,target\r\n");
  return line_writer(std::move(sink), row_of);
}

}  // namespace duizhao::io
