// The page of comparisons.
#include <fmt/format.h>

#include <algorithm>

#include "duizhao/report/html.hpp"
#include "duizhao/report/text.hpp"
#include "duizhao/text/messages.hpp"
#include "report/html/page.hpp"

namespace duizhao {
namespace {

using report::html;
using report::message;

/// A witness's text, the words that differences name marked with their kinds.
std::string marked(const Comparison& comparison, std::size_t witness) {
  const std::string& text = comparison.witnesses[witness].text;
  std::vector<std::pair<ByteRange, VariationKind>> marks;
  for (const Difference& difference : comparison.differences) {
    const auto& range = difference.readings[witness].range;
    if (range && is_told(difference)) marks.emplace_back(*range, difference.kind);
  }
  std::ranges::stable_sort(marks, {}, [](const auto& mark) { return mark.first.begin; });
  std::string content;
  std::size_t at = 0;
  for (const auto& [range, kind] : marks) {
    if (range.begin < at) continue;  // inside of another one
    content += html(text.substr(at, range.begin - at));
    content += fmt::format("<mark class=\"{}\">{}</mark>", name_of(kind),
                           html(text.substr(range.begin, range.size())));
    at = range.end;
  }
  return content + html(text.substr(at));
}

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
    content +=
        text_of(siglum(w), place, comparison.witnesses[w].language, marked(comparison, w), names);
  }
  const std::vector<std::string> lines = statements_of(comparison);
  if (!lines.empty()) {
    content += "<ul class=\"wide statements\">\n";
    for (const std::string& line : lines) content += "<li>" + html(line) + "</li>\n";
    content += "</ul>\n";
  }
  return content + "</article>\n";
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
  for (std::size_t k = 0; k < comparisons.size(); ++k) {
    page.add(item(comparisons[k], k + 1, names));
  }
  return page.finish();
}

}  // namespace duizhao
