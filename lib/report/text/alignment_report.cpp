#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <utility>

#include "duizhao/bitext/coverage.hpp"
#include "duizhao/report/text.hpp"
#include "duizhao/text/messages.hpp"
#include "report/text/coverage.hpp"
#include "report/text/layout.hpp"
#include "text/display.hpp"
#include "text/fold.hpp"

namespace duizhao {
namespace {

constexpr std::size_t kWidthForColumns = 100;
constexpr std::string_view kNothing = "—";

using report::confidence_mark;
using report::dimmed;
using report::padded;

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

/// Writes the beads of one alignment.
class AlignmentReport {
 public:
  AlignmentReport(const Alignment& alignment, const TextLayout& layout, const AlignmentNotes& notes)
      : alignment_(alignment),
        layout_(layout),
        notes_(notes),
        digits_(std::to_string(alignment.beads().size()).size()) {}

  std::string run() const {
    std::string report;
    for (std::size_t k = 0; k < alignment_.beads().size(); ++k) {
      report += layout_.width >= kWidthForColumns ? beside(k) : below(k);
    }
    return report;
  }

 private:
  /// The number, type and confidence of a bead: ` 12  1:2  0.98`, and `?` where that is low.
  std::string head(std::size_t k) const {
    const Bead& bead = alignment_.beads()[k];
    const bool marks = notes_.min_confidence > 0;
    const char* const mark = !marks ? "" : bead.confidence < notes_.min_confidence ? " ?" : "  ";
    return fmt::format("{:>{}}  {}  {}{}", k + 1, digits_, dimmed(bead_type(bead), layout_),
                       confidence_mark(bead.confidence, layout_), mark);
  }

  /// The target below the source, and an empty line before all beads but the first.
  std::string below(std::size_t k) const {
    constexpr std::size_t kIndent = 4;
    const std::size_t width = layout_.width > 2 * kIndent ? layout_.width - kIndent : 0;
    const Bead& bead = alignment_.beads()[k];
    std::string report = k > 0 ? "\n" : "";
    report += head(k) + "  " + dimmed(fmt::format("{:+.1f}", bead.score), layout_);
    if (bead.locked) report += "  " + dimmed(translate("locked"), layout_);
    report += '\n';
    for (const auto& [document, indices] : {std::pair(&alignment_.source(), &bead.source),
                                            std::pair(&alignment_.target(), &bead.target)}) {
      for (const std::string& line : side_lines(*document, *indices, width)) {
        report += std::string(kIndent, ' ') + line + '\n';
      }
    }
    return report + place(k, kIndent) + evidence(k, kIndent, width);
  }

  /// Both sides in columns.
  std::string beside(std::size_t k) const {
    constexpr std::size_t kGap = 2;
    const std::size_t marks = notes_.min_confidence > 0 ? 2 : 0;
    const std::size_t head_width = digits_ + 2 + 3 + 2 + 4 + marks;
    const std::size_t width = (layout_.width - head_width - 2 * kGap) / 2;
    const Bead& bead = alignment_.beads()[k];
    const auto source = side_lines(alignment_.source(), bead.source, width);
    const auto target = side_lines(alignment_.target(), bead.target, width);
    std::string report;
    for (std::size_t row = 0; row < std::max(source.size(), target.size()); ++row) {
      report += row == 0 ? head(k) : std::string(head_width, ' ');
      report += std::string(kGap, ' ');
      if (row < target.size()) {
        report += padded(row < source.size() ? source[row] : "", width) + std::string(kGap, ' ') +
                  target[row];
      } else {
        report += source[row];
      }
      report += '\n';
    }
    return report + place(k, head_width + kGap) + evidence(k, head_width + kGap, 2 * width + kGap);
  }

  /// Where the counterpart of a bead stands that was moved: `moved: sentence 12 of the target`.
  std::string place(std::size_t k, std::size_t indent) const {
    const Bead& bead = alignment_.beads()[k];
    if (bead.moved.empty()) return {};
    const char* const text = bead.source.empty() ? translatable("moved: sentence {} of the source")
                                                 : translatable("moved: sentence {} of the target");
    const std::string line = fmt::format(fmt::runtime(translate(text)), bead.moved.front() + 1);
    return std::string(indent, ' ') + dimmed(line, layout_) + '\n';
  }

  /// The word pairs, surest first: `创新 = innovation 0.98 · 自信 = confidence 0.95`.
  std::string evidence(std::size_t k, std::size_t indent, std::size_t width) const {
    if (notes_.explanations.empty()) return {};
    // A word that comes again is shown once, as it stands first.
    std::map<std::pair<std::string, std::string>, WordPair> sums;
    for (const WordPair& pair : notes_.explanations[k]) {
      const auto [entry, is_new] = sums.try_emplace(
          {text::fold_case(pair.source.text), text::fold_case(pair.target.text)}, pair);
      if (is_new) continue;
      entry->second.probability = std::max(entry->second.probability, pair.probability);
    }
    std::vector<WordPair> pairs;
    for (auto& [words, pair] : sums) pairs.push_back(std::move(pair));
    std::stable_sort(pairs.begin(), pairs.end(), [](const WordPair& left, const WordPair& right) {
      return left.probability > right.probability;
    });
    std::string line;
    for (const WordPair& pair : pairs) {
      line += fmt::format("{}{} = {} {:.2f}", line.empty() ? "" : " · ",
                          text::printable(pair.source.text), text::printable(pair.target.text),
                          pair.probability);
    }
    if (line.empty()) line = translate("no word pairs");
    std::string report;
    for (const std::string& part : wrap(line, width, "en")) {
      report += std::string(indent, ' ') + dimmed(part, layout_) + '\n';
    }
    return report;
  }

  const Alignment& alignment_;
  const TextLayout& layout_;
  const AlignmentNotes& notes_;
  std::size_t digits_;
};

std::string accuracy_line(const std::string& name, const Accuracy& accuracy) {
  return fmt::format("{} {:>9.4f} {:>9.4f} {:>9.4f}\n", padded(name, 8), accuracy.precision,
                     accuracy.recall, accuracy.f1);
}

std::string type_list(const Confusion::Types& types) {
  constexpr std::size_t kMost = 6;
  std::string list;
  for (std::size_t k = 0; k < std::min(kMost, types.size()); ++k) {
    list += fmt::format("{}{}:{}", k > 0 ? " " : "", types[k].first, types[k].second);
  }
  return types.size() > kMost ? list + fmt::format(" … ({})", types.size()) : list;
}

std::string confusions_table(const std::vector<Confusion>& confusions) {
  constexpr std::size_t kMost = 12;  // rows
  if (confusions.empty()) return {};
  std::size_t width = text::display_width(translate("gold"));
  std::size_t all = 0;
  for (std::size_t k = 0; k < confusions.size(); ++k) {
    if (k < kMost) width = std::max(width, text::display_width(type_list(confusions[k].gold)));
    all += confusions[k].count;
  }
  std::string table = fmt::format("\n{:>5}  {}  {}\n", "", padded(translate("gold"), width),
                                  translate("found instead"));
  std::size_t shown = 0;
  for (std::size_t k = 0; k < std::min(kMost, confusions.size()); ++k) {
    const Confusion& confusion = confusions[k];
    table += fmt::format("{:>5}  {}  {}\n", confusion.count,
                         padded(type_list(confusion.gold), width), type_list(confusion.test));
    shown += confusion.count;
  }
  if (shown < all) table += fmt::format("{:>5}  {}\n", all - shown, translate("others"));
  return table;
}

}  // namespace

std::string text_report(const Alignment& alignment, const TextLayout& layout,
                        const AlignmentNotes& notes) {
  return AlignmentReport(alignment, layout, notes).run();
}

std::string coverage_line(const Alignment& alignment) {
  const AlignmentCoverage coverage = coverage_of(alignment);
  const auto line = [](const SegmentedDocument& document, const Coverage& side) {
    return text::printable(document.document().name()) + ": " + report::covered(side);
  };
  return line(alignment.source(), coverage.source) + "; " +
         line(alignment.target(), coverage.target);
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
    const auto lines = wrap(text, width, block.language);
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
  return report + confusions_table(evaluation.confusions);
}

std::string text_report(const std::string& word, const std::vector<Translation>& translations) {
  std::string report = word + '\n';
  for (const Translation& translation : translations) {
    report += fmt::format("  {:.3f}  {}\n", translation.probability, translation.word);
  }
  return report;
}

}  // namespace duizhao
