#include <fmt/format.h>

#include "collate/validity.hpp"
#include "duizhao/report/text.hpp"
#include "duizhao/text/messages.hpp"
#include "report/text/layout.hpp"
#include "text/display.hpp"

namespace duizhao {
namespace {

constexpr std::size_t kIndent = 4;

/// Names the places of variants.
class Places {
 public:
  explicit Places(const Tracer& tracer) : tracer_(tracer) {}

  /// `interview.md:41  Liang  0.93`, a line.
  std::string of(const Variant& variant, const TextLayout& layout) const {
    const Document& document = tracer_.documents()[variant.document].document();
    std::string place = report::line_in(document.name(), document.line_of(variant.range.begin));
    if (!variant.speaker.empty()) place += "  " + variant.speaker;
    return report::dimmed(place, layout) + "  " +
           report::confidence_mark(variant.confidence, layout) + '\n';
  }

 private:
  const Tracer& tracer_;
};

std::string text_lines(const std::string& text, const std::string& language,
                       const TextLayout& layout) {
  return report::with_colours(report::indented(text, kIndent, language, layout));
}

std::string likeness_lines(const Comparison& comparison) {
  if (comparison.likeness.size() < 2) return {};
  std::string lines = std::string(kIndent, ' ') + translate("alike:");
  for (std::size_t i = 0; i < comparison.likeness.size(); ++i) {
    for (std::size_t k = i + 1; k < comparison.likeness.size(); ++k) {
      lines += fmt::format(" {}{} {:.2f}", siglum(i), siglum(k), comparison.likeness[i][k]);
    }
  }
  return lines + '\n';
}

}  // namespace

std::string text_report(const std::vector<VariantGroup>& groups,
                        const std::vector<GroupComparison>& comparisons, const Tracer& tracer,
                        const TextLayout& layout, const VariantsNotes& notes) {
  collate::require_together(groups, comparisons, tracer);
  const Places places(tracer);
  std::string report;
  for (std::size_t g = 0; g < groups.size(); ++g) {
    const VariantGroup& group = groups[g];
    const Comparison& comparison = comparisons[g].comparison;
    if (g > 0) report += '\n';
    report += report::bold(fmt::format(fmt::runtime(translate("group {}")), g + 1), layout) + '\n';
    if (group.original) {
      report += report::padded("", kIndent) + places.of(*group.original, layout) +
                text_lines(group.original->text, group.original->language, layout);
    }
    const std::vector<std::string> texts =
        report::marked_texts(comparison, layout, notes.most_statements);
    std::vector<bool> compared(group.variants.size());
    for (std::size_t w = 0; w < texts.size(); ++w) {
      std::string name = siglum(w);
      for (const std::size_t variant : comparisons[g].variants[w]) {
        report += report::padded(name, kIndent) + places.of(group.variants[variant], layout);
        compared[variant] = true;
        name.clear();
      }
      report += text_lines(texts[w], comparison.witnesses[w].language, layout);
    }
    for (std::size_t i = 0; i < group.variants.size(); ++i) {
      if (compared[i]) continue;
      const Variant& variant = group.variants[i];
      report += report::padded("", kIndent) + places.of(variant, layout) +
                text_lines(variant.text, variant.language, layout);
    }
    if (notes.table) report += '\n' + comparison_table(comparison, layout);
    const auto lines = statements_of(comparison, notes.most_statements);
    if (!lines.empty()) report += '\n';
    for (const std::string& line : lines) report += report::indented(line, kIndent, "en", layout);
    report += likeness_lines(comparison);
  }
  return report;
}

}  // namespace duizhao
