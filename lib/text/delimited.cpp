#include "text/delimited.hpp"

#include <csv.h>

#include <algorithm>
#include <new>

#include "duizhao/text/error.hpp"
#include "duizhao/text/messages.hpp"
#include "text/detect_encoding.hpp"

namespace duizhao::text {
namespace {

bool is_no_row(std::string_view line, DelimitedKind kind) {
  const std::size_t first = line.find_first_not_of(" \t\r");
  if (first == std::string_view::npos) return true;
  return kind == DelimitedKind::glossary && line[first] == '#';
}

/// Reads one file through libcsv, a byte at a time so that places are known.
class Reader {
 public:
  Reader(std::string_view bytes, const std::string& name, DelimitedKind kind)
      : bytes_(bytes), name_(name), kind_(kind) {
    if (csv_init(&parser_, CSV_STRICT | CSV_STRICT_FINI | CSV_APPEND_NULL) != 0) {
      throw std::bad_alloc();
    }
  }
  ~Reader() { csv_free(&parser_); }
  Reader(const Reader&) = delete;
  Reader& operator=(const Reader&) = delete;

  std::vector<DelimitedRow> read() {
    const auto on_cell = [](void* cell, std::size_t size, void* self) {
      static_cast<Reader*>(self)->row_.cells.emplace_back(static_cast<char*>(cell), size);
    };
    const auto on_row = [](int, void* self) { static_cast<Reader*>(self)->take_row(); };
    bool delimiter_known = false;
    std::size_t line = 1;
    for (std::size_t at = byte_order_mark(bytes_).size; at < bytes_.size(); ++at) {
      if (row_.cells.empty() && at_line_begin_) {
        std::size_t end = std::min(bytes_.find_first_of("\r\n", at), bytes_.size());
        const std::string_view text = bytes_.substr(at, end - at);
        if (bytes_.substr(end).starts_with("\r\n")) ++end;
        if (is_no_row(text, kind_)) {
          at = end;
          ++line;
          continue;
        }
        const auto has = [&](char c) { return text.find(c) != std::string_view::npos; };
        if (!delimiter_known && !has(',') && !has('\t') && has(';')) csv_set_delim(&parser_, ';');
        if (!delimiter_known && has('\t')) {
          csv_set_delim(&parser_, '\t');
          csv_set_opts(&parser_, CSV_STRICT_FINI | CSV_APPEND_NULL);  // marks inside cells are text
          if (kind_ == DelimitedKind::table) csv_set_quote(&parser_, '\0');
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
  DelimitedKind kind_;
  csv_parser parser_{};
  DelimitedRow row_{};
  std::vector<DelimitedRow> rows_;
  bool at_line_begin_ = true;
};

}  // namespace

std::vector<DelimitedRow> read_delimited(std::string_view bytes, const std::string& name,
                                         DelimitedKind kind) {
  return Reader(bytes, name, kind).read();
}

}  // namespace duizhao::text
