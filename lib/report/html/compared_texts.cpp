#include "report/html/compared_texts.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "duizhao/report/text.hpp"
#include "report/html/page.hpp"

namespace duizhao {
namespace {

struct Mark {
  ByteRange range;
  VariationKind kind;
  std::size_t statement;  // its number
};

/// The differences that statements tell, in their order.
std::vector<const Difference*> told(const Comparison& comparison) {
  std::vector<const Difference*> list;
  for (const Difference& difference : comparison.differences) {
    if (list.size() == kMostStatements) break;
    if (is_told(difference)) list.push_back(&difference);
  }
  return list;
}

}  // namespace

std::string report::marked_text(const Comparison& comparison, std::size_t witness) {
  const std::string& text = comparison.witnesses[witness].text;
  std::vector<Mark> marks;
  const auto differences = told(comparison);
  for (std::size_t d = 0; d < differences.size(); ++d) {
    const auto& range = differences[d]->readings[witness].range;
    if (range) marks.push_back({*range, differences[d]->kind, d});
  }
  std::ranges::stable_sort(marks, {}, [](const Mark& mark) { return mark.range.begin; });
  std::string content;
  std::size_t at = 0;
  for (const Mark& mark : marks) {
    if (mark.range.begin < at) continue;  // inside of another one
    content += html(text.substr(at, mark.range.begin - at));
    content += fmt::format("<mark class=\"{}\" data-l=\"{}\">{}</mark>", name_of(mark.kind),
                           mark.statement, html(text.substr(mark.range.begin, mark.range.size())));
    at = mark.range.end;
  }
  return content + html(text.substr(at));
}

std::string report::statement_list(const Comparison& comparison) {
  const std::vector<std::string> lines = statements_of(comparison);
  if (lines.empty()) return {};
  const auto differences = told(comparison);
  std::string list = "<ol class=\"wide statements\">\n";
  for (std::size_t s = 0; s < lines.size(); ++s) {
    list += fmt::format("<li class=\"{}\" data-l=\"{}\">{}</li>\n", name_of(differences[s]->kind),
                        s, html(lines[s]));
  }
  return list + "</ol>\n";
}

std::string report::legend() {
  return fmt::format(
      "<p class=\"legend\"><mark class=\"number\">{}</mark> <mark class=\"omission\">{}</mark> "
      "<mark class=\"wording\">{}</mark></p>\n",
      message("numbers, denials, names, certainty"), message("left out or added"),
      message("other words"));
}

}  // namespace duizhao
