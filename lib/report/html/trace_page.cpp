// The page of traced quotes.
#include <fmt/format.h>

#include <algorithm>

#include "duizhao/report/html.hpp"
#include "duizhao/text/messages.hpp"
#include "report/html/page.hpp"

namespace duizhao {
namespace {

using report::html;
using report::message;

std::string passage(const Match& match, const Tracer& tracer, const report::Names& names) {
  const SegmentedDocument& segmented = tracer.documents()[match.document];
  const Document& document = segmented.document();
  return fmt::format(
      "<div>\n<p class=\"where\"><span>{} {:.2f}</span><span>{}:{}</span>{}{}</p>\n{}</div>\n",
      message("confidence"), match.confidence, names.shown(document.name()),
      document.line_of(match.range.begin), report::provenance(document),
      report::speaker(match.speaker),
      report::paragraph(segmented.block(match.sentence).language, html(match.text)));
}

std::string item(const Trace& trace, const Document& article, const Tracer& tracer,
                 const report::Names& names) {
  const char* status = trace.attested ? "attested" : "unattested";
  const double confidence = trace.matches.empty() ? 0 : trace.matches.front().confidence;
  const std::size_t line = article.line_of(trace.quote.range().begin);
  std::string html_item = fmt::format(
      "<article class=\"item\" tabindex=\"-1\" aria-label=\"{}\" data-confidence=\"{:.4f}\" "
      "data-level=\"{}\" data-status=\"{}\">\n<div>\n<p class=\"where\"><span class=\"badge "
      "{}\">{}</span>"
      "<span>{}:{}</span>{}</p>\n{}</div>\n<div>\n",
      report::line_label(line), confidence,
      trace.attested ? report::level_of(confidence) : "doubtful", status, status, message(status),
      names.shown(article.name()), line, report::speaker(trace.quote.speaker),
      report::paragraph(trace.quote.language, html(trace.quote.text)));
  if (trace.matches.empty())
    html_item += "<p class=\"note\">" + message("No passage is like it.") + "</p>\n";
  constexpr double kShown = 0.5;  // confidence of further matches
  for (std::size_t k = 0; k < trace.matches.size(); ++k) {
    if (k > 0 && trace.matches[k].confidence < kShown) break;
    html_item += passage(trace.matches[k], tracer, names);
  }
  return html_item + "</div>\n</article>\n";
}

}  // namespace

std::string to_html(const std::vector<Trace>& traces, const Document& document,
                    const Tracer& tracer) {
  const auto attested = static_cast<std::size_t>(std::ranges::count_if(traces, &Trace::attested));
  std::vector<std::string> texts = report::names_of(tracer.documents());
  texts.push_back(document.name());
  const report::Names names(std::move(texts));
  report::Page page(translate("Quotes"), report::Names({document.name()}),
                    fmt::format(fmt::runtime(translate("{} quote, {} attested",
                                                       "{} quotes, {} attested", traces.size())),
                                format_number(traces.size()), format_number(attested)));
  page.add_search();
  page.add_choice("status", translatable("Status"),
                  {{"attested", translate("attested")}, {"unattested", translate("unattested")}});
  page.add_confidence();
  page.add_jump(translatable("Next doubtful one"));
  for (const Trace& trace : traces) page.add(item(trace, document, tracer, names));
  return page.finish();
}

}  // namespace duizhao
