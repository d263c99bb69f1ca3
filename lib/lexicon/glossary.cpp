#include "duizhao/lexicon/glossary.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <initializer_list>

#include "duizhao/text/messages.hpp"
#include "lexicon/tbx.hpp"
#include "text/delimited.hpp"
#include "text/detect_encoding.hpp"
#include "text/fold.hpp"
#include "text/utf8.hpp"

namespace duizhao {
namespace {

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

std::vector<Term> terms_of(std::vector<text::DelimitedRow> rows, const std::string& name) {
  std::vector<Term> terms;
  bool third_forbidden = true;
  bool first = true;
  for (text::DelimitedRow& row : rows) {
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
  return terms_of(text::read_delimited(bytes, name, text::DelimitedKind::glossary), name);
}

}  // namespace duizhao
