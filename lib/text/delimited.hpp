// Tables whose cells are set apart by commas (RFC 4180) or tabs, read by libcsv.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace duizhao::text {

/// A row's cells, and where it begins.
struct DelimitedRow {
  std::vector<std::string> cells;
  std::size_t line;  ///< from 1
  std::size_t byte;
};

/// What people write in it.
enum class DelimitedKind {
  table,     ///< texts: quotation marks between tabs are theirs
  glossary,  ///< terms: lines that begin with # are comments, cells between tabs may be quoted, too
};

/// The rows of a table in UTF-8; blank lines are none. It is separated by tabs if its first row has
/// one, by semicolons if that has one and no comma, else by commas. Throws Error (format) with line
/// and byte for quotation marks that are not in pairs. Linear.
std::vector<DelimitedRow> read_delimited(std::string_view bytes, const std::string& name,
                                         DelimitedKind kind);

}  // namespace duizhao::text
