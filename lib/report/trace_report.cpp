#include <fmt/format.h>

#include "duizhao/messages.hpp"
#include "duizhao/report.hpp"
#include "report/layout.hpp"

namespace duizhao {
namespace {

constexpr std::size_t kIndent = 4;

std::string match_lines(const Match& match, const Tracer& tracer, const TextLayout& layout) {
  const Document& document = tracer.documents()[match.document].document();
  const std::string& language = tracer.documents()[match.document].block(match.sentence).language;
  std::string where = fmt::format("{}:{}", document.name(), document.line_of(match.range.begin));
  if (!match.speaker.empty()) where += "  " + match.speaker;
  if (match.through != language) {
    where += fmt::format("  {} {}", translate("through"), match.through);
  }
  return std::string(kIndent, ' ') + report::confidence_mark(match.confidence, layout) + "  " +
         report::dimmed(where, layout) + '\n' +
         report::indented(match.text, 2 * kIndent, language, layout);
}

std::string trace_lines(const Trace& trace, const Document& document, const Tracer& tracer,
                        const TextLayout& layout) {
  const std::string head =
      fmt::format("{}:{}  {}", document.name(), document.line_of(trace.quote.range().begin),
                  trace.attested ? translate("attested") : translate("unattested"));
  std::string report = report::bold(head, layout);
  if (!trace.quote.speaker.empty()) report += "  " + trace.quote.speaker;
  report += '\n' + report::indented(trace.quote.text, kIndent, trace.quote.language, layout);
  if (trace.matches.empty()) return report;
  if (!trace.attested) {
    report += std::string(kIndent, ' ') + report::dimmed(translate("likeliest:"), layout) + '\n' +
              match_lines(trace.matches.front(), tracer, layout);
    return report;
  }
  for (const Match& match : trace.matches) {
    if (match.confidence >= 0.5) report += match_lines(match, tracer, layout);
  }
  return report;
}

}  // namespace

std::string text_report(const std::vector<Trace>& traces, const Document& document,
                        const Tracer& tracer, const TextLayout& layout) {
  std::string report;
  for (const Trace& trace : traces) {
    if (!report.empty()) report += '\n';
    report += trace_lines(trace, document, tracer, layout);
  }
  return report;
}

}  // namespace duizhao
