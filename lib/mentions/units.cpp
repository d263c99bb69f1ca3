#include "mentions/units.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <string>

#include "text/ascii.hpp"
#include "text/embedded.hpp"
#include "text/split.hpp"
#include "text/utf8.hpp"

namespace duizhao::mentions {
namespace {

using Units = std::map<std::string_view, Unit>;

Units units_of(std::string_view language) {
  Units units;
  for (const std::string_view row : text::section(text::kUnits, language)) {
    const auto cells = text::split(row, '\t');
    constexpr std::size_t kOffset = 3;
    const double offset = cells.size() > kOffset ? text::number_in(cells[kOffset]) : 0;
    units.emplace(cells.at(0), Unit{cells.at(1), text::number_in(cells.at(2)), offset, 0});
  }
  return units;
}

/// The longest unit that stands at a place.
std::optional<Unit> unit_at(std::string_view text, std::size_t at, const Units& units,
                            bool letters) {
  constexpr std::size_t kLongest = 24;  // bytes
  const std::string lower = text::ascii_lower(text.substr(at, kLongest));
  for (std::size_t size = lower.size(); size > 0; --size) {
    const bool cut = letters && size < lower.size() && text::is_ascii_letter(lower[size - 1]) &&
                     text::is_ascii_letter(lower[size]);
    const auto found = cut ? units.end() : units.find(std::string_view(lower).substr(0, size));
    if (found == units.end()) continue;
    Unit unit = found->second;
    unit.end = at + size;
    return unit;
  }
  return std::nullopt;
}

/// What may stand between a figure and its unit.
std::size_t skip(std::string_view text, std::size_t at,
                 std::initializer_list<std::string_view> all) {
  for (const std::string_view each : all) {
    if (text.substr(at).starts_with(each)) at += each.size();
  }
  return at;
}

const Units& english_units() {
  static const Units kUnits = units_of("english");
  return kUnits;
}

std::optional<Unit> unit_from(std::string_view text, std::size_t at, bool chinese) {
  static const Units kChinese = units_of("chinese");
  if (const auto letters = unit_at(text, at, english_units(), true)) return letters;
  return chinese ? unit_at(text, at, kChinese, false) : std::nullopt;
}

/// Where the last word of a stretch begins, the last character in Chinese.
std::size_t last_word(std::string_view text, ByteRange range, bool chinese) {
  if (chinese) return range.end - text::decode_before(text, range.end).size;
  std::size_t begin = range.end;
  while (begin > range.begin && text::is_ascii_letter(text[begin - 1])) --begin;
  return begin;
}

}  // namespace

std::optional<Unit> unit_of(std::string_view text, const Quantity& quantity, bool chinese) {
  const bool counts = quantity.kind == QuantityKind::number ||
                      quantity.kind == QuantityKind::money ||
                      quantity.kind == QuantityKind::ratio ||
                      (quantity.kind == QuantityKind::year && !chinese);  // 1620 minutes
  if (!counts) return std::nullopt;
  const std::size_t end = quantity.range.end;
  const std::size_t behind = chinese ? skip(text, end, {"多", "余", "来", "个", " "})
                                     : skip(text, end, {" ", "-", "of ", "an ", "a "});
  for (const std::size_t at : {behind, end}) {
    if (const auto unit = unit_from(text, at, chinese)) return unit;
  }
  const std::size_t last = last_word(text, quantity.range, chinese);
  if (last == end || last == quantity.range.begin) return std::nullopt;
  const auto unit = unit_from(text, last, chinese);
  return unit && unit->end == end ? unit : std::nullopt;
}

bool is_in_unit(std::string_view word) {
  static const auto kLastWords = [] {
    std::set<std::string_view> words;
    for (const auto& [name, unit] : english_units()) words.insert(text::split(name, ' ').back());
    return words;
  }();
  return kLastWords.contains(text::ascii_lower(word));
}

}  // namespace duizhao::mentions
