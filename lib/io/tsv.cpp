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
namespace {

std::vector<std::size_t> indices_of(const std::vector<UnitSentence>& sentences) {
  std::vector<std::size_t> indices;
  for (const UnitSentence& each : sentences) indices.push_back(each.index);
  return indices;
}

std::string line_of(const TranslationUnit& unit) {
  return fmt::format("{}\t{}\t{:.4f}\t{:.3f}\t{}\t{}\n", fmt::join(indices_of(unit.source), " "),
                     fmt::join(indices_of(unit.target), " "), unit.confidence, unit.score,
                     as_field(joined(unit.source, unit.source_language)),
                     as_field(joined(unit.target, unit.target_language)));
}

}  // namespace

UnitsRead read_tsv(const Input& input) {
  const LineFile file(input.bytes, input.name);
  return read_table(input, [&](const auto& take) {
    for (const Line& line : file.lines()) take({text::split(line.text, '\t'), line});
  });
}

std::unique_ptr<UnitWriter> tsv_writer(ByteSink sink, const WriteUnitsOptions& options) {
  if (options.byte_order_mark) sink(text::kByteOrderMark);
  sink("source_indices\ttarget_indices\tconfidence\tscore\tsource\ttarget\n");
  return line_writer(std::move(sink), line_of);
}

}  // namespace io

std::string to_tsv(const Alignment& alignment) {
  return to_format(alignment, AlignmentFormat::tsv);
}

}  // namespace duizhao
