// The page of variants.
#include <fmt/format.h>

#include "collate/validity.hpp"
#include "duizhao/report/html.hpp"
#include "duizhao/text/messages.hpp"
#include "report/html/compared_texts.hpp"
#include "report/html/page.hpp"

namespace duizhao {
namespace {

using report::html;
using report::message;

/// How much the witnesses are alike: a square for each two, the darker the more, with its number.
std::string matrix(const Comparison& comparison) {
  constexpr std::size_t kSide = 34;
  const std::size_t count = comparison.likeness.size();
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
      const double alike = comparison.likeness[row][column];
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

/// `A  interview.md:41  Liang  confidence 0.93`
std::string place_of(const std::string& name, const Variant& variant, const Tracer& tracer,
                     const report::Names& names) {
  const Document& document = tracer.documents()[variant.document].document();
  const std::string badge =
      name.empty() ? "" : fmt::format("<span class=\"badge\">{}</span>", html(name));
  return fmt::format("<p class=\"where\">{}<span>{}:{}</span>{}{}<span>{} {:.2f}</span></p>\n",
                     badge, names.shown(document.name()), document.line_of(variant.range.begin),
                     report::provenance(document), report::speaker(variant.speaker),
                     message("confidence"), variant.confidence);
}

std::string text_of(const std::string& places, const std::string& language,
                    const std::string& content) {
  return "<div class=\"wide\">\n" + places + report::paragraph(language, content) + "</div>\n";
}

std::string texts_of(const VariantGroup& group, const GroupComparison& comparison,
                     const Tracer& tracer, const report::Names& names) {
  std::string texts;
  if (group.original) {
    texts += text_of(place_of(translate("Original"), *group.original, tracer, names),
                     group.original->language, html(group.original->text));
  }
  std::vector<bool> compared(group.variants.size());
  for (std::size_t w = 0; w < comparison.variants.size(); ++w) {
    std::string places;
    for (const std::size_t variant : comparison.variants[w]) {
      places += place_of(places.empty() ? siglum(w) : "", group.variants[variant], tracer, names);
      compared[variant] = true;
    }
    texts += text_of(places, comparison.comparison.witnesses[w].language,
                     report::marked_text(comparison.comparison, w));
  }
  for (std::size_t i = 0; i < group.variants.size(); ++i) {
    if (compared[i]) continue;
    const Variant& variant = group.variants[i];
    texts += text_of(place_of("", variant, tracer, names), variant.language, html(variant.text));
  }
  return texts;
}

}  // namespace

std::string to_html(const std::vector<VariantGroup>& groups,
                    const std::vector<GroupComparison>& comparisons, const Tracer& tracer) {
  collate::require_together(groups, comparisons, tracer);
  const report::Names names(tracer.documents().names());
  report::Page page(translate("Variants of quotes"), names,
                    fmt::format(fmt::runtime(translate("{} group", "{} groups", groups.size())),
                                format_number(groups.size())));
  page.add_search();
  if (!groups.empty()) page.add(report::legend());
  for (std::size_t g = 0; g < groups.size(); ++g) {
    page.add(
        fmt::format("<article class=\"item\" tabindex=\"-1\" aria-label=\"{0}\">\n<h2 "
                    "class=\"wide\">{0}</h2>\n",
                    fmt::format(fmt::runtime(message("Group {}")), g + 1)));
    page.add(texts_of(groups[g], comparisons[g], tracer, names));
    page.add(report::statement_list(comparisons[g].comparison));
    page.add(matrix(comparisons[g].comparison));
    page.add("</article>\n");
  }
  return page.finish();
}

}  // namespace duizhao
