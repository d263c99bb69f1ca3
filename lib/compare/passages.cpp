#include "compare/passages.hpp"

#include <algorithm>

namespace duizhao::compare {
namespace {

/// Where a passage may end: by number of source sentences, whether no bead holds sentences on both
/// sides of it.
std::vector<bool> cuts_of(const std::vector<Alignment>& alignments, std::size_t sentences) {
  std::vector<bool> cuts(sentences + 1, true);
  for (const Alignment& alignment : alignments) {
    for (const Bead& bead : alignment.beads()) {
      if (bead.source.empty()) continue;
      for (std::size_t s = bead.source.front() + 1; s <= bead.source.back(); ++s) cuts[s] = false;
    }
  }
  return cuts;
}

}  // namespace

std::vector<Passage> passages_of(const std::vector<Alignment>& alignments) {
  std::vector<Passage> passages;
  if (alignments.empty()) return passages;
  const std::size_t sentences = alignments.front().source().size();
  const std::vector<bool> cuts = cuts_of(alignments, sentences);
  std::vector<std::size_t> passage_of(sentences);
  for (std::size_t s = 0; s < sentences; ++s) {
    if (s == 0 || cuts[s]) {
      passages.push_back({{},
                          std::vector<std::vector<std::size_t>>(alignments.size()),
                          std::vector<double>(alignments.size(), 1)});
    }
    passage_of[s] = passages.size() - 1;
    passages.back().source.push_back(s);
  }
  if (passages.empty()) return passages;
  for (std::size_t a = 0; a < alignments.size(); ++a) {
    std::size_t last = 0;
    for (const Bead& bead : alignments[a].beads()) {
      if (!bead.source.empty()) last = passage_of[bead.source.front()];
      auto& targets = passages[last].targets[a];
      targets.insert(targets.end(), bead.target.begin(), bead.target.end());
      double& confidence = passages[last].confidences[a];
      confidence = std::min(confidence, bead.confidence);
    }
  }
  return passages;
}

}  // namespace duizhao::compare
