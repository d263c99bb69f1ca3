#include <fmt/format.h>

#include <algorithm>

#include "duizhao/messages.hpp"
#include "duizhao/report.hpp"
#include "text/display.hpp"

namespace duizhao {
namespace {

constexpr std::size_t kWidthForColumns = 100;
constexpr std::string_view kNothing = "—";

std::string padded(const std::string& text, std::size_t width) {
  const std::size_t columns = text::display_width(text);
  return columns < width ? text + std::string(width - columns, ' ') : text;
}

std::string dimmed(const std::string& text, const TextLayout& layout) {
  return layout.colour ? "\x1b[2m" + text + "\x1b[0m" : text;
}

std::string confidence_mark(double confidence, const TextLayout& layout) {
  const std::string text = fmt::format("{:.2f}", confidence);
  if (!layout.colour) return text;
  const char* colour = confidence >= 0.8 ? "32" : confidence >= 0.5 ? "33" : "31";
  return fmt::format("\x1b[{}m{}\x1b[0m", colour, text);
}

/// The sentences of one side, each on lines of its own; a dash where there are none.
std::vector<std::string> side_lines(const SegmentedDocument& document,
                                    const std::vector<std::size_t>& indices, std::size_t width) {
  std::vector<std::string> lines;
  for (const std::size_t index : indices) {
    const std::string text = text::printable(document.text(index));
    if (width == 0) {
      lines.push_back(text);
    } else {
      const auto wrapped = text::wrap(text, width, document.block(index).language);
      lines.insert(lines.end(), wrapped.begin(), wrapped.end());
    }
  }
  if (lines.empty()) lines.emplace_back(kNothing);
  return lines;
}

std::string bead_type(const Bead& bead) {
  return fmt::format("{}:{}", bead.source.size(), bead.target.size());
}

/// The number, type and confidence of a bead: ` 12  1:2  0.98`.
std::string bead_head(const Bead& bead, std::size_t number, std::size_t digits,
                      const TextLayout& layout) {
  return fmt::format("{:>{}}  {}  {}", number, digits, dimmed(bead_type(bead), layout),
                     confidence_mark(bead.confidence, layout));
}

std::string stacked(const Alignment& alignment, const TextLayout& layout, std::size_t digits) {
  constexpr std::size_t kIndent = 4;
  const std::size_t width = layout.width > 2 * kIndent ? layout.width - kIndent : 0;
  std::string report;
  std::size_t number = 0;
  for (const Bead& bead : alignment.beads()) {
    if (number > 0) report += '\n';
    report += bead_head(bead, ++number, digits, layout) + "  " +
              dimmed(fmt::format("{:+.1f}", bead.score), layout) + '\n';
    for (const auto& [document, indices] : {std::pair(&alignment.source(), &bead.source),
                                            std::pair(&alignment.target(), &bead.target)}) {
      for (const std::string& line : side_lines(*document, *indices, width)) {
        report += std::string(kIndent, ' ') + line + '\n';
      }
    }
  }
  return report;
}

std::string side_by_side(const Alignment& alignment, const TextLayout& layout, std::size_t digits) {
  constexpr std::size_t kGap = 2;
  const std::size_t head_width = digits + 2 + 3 + 2 + 4;
  const std::size_t width = (layout.width - head_width - 2 * kGap) / 2;
  std::string report;
  std::size_t number = 0;
  for (const Bead& bead : alignment.beads()) {
    const auto source = side_lines(alignment.source(), bead.source, width);
    const auto target = side_lines(alignment.target(), bead.target, width);
    const std::string head = bead_head(bead, ++number, digits, layout);
    for (std::size_t k = 0; k < std::max(source.size(), target.size()); ++k) {
      report += k == 0 ? head : std::string(head_width, ' ');
      report += std::string(kGap, ' ');
      if (k < target.size()) {
        report +=
            padded(k < source.size() ? source[k] : "", width) + std::string(kGap, ' ') + target[k];
      } else {
        report += source[k];
      }
      report += '\n';
    }
  }
  return report;
}

std::string accuracy_line(const std::string& name, const Accuracy& accuracy) {
  return fmt::format("{} {:>9.4f} {:>9.4f} {:>9.4f}\n", padded(name, 8), accuracy.precision,
                     accuracy.recall, accuracy.f1);
}

}  // namespace

std::string text_report(const Alignment& alignment, const TextLayout& layout) {
  const std::size_t digits = std::to_string(alignment.beads().size()).size();
  return layout.width >= kWidthForColumns ? side_by_side(alignment, layout, digits)
                                          : stacked(alignment, layout, digits);
}

std::string text_report(const SegmentedDocument& document, const TextLayout& layout) {
  const std::size_t digits = std::to_string(document.size()).size();
  const std::size_t indent = digits + 2;
  const std::size_t width = layout.width > 2 * indent ? layout.width - indent : 0;
  std::string report;
  std::size_t last_block = static_cast<std::size_t>(-1);
  for (std::size_t i = 0; i < document.size(); ++i) {
    const Block& block = document.block(i);
    const std::size_t block_index = document.sentences()[i].block;
    if (block_index != last_block) {
      if (!report.empty() && block.kind != BlockKind::line) report += '\n';
      if (block.begins_turn) {
        report += std::string(indent, ' ') +
                  dimmed("[" + text::printable(block.speaker) + "]", layout) + '\n';
      }
      last_block = block_index;
    }
    const std::string text = text::printable(document.text(i));
    const auto lines =
        width == 0 ? std::vector<std::string>{text} : text::wrap(text, width, block.language);
    for (std::size_t k = 0; k < lines.size(); ++k) {
      report +=
          k == 0 ? dimmed(fmt::format("{:>{}}", i, digits), layout) : std::string(digits, ' ');
      report += "  " + lines[k] + '\n';
    }
  }
  return report;
}

std::string text_report(const Evaluation& evaluation) {
  std::string report = fmt::format("{} {:>9} {:>9} {:>9}\n", std::string(8, ' '),
                                   translate("precision"), translate("recall"), "F1");
  report += accuracy_line(translate("strict"), evaluation.strict);
  report += accuracy_line(translate("lax"), evaluation.lax);
  report += fmt::format("\n{} {:>9} {:>9} {:>9}\n", padded(translate("type"), 8), translate("gold"),
                        translate("found"), translate("correct"));
  for (const auto& [type, count] : evaluation.types) {
    report += fmt::format("{} {:>9} {:>9} {:>9}\n",
                          padded(fmt::format("{}:{}", type.first, type.second), 8), count.gold,
                          count.test, count.correct);
  }
  return report;
}

std::string text_report(const std::string& word, const std::vector<Translation>& translations) {
  std::string report = word + '\n';
  for (const Translation& translation : translations) {
    report += fmt::format("  {:.3f}  {}\n", translation.probability, translation.word);
  }
  return report;
}

}  // namespace duizhao
