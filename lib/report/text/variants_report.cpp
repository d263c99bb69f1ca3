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
constexpr std::size_t kGap = 2;

std::string cell_text(const std::vector<CollationToken>& tokens, bool spaced) {
  std::string text;
  for (const CollationToken& token : tokens) {
    if (spaced && !text.empty()) text += ' ';
    text += token.text;
    if (token.moved) text += "↔";
  }
  return text::printable(text);
}

/// The table of a collation, laid out in stretches that fit the width.
class CollationTable {
 public:
  CollationTable(const Collation& collation, const TextLayout& layout)
      : collation_(collation), layout_(layout) {
    for (const CollationColumn& column : collation.columns) {
      widths_.push_back(width_of(column));
      if (!column.original.empty()) has_original_ = true;
    }
  }

  std::string run() const {
    std::string report;
    for (std::size_t first = 0; first < widths_.size();) {
      const std::size_t end = stretch_end(first);
      if (first > 0) report += '\n';
      if (has_original_) report += row(first, end, -1);
      for (std::size_t w = 0; w < collation_.variants.size(); ++w) {
        report += row(first, end, static_cast<std::ptrdiff_t>(w));
      }
      first = end;
    }
    return report;
  }

 private:
  /// Differing words stand in brackets where there are no colours.
  std::string marked(const std::string& text, const CollationColumn& column) const {
    if (column.agreement == Agreement::agreement || text.empty()) return text;
    return layout_.colour ? text : '[' + text + ']';
  }

  std::string shown(const CollationColumn& column, std::ptrdiff_t witness) const {
    if (witness < 0) return cell_text(column.original, false);
    const auto& cell = column.cells[static_cast<std::size_t>(witness)];
    if (cell.empty()) return column.agreement == Agreement::omission ? "—" : "";
    return marked(cell_text(cell, true), column);
  }

  std::size_t width_of(const CollationColumn& column) const {
    std::size_t width = text::display_width(shown(column, -1));
    for (std::size_t w = 0; w < column.cells.size(); ++w) {
      width = std::max(width, text::display_width(shown(column, static_cast<std::ptrdiff_t>(w))));
    }
    return width;
  }

  std::size_t stretch_end(std::size_t first) const {
    if (layout_.width == 0) return widths_.size();
    std::size_t used = kIndent + 3;
    std::size_t end = first;
    while (end < widths_.size() && (end == first || used + widths_[end] + kGap <= layout_.width)) {
      used += widths_[end] + kGap;
      ++end;
    }
    return end;
  }

  std::string row(std::size_t first, std::size_t end, std::ptrdiff_t witness) const {
    const std::string name = witness < 0 ? "" : siglum(static_cast<std::size_t>(witness));
    std::string line = std::string(kIndent, ' ') + report::padded(name, 3);
    for (std::size_t c = first; c < end; ++c) {
      const CollationColumn& column = collation_.columns[c];
      const std::string text = shown(column, witness);
      line += coloured(report::padded(text, widths_[c]), column, witness) + std::string(kGap, ' ');
    }
    const std::size_t last = line.find_last_not_of(' ');
    return line.substr(0, last == std::string::npos ? 0 : last + 1) + '\n';
  }

  std::string coloured(const std::string& text, const CollationColumn& column,
                       std::ptrdiff_t witness) const {
    if (witness < 0) return report::bold(text, layout_);
    if (!layout_.colour || column.agreement == Agreement::agreement) return text;
    return "\x1b[33m" + text + "\x1b[0m";
  }

  const Collation& collation_;
  bool has_original_ = false;
  const TextLayout& layout_;
  std::vector<std::size_t> widths_;  // by column
};

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
         report::indented(text, kIndent, variant.language, layout);
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
        marked_texts(collation.comparison, layout, notes.most_statements);
    for (std::size_t i = 0; i < group.variants.size(); ++i) {
      const auto found = std::ranges::find(collation.variants, i);
      const auto w = static_cast<std::size_t>(found - collation.variants.begin());
      const bool takes_part = w < texts.size();
      report += variant_lines(takes_part ? siglum(w) : "", group.variants[i],
                              takes_part ? texts[w] : group.variants[i].text, places, layout);
    }
    if (notes.table) report += '\n' + CollationTable(collation, layout).run();
    const auto lines = statements_of(collation.comparison, notes.most_statements);
    if (!lines.empty()) report += '\n';
    for (const std::string& line : lines) report += report::indented(line, kIndent, "en", layout);
    report += similarity_lines(collation);
  }
  return report;
}

}  // namespace duizhao
