#include "duizhao/lexicon/glossary.hpp"

#include <csv.h>
#include <fmt/format.h>

#include <algorithm>
#include <initializer_list>
#include <new>

#include "duizhao/text/messages.hpp"
#include "lexicon/tbx.hpp"
#include "text/detect_encoding.hpp"
#include "text/fold.hpp"
#include "text/utf8.hpp"

namespace duizhao {
namespace {

/// A line's cells, and where the line begins.
struct Row {
  std::vector<std::string> cells;
  std::size_t line;
  std::size_t byte;
};

bool is_comment(std::string_view line) {
  const std::size_t first = line.find_first_not_of(" \t\r");
  return first == std::string_view::npos || line[first] == '#';
}

/// Reads one file through libcsv, a byte at a time so that places are known.
class Reader {
 public:
  Reader(std::string_view bytes, const std::string& name) : bytes_(bytes), name_(name) {
    if (csv_init(&parser_, CSV_STRICT | CSV_STRICT_FINI | CSV_APPEND_NULL) != 0) {
      throw std::bad_alloc();
    }
  }
  ~Reader() { csv_free(&parser_); }
  Reader(const Reader&) = delete;
  Reader& operator=(const Reader&) = delete;

  std::vector<Row> read() {
    const auto on_cell = [](void* cell, std::size_t size, void* self) {
      static_cast<Reader*>(self)->row_.cells.emplace_back(static_cast<char*>(cell), size);
    };
    const auto on_row = [](int, void* self) { static_cast<Reader*>(self)->take_row(); };
    bool delimiter_known = false;
    std::size_t line = 1;
    for (std::size_t at = text::byte_order_mark(bytes_).size; at < bytes_.size(); ++at) {
      if (row_.cells.empty() && at_line_begin_) {
        const std::size_t end = std::min(bytes_.find('\n', at), bytes_.size());
        const std::string_view text = bytes_.substr(at, end - at);
        if (is_comment(text)) {
          at = end;
          ++line;
          continue;
        }
        if (!delimiter_known && text.find('\t') != std::string_view::npos) {
          csv_set_delim(&parser_, '\t');
          csv_set_opts(&parser_, CSV_STRICT_FINI | CSV_APPEND_NULL);  // marks inside cells are text
          csv_set_space_func(&parser_, [](unsigned char c) { return static_cast<int>(c == ' '); });
        }
        delimiter_known = true;
        row_.line = line;
        row_.byte = at;
        at_line_begin_ = false;
      }
      if (csv_parse(&parser_, &bytes_[at], 1, on_cell, on_row, this) != 1) fail(line, at);
      line += bytes_[at] == '\n';
    }
    if (csv_fini(&parser_, on_cell, on_row, this) != 0) fail(line, bytes_.size());
    return std::move(rows_);
  }

 private:
  void take_row() {
    rows_.push_back(std::move(row_));
    row_ = {};
    at_line_begin_ = true;
  }

  [[noreturn]] void fail(std::size_t line, std::size_t byte) const {
    throw Error(ErrorCode::format, {name_, line, byte},
                translate("expected comma-separated values with quotation marks in pairs"));
  }

  std::string_view bytes_;
  const std::string& name_;
  csv_parser parser_{};
  Row row_{};
  std::vector<Row> rows_;
  bool at_line_begin_ = true;
};

bool is_one_of(const std::string& cell, std::initializer_list<std::string_view> names) {
  return std::ranges::find(names, std::string_view(cell)) != names.end();
}

bool is_column_name(const std::string& cell) {
  return is_one_of(text::fold_case(cell),
                   {"source", "target", "term", "translation", "zh", "en", "chinese", "english",
                    "中文", "英文", "原文", "译文", "术语"});
}

/// Whether a third column of that name holds renderings that must not be used; without a name it
/// does.
bool names_forbidden(const std::string& cell) {
  return is_one_of(text::fold_case(cell), {"", "forbidden", "forbidden target", "forbidden_target",
                                           "avoid", "deprecated", "not", "禁用", "禁用译法"});
}

/// The renderings of a cell: several are separated by | or ;.
std::vector<std::string> renderings(const std::string& cell) {
  std::vector<std::string> list;
  for (std::size_t at = 0; at <= cell.size();) {
    const std::size_t end = std::min(cell.find_first_of("|;", at), cell.size());
    const std::size_t first = std::min(cell.find_first_not_of(' ', at), end);
    std::size_t last = end;
    while (last > first && cell[last - 1] == ' ') --last;
    if (last > first) list.push_back(cell.substr(first, last - first));
    at = end + 1;
  }
  return list;
}

std::vector<Term> terms_of(std::vector<Row> rows, const std::string& name) {
  std::vector<Term> terms;
  bool third_forbidden = true;
  bool first = true;
  for (Row& row : rows) {
    const ErrorPlace place{name, row.line, row.byte};
    row.cells.resize(std::max<std::size_t>(row.cells.size(), 3));
    const bool names = first && is_column_name(row.cells[0]) && is_column_name(row.cells[1]);
    first = false;
    if (names) {
      third_forbidden = names_forbidden(row.cells[2]);
      continue;
    }
    const auto allowed = renderings(row.cells[1]);
    const auto forbidden = third_forbidden ? renderings(row.cells[2]) : std::vector<std::string>();
    if (row.cells[0].empty() || (allowed.empty() && forbidden.empty())) {
      throw Error(ErrorCode::format, place, translate("expected a term and its rendering"));
    }
    for (const std::string& target : allowed) {
      terms.push_back({row.cells[0], target, place, false});
    }
    for (const std::string& target : forbidden) {
      terms.push_back({row.cells[0], target, place, true});
    }
  }
  return terms;
}

}  // namespace

std::vector<Term> parse_glossary(std::string_view bytes, const std::string& name) {
  if (const auto fault = text::find_fault(bytes)) {
    throw Error(ErrorCode::decoding, {name, text::line_at(bytes, fault->byte), fault->byte},
                text::explain(bytes, *fault));
  }
  const std::size_t first =
      std::min(bytes.find_first_not_of(" \t\r\n", text::byte_order_mark(bytes).size), bytes.size());
  if (bytes.substr(first).starts_with('<')) return lexicon::parse_tbx(bytes, name);
  return terms_of(Reader(bytes, name).read(), name);
}

}  // namespace duizhao
