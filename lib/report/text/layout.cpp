#include "report/text/layout.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "text/display.hpp"

namespace duizhao::report {

std::string padded(const std::string& text, std::size_t width) {
  const std::size_t columns = text::display_width(text);
  return columns < width ? text + std::string(width - columns, ' ') : text;
}

std::string dimmed(const std::string& text, const TextLayout& layout) {
  return layout.colour ? "\x1b[2m" + text + "\x1b[0m" : text;
}

std::string line_in(const std::string& document, std::size_t line) {
  return fmt::format("{}:{}", text::printable(document), line);
}

std::string bold(const std::string& text, const TextLayout& layout) {
  return layout.colour ? "\x1b[1m" + text + "\x1b[0m" : text;
}

std::string confidence_mark(double confidence, const TextLayout& layout) {
  const std::string text = fmt::format("{:.2f}", confidence);
  if (!layout.colour) return text;
  const char* colour = confidence >= 0.8 ? "32" : confidence >= 0.5 ? "33" : "31";
  return fmt::format("\x1b[{}m{}\x1b[0m", colour, text);
}

std::string indented(const std::string& text, std::size_t indent, const std::string& language,
                     const TextLayout& layout) {
  const std::string shown = text::printable(text);
  const std::size_t width = layout.width > 2 * indent ? layout.width - indent : 0;
  std::string lines;
  for (const std::string& line : wrap(shown, width, language)) {
    lines += std::string(indent, ' ') + line + '\n';
  }
  return lines;
}

std::string with_colours(std::string text) {
  for (const auto& [mark, sequence] :
       {std::pair(kColourBegins, "\x1b[33m"), std::pair(kColourEnds, "\x1b[0m")}) {
    for (std::size_t at = text.find(mark); at != std::string::npos; at = text.find(mark, at)) {
      text.replace(at, mark.size(), sequence);
    }
  }
  return text;
}

}  // namespace duizhao::report

namespace duizhao {

std::string printable(const std::string& text) { return text::printable(text); }

std::size_t display_width(const std::string& text) { return text::display_width(text); }

std::vector<std::string> wrap(const std::string& text, std::size_t width,
                              const std::string& language) {
  return width == 0 ? std::vector{text} : text::wrap(text, width, language);
}

std::string text_table(const std::vector<std::vector<std::string>>& rows) {
  std::vector<std::size_t> widths;
  for (const auto& row : rows) {
    widths.resize(std::max(widths.size(), row.size()));
    for (std::size_t c = 0; c < row.size(); ++c) {
      widths[c] = std::max(widths[c], text::display_width(row[c]));
    }
  }
  std::string table;
  for (const auto& row : rows) {
    for (std::size_t c = 0; c < row.size(); ++c) {
      const bool last = c + 1 == row.size();
      table += last ? row[c] + '\n' : report::padded(row[c], widths[c] + 2);
    }
  }
  return table;
}

}  // namespace duizhao
