#include "duizhao/alignment.hpp"

#include <utility>

namespace duizhao {
namespace {

std::string join(const SegmentedDocument& document, const std::vector<std::size_t>& indices) {
  std::string joined;
  for (const std::size_t index : indices) {
    const std::string& language = document.block(index).language;
    const bool spaced = language != "zh" && language != "ja";
    if (!joined.empty() && spaced) joined += ' ';
    joined += document.text(index);
  }
  return joined;
}

}  // namespace

Alignment::Alignment(SegmentedDocument source, SegmentedDocument target, std::vector<Bead> beads)
    : source_(std::move(source)), target_(std::move(target)), beads_(std::move(beads)) {}

std::string Alignment::source_text(const Bead& bead) const { return join(source_, bead.source); }

std::string Alignment::target_text(const Bead& bead) const { return join(target_, bead.target); }

}  // namespace duizhao
