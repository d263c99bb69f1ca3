// The page of traced quotes.
#include <fmt/format.h>

#include <algorithm>

#include "duizhao/messages.hpp"
#include "duizhao/pages.hpp"
#include "report/pages/page.hpp"

namespace duizhao {
namespace {

using report::html;
using report::message;

std::string passage(const Match& match, const Tracer& tracer) {
  const SegmentedDocument& segmented = tracer.documents()[match.document];
  const Document& document = segmented.document();
  return fmt::format(
      "<div>\n<p class=\"where\"><span>{} {:.2f}</span><span>{}:{}</span>{}"
      "<span>{}</span></p>\n{}</div>\n",
      message("confidence"), match.confidence, html(document.name()),
      document.line_of(match.range.begin), report::provenance(document), html(match.speaker),
      report::paragraph(segmented.block(match.sentence).language, html(match.text)));
}

std::string item(const Trace& trace, const Document& article, const Tracer& tracer) {
  const char* status = trace.attested ? "attested" : "unattested";
  const double confidence = trace.matches.empty() ? 0 : trace.matches.front().confidence;
  std::string html_item = fmt::format(
      "<article class=\"item\" tabindex=\"-1\" data-confidence=\"{:.4f}\" data-level=\"{}\" "
      "data-status=\"{}\">\n<div>\n<p class=\"where\"><span class=\"badge {}\">{}</span>"
      "<span>{}:{}</span><span>{}</span></p>\n{}</div>\n<div>\n",
      confidence, report::level_of(confidence), status, status, message(status),
      html(article.name()), article.line_of(trace.quote.range().begin), html(trace.quote.speaker),
      report::paragraph(trace.quote.language, html(trace.quote.text)));
  if (trace.matches.empty())
    html_item += "<p class=\"note\">" + message("No passage is like it.") + "</p>\n";
  constexpr double kShown = 0.5;  // confidence of further matches
  for (std::size_t k = 0; k < trace.matches.size(); ++k) {
    if (k > 0 && trace.matches[k].confidence < kShown) break;
    html_item += passage(trace.matches[k], tracer);
  }
  return html_item + "</div>\n</article>\n";
}

}  // namespace

std::string to_html(const std::vector<Trace>& traces, const Document& document,
                    const Tracer& tracer) {
  const auto attested = std::ranges::count_if(traces, &Trace::attested);
  report::Page page(
      document.name(),
      fmt::format(
          fmt::runtime(translate("{} quote, {} attested", "{} quotes, {} attested", traces.size())),
          format_number(traces.size()), format_number(static_cast<std::size_t>(attested))));
  page.add_search();
  page.add_choice("status", translatable("Status"),
                  {{"attested", translate("attested")}, {"unattested", translate("unattested")}});
  page.add_confidence();
  for (const Trace& trace : traces) page.add(item(trace, document, tracer));
  return page.finish();
}

}  // namespace duizhao
