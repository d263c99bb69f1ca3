#include <fmt/format.h>

#include <algorithm>
#include <functional>

#include "duizhao/report/text.hpp"
#include "duizhao/text/messages.hpp"
#include "report/text/layout.hpp"
#include "text/display.hpp"

namespace duizhao {
namespace {

constexpr std::size_t kIndent = 4;
constexpr std::size_t kSeverityWidth = 6;
constexpr std::size_t kRuleWidth = 14;
constexpr std::size_t kMostEvidence = 3;

std::string severity_mark(Severity severity, const TextLayout& layout) {
  const std::string text = report::padded(translate(name_of(severity)), kSeverityWidth);
  if (!layout.colour) return text;
  const char* colour = severity == Severity::high     ? "31"
                       : severity == Severity::medium ? "33"
                                                      : "36";
  return fmt::format("\x1b[{}m{}\x1b[0m", colour, text);
}

std::string where(const FindingPlace& place) { return report::line_in(place.document, place.line); }

/// Writes the findings of some translations.
class FindingsReport {
 public:
  FindingsReport(const std::vector<Alignment>& translations, const TextLayout& layout)
      : translations_(translations), layout_(layout) {}

  std::string run(const std::vector<Finding>& findings) const {
    // The beads with the surest findings first, then as they stand; so within a bead.
    std::vector<OfBead> beads;
    for (const Finding& finding : findings) {
      const bool other = beads.empty() ||
                         beads.back().front()->translation != finding.translation ||
                         beads.back().front()->bead != finding.bead;
      if (other) beads.emplace_back();
      beads.back().push_back(&finding);
    }
    for (OfBead& each : beads) std::ranges::stable_sort(each, std::greater(), &Finding::severity);
    std::ranges::stable_sort(beads, std::greater(),
                             [](const OfBead& each) { return each.front()->severity; });
    std::string report;
    for (const OfBead& each : beads) report += (report.empty() ? "" : "\n") + bead(each);
    return report;
  }

 private:
  using OfBead = std::vector<const Finding*>;  // at least one

  std::string bead(const OfBead& findings) const {
    const Alignment& alignment = translations_[findings.front()->translation];
    const Bead& bead = alignment.beads()[findings.front()->bead];
    std::string head;
    for (const bool target : {true, false}) {
      const auto& sentences = target ? bead.target : bead.source;
      const SegmentedDocument& document = target ? alignment.target() : alignment.source();
      if (sentences.empty()) continue;
      head += head.empty() ? "" : "  ";
      head += report::line_in(document.document().name(), document.line(sentences.front()));
    }
    std::string report = report::bold(head, layout_) + '\n';
    if (!bead.source.empty()) {
      report += report::indented(alignment.source_text(bead), kIndent,
                                 alignment.source().document().language(), layout_);
    }
    if (!bead.target.empty()) {
      report += report::indented(alignment.target_text(bead), kIndent,
                                 alignment.target().document().language(), layout_);
    }
    for (const Finding* finding : findings) report += entry(*finding);
    return report;
  }

  std::string entry(const Finding& finding) const {
    std::string message = message_of(finding);
    if (finding.suggestion) message += fmt::format(" → {}", *finding.suggestion);
    const std::string head = "  " + severity_mark(finding.severity, layout_) + "  " +
                             report::padded(finding.rule, kRuleWidth) + "  ";
    const std::size_t indent = 2 + kSeverityWidth + 2 + kRuleWidth + 2;
    std::string lines = report::indented(message, indent, "en", layout_);
    lines.replace(0, indent, head);
    for (std::size_t k = 0; k < std::min(finding.evidence.size(), kMostEvidence); ++k) {
      const Evidence& each = finding.evidence[k];
      const std::string text =
          where(each.place) + ' ' + message_of(each.kind) + translate(": ") + each.place.text;
      lines += report::indented(text, indent, "en", layout_);
    }
    return lines;
  }

  const std::vector<Alignment>& translations_;
  const TextLayout& layout_;
};

}  // namespace

std::string text_report(const std::vector<Finding>& findings,
                        const std::vector<Alignment>& translations, const TextLayout& layout) {
  return FindingsReport(translations, layout).run(findings);
}

std::string text_report(const std::vector<RuleDescription>& rules, const TextLayout&) {
  std::string report;
  for (const RuleDescription& rule : rules) {
    report +=
        report::padded(std::string(rule.name), kRuleWidth) + "  " + translate(rule.summary) + '\n';
  }
  return report;
}

}  // namespace duizhao
