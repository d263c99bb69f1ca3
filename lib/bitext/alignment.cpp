#include "duizhao/bitext/alignment.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "bitext/joined_text.hpp"
#include "duizhao/text/error.hpp"
#include "duizhao/text/messages.hpp"

namespace duizhao {
namespace {

void check_indices(const SegmentedDocument& document, const std::vector<std::size_t>& indices) {
  for (const std::size_t index : indices) {
    if (index < document.size()) continue;
    throw Error(ErrorCode::content, {document.document().name(), {}, {}},
                fmt::format(fmt::runtime(translate("expected one of {} sentences, found index {}")),
                            document.size(), index));
  }
}

}  // namespace

Alignment::Alignment(SegmentedDocument source, SegmentedDocument target, std::vector<Bead> beads)
    : source_(std::move(source)), target_(std::move(target)), beads_(std::move(beads)) {
  for (const Bead& bead : beads_) {
    check_indices(source_, bead.source);
    check_indices(target_, bead.target);
    check_indices(bead.source.empty() ? source_ : target_, bead.moved);
  }
}

Alignment pair_sentences(SegmentedDocument source, SegmentedDocument target) {
  if (source.size() != target.size()) {
    throw Error(ErrorCode::content, {target.document().name(), {}, {}},
                fmt::format(fmt::runtime(translate("expected {} lines, as {} has, found {}")),
                            source.size(), source.document().name(), target.size()));
  }
  std::vector<Bead> beads;
  beads.reserve(source.size());
  for (std::size_t i = 0; i < source.size(); ++i) beads.push_back({{i}, {i}, 0, 1, false, {}});
  return {std::move(source), std::move(target), std::move(beads)};
}

double Alignment::correspondence() const {
  double source = 0, source_all = 0, target = 0, target_all = 0;
  for (const Bead& bead : beads_) {
    const auto sources = static_cast<double>(bead.source.size());
    const auto targets = static_cast<double>(bead.target.size());
    source_all += sources;
    target_all += targets;
    if (bead.source.empty() || bead.target.empty()) continue;
    // What speaks for a bead counts even where it is unsure, as among sentences that repeat.
    const double share = bead.score > 0 ? 1 : bead.confidence;
    source += share * sources;
    target += share * targets;
  }
  if (source_all == 0 || target_all == 0) return 1;
  return std::max(source / source_all, target / target_all);
}

std::string Alignment::source_text(const Bead& bead) const {
  return bitext::join(source_, bead.source).text;
}

std::string Alignment::target_text(const Bead& bead) const {
  return bitext::join(target_, bead.target).text;
}

}  // namespace duizhao
