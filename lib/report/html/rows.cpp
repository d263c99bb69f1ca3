#include "report/html/rows.hpp"

#include <algorithm>
#include <map>

namespace duizhao::report {
namespace {

std::vector<Row> row_for_each_bead(const Alignment& alignment) {
  std::vector<Row> rows;
  for (const Bead& bead : alignment.beads()) rows.push_back({bead.source, {{rows.size()}}});
  return rows;
}

/// Stretches of source sentences, the finest that cut no bead of any part: where each begins, by
/// its last sentence.
std::map<std::size_t, std::size_t> stretches_of(std::span<const AlignmentPagePart> parts) {
  std::map<std::size_t, std::size_t> stretches;
  for (const AlignmentPagePart& part : parts) {
    for (const Bead& bead : part.alignment.beads()) {
      if (bead.source.empty()) continue;
      std::size_t first = bead.source.front();
      std::size_t last = bead.source.back();
      auto other = stretches.lower_bound(first);
      while (other != stretches.end() && other->second <= last) {
        first = std::min(first, other->second);
        last = std::max(last, other->first);
        other = stretches.erase(other);
      }
      stretches.emplace(last, first);
    }
  }
  return stretches;
}

}  // namespace

bool share_source(std::span<const AlignmentPagePart> parts) {
  const SegmentedDocument& first = parts.front().alignment.source();
  return std::ranges::all_of(parts, [&](const AlignmentPagePart& part) {
    const SegmentedDocument& source = part.alignment.source();
    return source.document().bytes() == first.document().bytes() &&
           source.sentences() == first.sentences();
  });
}

std::vector<Row> rows_of(std::span<const AlignmentPagePart> parts) {
  if (parts.size() == 1) return row_for_each_bead(parts.front().alignment);
  const auto stretches = stretches_of(parts);
  const auto empty_row = [&] {
    return Row{{}, std::vector<std::vector<std::size_t>>(parts.size())};
  };
  constexpr std::size_t kFront = 0;                // rows are known by their last sentences,
  std::map<std::size_t, Row> with_source;          // counted from 1
  std::multimap<std::size_t, Row> without_source;  // by the row that they stand behind
  for (std::size_t p = 0; p < parts.size(); ++p) {
    const auto& beads = parts[p].alignment.beads();
    const auto row_of = [&](const Bead& bead) {
      return stretches.lower_bound(bead.source.front())->first + 1;
    };
    std::size_t current = kFront;
    for (std::size_t k = 0; k < beads.size(); ++k) {
      if (beads[k].source.empty()) {
        const auto next = std::find_if(beads.begin() + static_cast<std::ptrdiff_t>(k), beads.end(),
                                       [](const Bead& bead) { return !bead.source.empty(); });
        const bool inside = current != kFront && next != beads.end() && row_of(*next) == current;
        Row& row =
            inside ? with_source[current] : without_source.emplace(current, empty_row())->second;
        row.beads[p].push_back(k);
        continue;
      }
      current = row_of(beads[k]);
      Row& row = with_source.try_emplace(current, empty_row()).first->second;
      row.beads[p].push_back(k);
      row.source.insert(row.source.end(), beads[k].source.begin(), beads[k].source.end());
    }
  }
  std::vector<Row> rows;
  const auto add_without_source = [&](std::size_t behind) {
    const auto [first, last] = without_source.equal_range(behind);
    for (auto row = first; row != last; ++row) rows.push_back(std::move(row->second));
  };
  add_without_source(kFront);
  for (auto& [last, row] : with_source) {
    std::ranges::sort(row.source);
    row.source.erase(std::unique(row.source.begin(), row.source.end()), row.source.end());
    rows.push_back(std::move(row));
    add_without_source(last);
  }
  return rows;
}

}  // namespace duizhao::report
