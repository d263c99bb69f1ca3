// Witnesses in columns.
#include <algorithm>
#include <string>
#include <vector>

#include "duizhao/compare/apparatus.hpp"
#include "duizhao/report/text.hpp"
#include "report/text/layout.hpp"
#include "text/display.hpp"
#include "text/scripts.hpp"

namespace duizhao {
namespace {

constexpr std::size_t kIndent = 4;
constexpr std::size_t kGap = 2;

class Table {
 public:
  Table(const Comparison& comparison, const TextLayout& layout)
      : comparison_(comparison), layout_(layout), entries_(apparatus_of(comparison)) {
    for (const ApparatusEntry& entry : entries_) {
      std::size_t width = 0;
      for (std::size_t w = 0; w < entry.readings.size(); ++w) {
        width = std::max(width, text::display_width(cell(entry, w)));
      }
      widths_.push_back(width);
    }
  }

  std::string run() const {
    std::string report;
    for (std::size_t first = 0; first < entries_.size();) {
      const std::size_t end = stretch_end(first);
      if (first > 0) report += '\n';
      for (std::size_t w = 0; w < comparison_.witnesses.size(); ++w) report += row(first, end, w);
      first = end;
    }
    return report;
  }

 private:
  std::string cell(const ApparatusEntry& entry, std::size_t witness) const {
    const std::string& text = comparison_.witnesses[witness].text;
    const ByteRange range = entry.readings[witness];
    const std::size_t begin = text::space_end(text, range.begin, range.end);
    const std::size_t end = text::text_end(text, begin, range.end);
    const std::string words = text::printable(text.substr(begin, end - begin));
    if (words.empty()) return "—";
    return entry.kind && !layout_.colour ? '[' + words + ']' : words;
  }

  /// As many columns as fit; one at least.
  std::size_t stretch_end(std::size_t first) const {
    if (layout_.width == 0) return entries_.size();
    std::size_t used = kIndent + 3;
    std::size_t end = first;
    while (end < entries_.size() && (end == first || used + widths_[end] + kGap <= layout_.width)) {
      used += widths_[end] + kGap;
      ++end;
    }
    return end;
  }

  std::string row(std::size_t first, std::size_t end, std::size_t witness) const {
    std::string line = std::string(kIndent, ' ') + report::padded(siglum(witness), 3);
    for (std::size_t c = first; c < end; ++c) {
      const std::string text = report::padded(cell(entries_[c], witness), widths_[c]);
      const bool coloured = layout_.colour && entries_[c].kind;
      line += coloured ? "\x1b[33m" + text + "\x1b[0m" : text;
      line += std::string(kGap, ' ');
    }
    const std::size_t last = line.find_last_not_of(' ');
    return line.substr(0, last == std::string::npos ? 0 : last + 1) + '\n';
  }

  const Comparison& comparison_;
  const TextLayout& layout_;
  std::vector<ApparatusEntry> entries_;
  std::vector<std::size_t> widths_;  // by entry
};

}  // namespace

std::string comparison_table(const Comparison& comparison, const TextLayout& layout) {
  return Table(comparison, layout).run();
}

}  // namespace duizhao
