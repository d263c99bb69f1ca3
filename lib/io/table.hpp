// Tables of units: a header that names source and target, or the languages of columns; two columns
// without one are source and target.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "io/codecs.hpp"
#include "io/line_file.hpp"

namespace duizhao::io {

/// A row of a table.
struct TableRow {
  std::vector<std::string_view> cells;
  Line line;  ///< the cells lie in its text, or it has no text
};

/// Hands the rows of a table to a function, the header first.
using RowSource = std::function<void(const std::function<void(const TableRow&)>&)>;

/// Reads units. Columns: source and target, or those of the languages that are asked for, else the
/// first two; source_indices, target_indices, confidence, score where there are such. What other
/// columns of languages hold is counted as left out. Throws Error (format) with the place of the
/// row.
UnitsRead read_table(const Input& input, const RowSource& rows);

/// How cells are written.
struct TableStyle {
  std::string_view between;
  std::string_view end;                             ///< of a row
  std::function<std::string(std::string)> cell_of;  ///< a text as a cell
};

/// A writer of the columns that read_table knows, with a header.
std::unique_ptr<UnitWriter> table_writer(ByteSink sink, const WriteUnitsOptions& options,
                                         TableStyle style);

}  // namespace duizhao::io
