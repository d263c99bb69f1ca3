#include "check/evidence/number_words.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <string>
#include <vector>

#include "check/evidence/number_mentions.hpp"
#include "mentions/approximation.hpp"
#include "text/embedded.hpp"
#include "text/split.hpp"

namespace duizhao::check {

namespace {

/// A row of the tables numbers-in-english.tsv and numbers-in-chinese.tsv.
struct NumberRow {
  std::string_view kind;
  double low = -std::numeric_limits<double>::infinity();
  double high = std::numeric_limits<double>::infinity();
  std::string_view beside;  // empty: nothing is asked for
  std::vector<std::string_view> words;
};

std::vector<NumberRow> rows_of(std::string_view table) {
  std::vector<NumberRow> rows;
  for (const std::string_view line : text::entries(table)) {
    const auto cells = text::split(line, '\t');
    NumberRow row;
    row.kind = cells.at(0);
    const std::string_view value = cells.at(1);
    const std::size_t dots = value.find("..");
    if (value != "-") {
      row.low = text::number_in(value.substr(0, dots));
      if (dots == std::string_view::npos) row.high = row.low;
      if (dots != std::string_view::npos && dots + 2 < value.size()) {
        row.high = text::number_in(value.substr(dots + 2));
      }
    }
    if (cells.at(2) != "-") row.beside = cells.at(2);
    row.words = text::split(cells.at(3), ' ');
    rows.push_back(std::move(row));
  }
  return rows;
}

/// Whether a row speaks of such a quantity, whatever stands beside it.
bool speaks_of(const NumberRow& row, const Quantity& quantity) {
  const bool exact = quantity.low == quantity.high;
  const bool early = quantity.kind == QuantityKind::ordinal && quantity.low <= 3;
  const bool fits = row.kind == "exact"   ? exact && !early && quantity.kind != QuantityKind::month
                    : row.kind == "range" ? !exact
                    : row.kind == "ordinal" ? exact && early
                                            : row.kind == name_of(quantity.kind);
  return fits && row.low <= quantity.low && quantity.low <= row.high;
}

bool has(std::string_view text, std::string_view part) {
  return text.find(part) != std::string_view::npos;
}

}  // namespace

bool is_in_english_words(const Quantity& quantity, std::string_view chinese,
                         const WordSearch& english) {
  static const std::vector<NumberRow> kRows = rows_of(text::kNumbersInEnglish);
  constexpr std::size_t kReach = 9;  // bytes: three characters
  const std::string_view near = mentions::around(chinese, quantity.range, kReach);
  return std::ranges::any_of(kRows, [&](const NumberRow& row) {
    return speaks_of(row, quantity) && has(near, row.beside) && english.any(row.words);
  });
}

bool is_in_chinese_words(const Quantity& quantity, std::string_view english,
                         std::string_view chinese) {
  static const std::vector<NumberRow> kRows = rows_of(text::kNumbersInChinese);
  return std::ranges::any_of(kRows, [&](const NumberRow& row) {
    return speaks_of(row, quantity) && has(english, row.beside) &&
           std::ranges::any_of(row.words,
                               [&](std::string_view word) { return has(chinese, word); });
  });
}

bool is_measured(std::string_view text, const Quantity& quantity, bool chinese) {
  static const auto kChinese = text::section(text::kNumberContexts, "chinese units");
  static const auto kEnglish = text::section(text::kNumberContexts, "english units");
  std::string_view behind = text.substr(quantity.range.end);
  while (behind.starts_with(' ') || behind.starts_with('-')) behind.remove_prefix(1);
  for (const std::string_view more : {"多", "余", "来", "square "}) {
    if (behind.starts_with(more)) behind.remove_prefix(more.size());
  }
  const auto begins = [&](std::string_view unit) { return behind.starts_with(unit); };
  return chinese ? std::ranges::any_of(kChinese, begins) : std::ranges::any_of(kEnglish, begins);
}

bool is_discount(std::string_view chinese, const Quantity& left, const Quantity& off) {
  constexpr double kRounding = 1e-9;
  const std::string_view found = chinese.substr(left.range.begin, left.range.size());
  return found.ends_with("折") && off.kind == QuantityKind::ratio &&
         std::abs(left.low + off.low - 1) < kRounding;
}

bool is_reign(std::string_view chinese, const Quantity& quantity) {
  static const auto kReigns = text::section(text::kNumberContexts, "reigns");
  return std::ranges::any_of(kReigns, [&](std::string_view reign) {
    return chinese.substr(0, quantity.range.begin).ends_with(reign);
  });
}

bool is_in_months(std::string_view chinese, const Quantity& years, const Quantity& months,
                  const WordSearch& words) {
  constexpr double kMonths = 12;
  return mentions::around(chinese, years.range, 3).find("年") != std::string_view::npos &&
         years.low * kMonths == months.low && words.any({"month", "months"});
}

bool is_clock(const Quantity& chinese, const Quantity& english, const WordSearch& words) {
  constexpr double kHalfDay = 12;
  if (chinese.low == 0 && english.low == kHalfDay) return true;
  return chinese.low == english.low + kHalfDay && chinese.low <= 2 * kHalfDay &&
         words.any({"p", "pm", "afternoon", "evening", "night", "tonight"});
}

}  // namespace duizhao::check
