// The page of comparisons.
#include <fmt/format.h>

#include "duizhao/report/html.hpp"
#include "duizhao/text/messages.hpp"
#include "report/html/compared_texts.hpp"
#include "report/html/page.hpp"

namespace duizhao {
namespace {

using report::html;
using report::message;

std::string text_of(const std::string& name, const PlacedText& place, const std::string& language,
                    const std::string& content, const report::Names& names) {
  const std::string where =
      place.document.empty() ? "" : "<span>" + names.shown(place.document) + "</span>";
  return fmt::format(
      "<div class=\"wide\">\n<p class=\"where\"><span class=\"badge\">{}</span>{}</p>\n{}</div>\n",
      html(name), where, report::paragraph(language, content));
}

std::string item(const PlacedComparison& placed, std::size_t number, const report::Names& names) {
  const Comparison& comparison = placed.comparison;
  std::string content =
      fmt::format("<article class=\"item\" tabindex=\"-1\" aria-label=\"{0}\">\n", number);
  if (comparison.original) {
    content += text_of(translate("Original"), placed.original, comparison.original->language,
                       html(comparison.original->text), names);
  }
  for (std::size_t w = 0; w < comparison.witnesses.size(); ++w) {
    const PlacedText place = w < placed.witnesses.size() ? placed.witnesses[w] : PlacedText();
    content += text_of(siglum(w), place, comparison.witnesses[w].language,
                       report::marked_text(comparison, w), names);
  }
  return content + report::statement_list(comparison) + "</article>\n";
}

}  // namespace

std::string to_html(const std::vector<PlacedComparison>& comparisons) {
  std::vector<std::string> documents;
  for (const PlacedComparison& each : comparisons) {
    documents.push_back(each.original.document);
    for (const PlacedText& place : each.witnesses) documents.push_back(place.document);
  }
  std::erase(documents, "");
  const report::Names names(std::move(documents));
  report::Page page(
      translate("Comparison"), names,
      fmt::format(fmt::runtime(translate("{} passage", "{} passages", comparisons.size())),
                  format_number(comparisons.size())));
  page.add_search();
  if (!comparisons.empty()) page.add(report::legend());
  for (std::size_t k = 0; k < comparisons.size(); ++k) {
    page.add(item(comparisons[k], k + 1, names));
  }
  return page.finish();
}

}  // namespace duizhao
