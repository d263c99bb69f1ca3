#include <fmt/format.h>

#include "duizhao/report/text.hpp"
#include "duizhao/text/messages.hpp"
#include "report/text/layout.hpp"

namespace duizhao {
namespace {

constexpr std::size_t kIndent = 4;
constexpr double kShown = 0.5;  // confidence of further matches

/// Writes the traces of one article.
class TraceReport {
 public:
  TraceReport(const Document& article, const Tracer& tracer, const TextLayout& layout)
      : article_(article), tracer_(tracer), layout_(layout) {}

  std::string run(const std::vector<Trace>& traces) const {
    std::string report;
    for (const Trace& trace : traces) report += (report.empty() ? "" : "\n") + entry(trace);
    return report;
  }

 private:
  std::string entry(const Trace& trace) const {
    const std::string head =
        fmt::format("{}:{}  {}", article_.name(), article_.line_of(trace.quote.range().begin),
                    trace.attested ? translate("attested") : translate("unattested"));
    std::string report = report::bold(head, layout_);
    if (!trace.quote.speaker.empty()) report += "  " + trace.quote.speaker;
    report += '\n' + report::indented(trace.quote.text, kIndent, trace.quote.language, layout_);
    if (trace.matches.empty()) return report;
    if (!trace.attested) {
      return report + std::string(kIndent, ' ') + report::dimmed(translate("likeliest:"), layout_) +
             '\n' + passage(trace.matches.front());
    }
    report += passage(trace.matches.front());
    for (std::size_t k = 1; k < trace.matches.size(); ++k) {
      if (trace.matches[k].confidence >= kShown) report += passage(trace.matches[k]);
    }
    return report;
  }

  std::string passage(const Match& match) const {
    const SegmentedDocument& segmented = tracer_.documents()[match.document];
    const std::string& language = segmented.block(match.sentence).language;
    std::string where = fmt::format("{}:{}", segmented.document().name(),
                                    segmented.document().line_of(match.range.begin));
    if (!match.speaker.empty()) where += "  " + match.speaker;
    if (match.through != language) {
      where += "  " + fmt::format(fmt::runtime(translate("through {}")), match.through);
    }
    return std::string(kIndent, ' ') + report::confidence_mark(match.confidence, layout_) + "  " +
           report::dimmed(where, layout_) + '\n' +
           report::indented(match.text, 2 * kIndent, language, layout_);
  }

  const Document& article_;
  const Tracer& tracer_;
  const TextLayout& layout_;
};

}  // namespace

std::string text_report(const std::vector<Trace>& traces, const Document& document,
                        const Tracer& tracer, const TextLayout& layout) {
  return TraceReport(document, tracer, layout).run(traces);
}

}  // namespace duizhao
