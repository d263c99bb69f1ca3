// The page of a check.
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>
#include <set>

#include "document/visible_text.hpp"
#include "duizhao/report/html.hpp"
#include "duizhao/report/text.hpp"
#include "duizhao/text/messages.hpp"
#include "report/html/page.hpp"
#include "text/scripts.hpp"

namespace duizhao {
namespace {

using report::html;
using report::message;
using Findings = std::vector<Finding>::const_iterator;

/// The sentences of a side; of their bytes those in one of the ranges are marked.
std::string side(const SegmentedDocument& document, const std::vector<std::size_t>& sentences,
                 const std::vector<ByteRange>& marks) {
  std::string content;
  for (const std::size_t sentence : sentences) {
    if (!content.empty()) {
      content += text::sentence_separator(document.block(sentence).language);
    }
    const ByteRange range = document.sentences()[sentence].range;
    bool marked = false;
    document::for_each_visible(
        document.document().runs(), document.document().bytes(), range,
        [&](const TextRun&, ByteRange bytes, std::string_view text) {
          // Cut where marks begin and end; what is shown as something else stays whole.
          std::set<std::size_t> cuts = {0, text.size()};
          if (bytes.size() == text.size()) {
            for (const ByteRange& mark : marks) {
              for (const std::size_t end : {mark.begin, mark.end}) {
                if (end > bytes.begin && end < bytes.end) cuts.insert(end - bytes.begin);
              }
            }
          }
          for (auto cut = cuts.begin(); std::next(cut) != cuts.end(); ++cut) {
            const ByteRange piece{bytes.begin + *cut, bytes.begin + *std::next(cut)};
            const bool inside = std::ranges::any_of(
                marks, [&](const ByteRange& mark) { return mark.overlaps(piece); });
            if (inside != marked) content += inside ? "<mark>" : "</mark>";
            marked = inside;
            content += html(text.substr(*cut, *std::next(cut) - *cut));
          }
        });
    if (marked) content += "</mark>";
  }
  return report::paragraph(report::language_of(document, sentences), content);
}

/// What a finding is about, unless it is the whole side.
void add_mark(std::vector<ByteRange>& marks, const std::optional<FindingPlace>& place,
              const SegmentedDocument& document, const std::vector<std::size_t>& sentences) {
  if (!place || sentences.empty() || place->range.empty()) return;
  const bool whole = place->range.begin <= document.sentences()[sentences.front()].range.begin &&
                     place->range.end >= document.sentences()[sentences.back()].range.end;
  if (!whole) marks.push_back(place->range);
}

/// A space alone would not be seen.
std::string suggestion(const std::string& text) { return text == " " ? "␣" : html(text); }

std::string note(const Finding& finding, const report::Names& names) {
  const std::string severity(name_of(finding.severity));
  std::string line = fmt::format(
      "<li class=\"note\" data-rule=\"{0}\" data-severity=\"{1}\"><span class=\"badge "
      "{1}\">{2}</span> "
      "<span class=\"badge\">{0}</span> <bdi>{3}</bdi>",
      html(finding.rule), severity, message(severity), html(message_of(finding)));
  if (finding.suggestion)
    line += " → <ins><bdi>" + suggestion(*finding.suggestion) + "</bdi></ins>";
  constexpr std::size_t kMost = 3;
  for (std::size_t k = 0; k < std::min(kMost, finding.evidence.size()); ++k) {
    const Evidence& each = finding.evidence[k];
    line += fmt::format("<div class=\"evidence\">{}:{} {}{}<bdi>{}</bdi></div>",
                        names.shown(each.place.document), each.place.line,
                        html(message_of(each.kind)), message(": "), html(each.place.text));
  }
  return line + "</li>\n";
}

std::string item(const Alignment& alignment, Findings first, Findings last,
                 const report::Names& names) {
  const Bead& bead = alignment.beads()[first->bead];
  const Severity gravest = std::ranges::max_element(first, last, {}, &Finding::severity)->severity;
  std::vector<ByteRange> sources;
  std::vector<ByteRange> targets;
  std::string notes;
  for (auto finding = first; finding != last; ++finding) {
    add_mark(sources, finding->source, alignment.source(), bead.source);
    add_mark(targets, finding->target, alignment.target(), bead.target);
    notes += note(*finding, names);
  }
  const auto where = [&](const SegmentedDocument& document, const std::vector<std::size_t>& side) {
    const std::string name = names.shown(document.document().name());
    return side.empty() ? name + ": —" : fmt::format("{}:{}", name, document.line(side.front()));
  };
  const std::size_t line = bead.target.empty() ? alignment.source().line(bead.source.front())
                                               : alignment.target().line(bead.target.front());
  return fmt::format(
             "<article class=\"item\" tabindex=\"-1\" aria-label=\"{}\" data-level=\"{}\">\n"
             "<p class=\"where\"><span>{}</span><span>{}</span></p>\n",
             report::line_label(line),
             gravest == Severity::high     ? "doubtful"
             : gravest == Severity::medium ? "likely"
                                           : "sure",
             where(alignment.source(), bead.source), where(alignment.target(), bead.target)) +
         side(alignment.source(), bead.source, sources) +
         side(alignment.target(), bead.target, targets) + "<ul class=\"notes\">\n" + notes +
         "</ul>\n</article>\n";
}

}  // namespace

std::string to_html(const std::vector<Finding>& findings,
                    const std::vector<Alignment>& translations) {
  std::map<std::string, std::size_t> rules;
  for (const Finding& finding : findings) ++rules[finding.rule];
  std::vector<std::string> texts;
  for (const Alignment& each : translations) {
    texts.push_back(each.source().document().name());
    texts.push_back(each.target().document().name());
  }
  const report::Names names(std::move(texts));
  report::Page page(
      translate("Findings"), names,
      fmt::format(fmt::runtime(translate("{} finding", "{} findings", findings.size())),
                  format_number(findings.size())));
  page.add_search();
  std::vector<std::pair<std::string, std::string>> choices;
  for (const auto& [rule, count] : rules) {
    choices.emplace_back(rule, fmt::format("{} ({})", rule, count));
  }
  page.add_choice_of_notes("rule", translatable("Rule"), choices);
  page.add_choice_of_notes(
      "severity", translatable("Severity"),
      {{"high", translate("high")}, {"medium", translate("medium")}, {"low", translate("low")}});
  page.add_jump(translatable("Next one of high severity"));
  for (auto first = findings.begin(); first != findings.end();) {
    const auto last = std::find_if(first, findings.end(), [&](const Finding& other) {
      return other.translation != first->translation || other.bead != first->bead;
    });
    page.add(item(translations[first->translation], first, last, names));
    first = last;
  }
  return page.finish();
}

}  // namespace duizhao
