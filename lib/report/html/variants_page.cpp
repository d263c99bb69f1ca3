// The page of variants.
#include <fmt/format.h>

#include "collate/validity.hpp"
#include "duizhao/report/html.hpp"
#include "duizhao/report/text.hpp"
#include "duizhao/text/messages.hpp"
#include "report/html/page.hpp"

namespace duizhao {
namespace {

using report::html;
using report::message;

/// How much the witnesses are alike: a square for each two, the darker the more, with its number.
std::string matrix(const Collation& collation) {
  constexpr std::size_t kSide = 34;
  const std::size_t count = collation.similarity.size();
  if (count < 2) return {};
  const std::size_t size = (count + 1) * kSide;
  std::string label = translate("How much the variants are alike") + translate(": ");
  std::string squares;
  const auto write = [&](std::size_t x, std::size_t y, const char* kind, const std::string& text) {
    squares +=
        fmt::format("<text class=\"{}\" x=\"{}\" y=\"{}\">{}</text>", kind, x, y, html(text));
  };
  for (std::size_t row = 0; row < count; ++row) {
    write((row + 1) * kSide + 11, kSide - 8, "name", siglum(row));
    write(8, (row + 1) * kSide + 21, "name", siglum(row));
    for (std::size_t column = 0; column < count; ++column) {
      const double alike = collation.similarity[row][column];
      if (row < column) label += fmt::format("{} {} {:.2f} ", siglum(row), siglum(column), alike);
      const std::size_t x = (column + 1) * kSide;
      const std::size_t y = (row + 1) * kSide;
      squares += fmt::format(
          "<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" fill-opacity=\"{:.2f}\"></rect>", x,
          y, kSide - 2, kSide - 2, alike / 2);  // numbers stay readable
      write(x + 6, y + 20, "number", fmt::format("{:.2f}", alike));
    }
  }
  return fmt::format(
      "<svg class=\"matrix\" role=\"img\" aria-label=\"{}\" width=\"{}\" "
      "height=\"{}\">\n{}\n</svg>\n",
      html(label), size, size, squares);
}

std::string cell(const CollationColumn& column, std::size_t witness) {
  std::string words;
  for (const CollationToken& token : column.cells[witness]) {
    if (!words.empty()) words += ' ';
    words += token.moved ? fmt::format("<span class=\"moved\" title=\"{}\">{}</span>",
                                       message("stands elsewhere in the others"), html(token.text))
                         : html(token.text);
  }
  return fmt::format("<td class=\"{}\">{}</td>", name_of(column.agreement), words);
}

std::string table(const VariantGroup& group, const Collation& collation) {
  std::string rows;
  if (group.original) {
    rows += "<tr><th scope=\"row\">" + message("Original") + "</th>";
    for (const CollationColumn& column : collation.columns) {
      rows += column.original.empty() ? "<td></td>"
                                      : fmt::format("<th scope=\"col\" lang=\"{}\">{}</th>",
                                                    html(group.original->language),
                                                    html(text_of(column.original, false)));
    }
    rows += "</tr>\n";
  }
  for (std::size_t w = 0; w < collation.variants.size(); ++w) {
    const Variant& variant = group.variants[collation.variants[w]];
    rows +=
        fmt::format("<tr lang=\"{}\"><th scope=\"row\">{}</th>", html(variant.language), siglum(w));
    for (const CollationColumn& column : collation.columns) rows += cell(column, w);
    rows += "</tr>\n";
  }
  return "<div class=\"scroll\" tabindex=\"0\"><table>\n" + rows + "</table></div>\n";
}

/// What the variants say differently, a line each.
std::string statements(const Collation& collation) {
  const std::vector<std::string> lines = statements_of(collation.comparison);
  if (lines.empty()) return {};
  std::string list;
  for (const std::string& line : lines) list += "<li>" + html(line) + "</li>\n";
  return "<ul class=\"wide statements\">\n" + list + "</ul>\n";
}

std::string variant_text(const std::string& name, const Variant& variant, const Tracer& tracer,
                         const report::Names& names) {
  const Document& document = tracer.documents()[variant.document].document();
  return fmt::format(
      "<div class=\"wide\">\n<p class=\"where\"><span class=\"badge\">{}</span>"
      "<span>{}:{}</span>{}{}<span>{} {:.2f}</span></p>\n"
      "{}</div>\n",
      html(name), names.shown(document.name()), document.line_of(variant.range.begin),
      report::provenance(document), report::speaker(variant.speaker), message("confidence"),
      variant.confidence, report::paragraph(variant.language, html(variant.text)));
}

}  // namespace

std::string to_html(const std::vector<VariantGroup>& groups,
                    const std::vector<Collation>& collations, const Tracer& tracer) {
  collate::require_together(groups, collations, tracer);
  const report::Names names(report::names_of(tracer.documents()));
  report::Page page(translate("Variants of quotes"), names,
                    fmt::format(fmt::runtime(translate("{} group", "{} groups", groups.size())),
                                format_number(groups.size())));
  page.add_search();
  for (std::size_t g = 0; g < groups.size(); ++g) {
    page.add(
        fmt::format("<article class=\"item\" tabindex=\"-1\" aria-label=\"{0}\">\n<h2 "
                    "class=\"wide\">{0}</h2>\n",
                    fmt::format(fmt::runtime(message("Group {}")), g + 1)));
    if (groups[g].original) {
      page.add(variant_text(translate("Original"), *groups[g].original, tracer, names));
    }
    for (std::size_t w = 0; w < collations[g].variants.size(); ++w) {
      page.add(
          variant_text(siglum(w), groups[g].variants[collations[g].variants[w]], tracer, names));
    }
    page.add(statements(collations[g]));
    page.add(table(groups[g], collations[g]));
    page.add(matrix(collations[g]));
    page.add("</article>\n");
  }
  return page.finish();
}

}  // namespace duizhao
