#include <fmt/format.h>

#include <algorithm>

#include "duizhao/formats.hpp"

namespace duizhao {
namespace {

std::string one_line(std::string text) {
  std::replace_if(
      text.begin(), text.end(), [](char c) { return c == '\t' || c == '\n' || c == '\r'; }, ' ');
  return text;
}

}  // namespace

std::string to_tsv(const Alignment& alignment) {
  std::string lines = "source_indices\ttarget_indices\tconfidence\tscore\tsource\ttarget\n";
  for (const Bead& bead : alignment.beads()) {
    lines +=
        fmt::format("{}\t{}\t{:.4f}\t{:.3f}\t{}\t{}\n", fmt::join(bead.source, " "),
                    fmt::join(bead.target, " "), bead.confidence, bead.score,
                    one_line(alignment.source_text(bead)), one_line(alignment.target_text(bead)));
  }
  return lines;
}

}  // namespace duizhao
