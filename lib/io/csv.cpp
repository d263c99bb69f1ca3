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
  return table_writer(std::move(sink), options, {",", "\r\n", cell_of});
}

}  // namespace duizhao::io
