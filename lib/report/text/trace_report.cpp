#include <fmt/format.h>

#include <algorithm>

#include "duizhao/report/text.hpp"
#include "duizhao/text/messages.hpp"
#include "report/text/layout.hpp"
#include "report/text/verdicts.hpp"
#include "text/display.hpp"

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
    std::string head =
        fmt::format("{}:{}  {}", article_.name(), article_.line_of(trace.quote.range().begin),
                    report::message_of(trace.status));
    if (trace.wording) head += ", " + report::message_of(*trace.wording);
    std::string report = report::bold(head, layout_);
    if (!trace.quote.speaker.empty()) report += "  " + trace.quote.speaker;
    report += '\n' + report::indented(trace.quote.text, kIndent, trace.quote.language, layout_);
    if (trace.matches.empty()) return report;
    if (!trace.has_passage()) {
      return report + std::string(kIndent, ' ') + report::dimmed(translate("likeliest:"), layout_) +
             '\n' + passage(trace.matches.front());
    }
    report += passage(trace.matches.front());
    for (std::size_t k = 1; k < trace.matches.size(); ++k) {
      if (trace.matches[k].confidence >= kShown) report += passage(trace.matches[k]);
    }
    for (const std::string& line : statements_of(trace)) {
      report += report::indented(line, kIndent, "en", layout_);
    }
    return report;
  }

  std::string passage(const Match& match) const {
    const SegmentedDocument& segmented = tracer_.documents()[match.document];
    const std::string& language = segmented.block(match.sentence).language;
    std::string where = report::line_in(segmented.document().name(),
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

std::string in_quotes(const std::string& text, ByteRange range) {
  return fmt::format(fmt::runtime(translate("“{}”")),
                     text::printable(text.substr(range.begin, range.size())));
}

std::string message_of(QuoteDifferenceKind kind) {
  switch (kind) {
    case QuoteDifferenceKind::speaker:
      return translate("speaker");
    case QuoteDifferenceKind::number:
      return translate("number");
    case QuoteDifferenceKind::negation:
      return translate("negation");
    case QuoteDifferenceKind::name:
      return translate("name");
    case QuoteDifferenceKind::modality:
      return translate("modality");
    case QuoteDifferenceKind::word:
      return translate("other word");
    case QuoteDifferenceKind::addition:
      return translate("addition");
    case QuoteDifferenceKind::omission:
      return translate("omission");
  }
  return {};
}

}  // namespace

std::string report::message_of(QuoteStatus status) {
  switch (status) {
    case QuoteStatus::attested:
      return translate("attested");
    case QuoteStatus::altered:
      return translate("altered");
    case QuoteStatus::partial:
      return translate("partial");
    case QuoteStatus::unattested:
      return translate("unattested");
  }
  return {};
}

std::string report::message_of(QuoteWording wording) {
  return wording == QuoteWording::verbatim ? translate("word by word")
                                           : translate("in other words");
}

std::string totals_of(const std::vector<Trace>& traces) {
  std::string totals = fmt::format(fmt::runtime(translate("{} quote", "{} quotes", traces.size())),
                                   format_number(traces.size()));
  for (const QuoteStatus status : {QuoteStatus::attested, QuoteStatus::altered,
                                   QuoteStatus::partial, QuoteStatus::unattested}) {
    const auto count = static_cast<std::size_t>(std::ranges::count(traces, status, &Trace::status));
    if (count > 0) totals += ", " + format_number(count) + ' ' + report::message_of(status);
  }
  return totals;
}

std::vector<std::string> statements_of(const Trace& trace) {
  std::vector<std::string> lines;
  for (const QuoteSentence& sentence : trace.sentences) {
    if (sentence.status == QuoteStatus::unattested && trace.has_passage()) {
      lines.push_back(translate("no passage") + "  " + in_quotes(trace.quote.text, sentence.range));
    }
  }
  for (const QuoteDifference& difference : trace.differences) {
    std::string line = message_of(difference.kind) + "  ";
    if (difference.kind == QuoteDifferenceKind::speaker) {
      lines.push_back(line + trace.quote.speaker + " | " + trace.matches.front().speaker);
      continue;
    }
    line += difference.quote ? in_quotes(trace.quote.text, *difference.quote) : "—";
    line += " | ";
    line += difference.passage ? in_quotes(trace.matches.front().text, *difference.passage) : "—";
    lines.push_back(std::move(line));
  }
  return lines;
}

std::string text_report(const std::vector<Trace>& traces, const Document& document,
                        const Tracer& tracer, const TextLayout& layout) {
  return TraceReport(document, tracer, layout).run(traces);
}

}  // namespace duizhao
