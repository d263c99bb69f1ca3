#include <fmt/format.h>

#include <algorithm>

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

  /// `interview.md:41  Liang`
  std::string of(const Variant& variant) const {
    const Document& document = tracer_.documents()[variant.document].document();
    std::string place =
        fmt::format("{}:{}", document.name(), document.line_of(variant.range.begin));
    if (!variant.speaker.empty()) place += "  " + variant.speaker;
    return place;
  }

 private:
  const Tracer& tracer_;
};

/// `text` is the variant's, its differences marked.
std::string variant_lines(const std::string& name, const Variant& variant, const std::string& text,
                          const Places& places, const TextLayout& layout) {
  return report::padded(name, kIndent) + report::dimmed(places.of(variant), layout) + "  " +
         report::confidence_mark(variant.confidence, layout) + '\n' +
         report::with_colours(report::indented(text, kIndent, variant.language, layout));
}

std::string similarity_lines(const Collation& collation) {
  if (collation.similarity.size() < 2) return {};
  std::string lines = std::string(kIndent, ' ') + translate("alike:");
  for (std::size_t i = 0; i < collation.similarity.size(); ++i) {
    for (std::size_t k = i + 1; k < collation.similarity.size(); ++k) {
      lines += fmt::format(" {}{} {:.2f}", siglum(i), siglum(k), collation.similarity[i][k]);
    }
  }
  return lines + '\n';
}

}  // namespace

std::string text_report(const std::vector<VariantGroup>& groups,
                        const std::vector<Collation>& collations, const Tracer& tracer,
                        const TextLayout& layout, const VariantsNotes& notes) {
  collate::require_together(groups, collations, tracer);
  const Places places(tracer);
  std::string report;
  for (std::size_t g = 0; g < groups.size(); ++g) {
    const VariantGroup& group = groups[g];
    const Collation& collation = collations[g];
    if (g > 0) report += '\n';
    report += report::bold(fmt::format(fmt::runtime(translate("group {}")), g + 1), layout) + '\n';
    if (group.original) {
      report += variant_lines("", *group.original, group.original->text, places, layout);
    }
    const std::vector<std::string> texts =
        report::marked_texts(collation.comparison, layout, notes.most_statements);
    for (std::size_t i = 0; i < group.variants.size(); ++i) {
      const auto found = std::ranges::find(collation.variants, i);
      const auto w = static_cast<std::size_t>(found - collation.variants.begin());
      const bool takes_part = w < texts.size();
      report += variant_lines(takes_part ? siglum(w) : "", group.variants[i],
                              takes_part ? texts[w] : group.variants[i].text, places, layout);
    }
    if (notes.table) report += '\n' + comparison_table(collation.comparison, layout);
    const auto lines = statements_of(collation.comparison, notes.most_statements);
    if (!lines.empty()) report += '\n';
    for (const std::string& line : lines) report += report::indented(line, kIndent, "en", layout);
    report += similarity_lines(collation);
  }
  return report;
}

}  // namespace duizhao
