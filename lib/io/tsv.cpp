// Tables whose cells are set apart by tabs; tabs and line breaks inside of cells become spaces.
#include <fmt/format.h>

#include "duizhao/io/results.hpp"
#include "io/codecs.hpp"
#include "io/line_file.hpp"
#include "io/sentences.hpp"
#include "io/table.hpp"
#include "text/detect_encoding.hpp"
#include "text/split.hpp"

namespace duizhao {
namespace io {
namespace {}  // namespace

UnitsRead read_tsv(const Input& input) {
  const LineFile file(input.bytes, input.name);
  return read_table(input, [&](const auto& take) {
    for (const Line& line : file.lines()) take({text::split(line.text, '\t'), line});
  });
}

std::unique_ptr<UnitWriter> tsv_writer(ByteSink sink, const WriteUnitsOptions& options) {
  return table_writer(std::move(sink), options, {"\t", "\n", as_field});
}

}  // namespace io

std::string to_tsv(const Alignment& alignment) {
  return to_format(alignment, AlignmentFormat::tsv);
}

}  // namespace duizhao
