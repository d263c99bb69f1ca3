#include "metrics/ngram_counts.hpp"

#include <algorithm>
#include <bit>

namespace duizhao::metrics {

NgramCounts::NgramCounts(std::size_t highest_order) : highest_order_(highest_order), counts_(1) {
  make_room(1);
}

std::uint64_t NgramCounts::key_of(std::uint32_t parent, std::uint32_t unit) {
  return std::uint64_t{parent} << 32 | unit;
}

/// Where a key lies, or the free slot where it would.
std::size_t NgramCounts::slot_of(std::uint64_t key) const {
  constexpr std::uint64_t kSpread = 0x9E3779B97F4A7C15;  // 2^64 divided by the golden ratio
  const int shift = std::countl_zero(slots_.size()) + 1;
  std::size_t slot = key * kSpread >> shift;
  while (slots_[slot].key != key && slots_[slot].key != kFree) {
    slot = (slot + 1) & (slots_.size() - 1);
  }
  return slot;
}

std::uint32_t NgramCounts::find(std::uint32_t parent, std::uint32_t unit) const {
  const Slot& slot = slots_[slot_of(key_of(parent, unit))];
  return slot.key == kFree ? kNone : slot.node;
}

std::uint32_t NgramCounts::find_or_add(std::uint32_t parent, std::uint32_t unit) {
  make_room(counts_.size() + 1);
  const std::uint64_t key = key_of(parent, unit);
  Slot& slot = slots_[slot_of(key)];
  if (slot.key == kFree) {
    slot = {key, static_cast<std::uint32_t>(counts_.size())};
    counts_.push_back(0);
  }
  return slot.node;
}

/// The table stays at most half full.
void NgramCounts::make_room(std::size_t nodes) {
  if (2 * nodes + 2 <= slots_.size()) return;
  const std::size_t size = std::bit_ceil(4 * nodes + 64);
  std::vector<Slot> old(size);
  old.swap(slots_);
  for (const Slot& slot : old) {
    if (slot.key != kFree) slots_[slot_of(slot.key)] = slot;
  }
}

void NgramCounts::add_reference(std::span<const std::uint32_t> units) {
  std::vector<std::uint32_t> own(counts_.size());
  for (std::size_t begin = 0; begin < units.size(); ++begin) {
    std::uint32_t node = kRoot;
    for (const std::uint32_t unit :
         units.subspan(begin, std::min(highest_order_, units.size() - begin))) {
      node = find_or_add(node, unit);
      if (node == own.size()) own.push_back(0);
      ++own[node];
    }
  }
  for (std::size_t node = 0; node < own.size(); ++node) {
    counts_[node] = std::max(counts_[node], own[node]);
  }
}

std::vector<std::size_t> NgramCounts::matches(std::span<const std::uint32_t> units) const {
  std::vector<std::size_t> matches(highest_order_);
  std::vector<std::uint32_t> left = counts_;
  for (std::size_t begin = 0; begin < units.size(); ++begin) {
    std::uint32_t node = kRoot;
    const std::size_t orders = std::min(highest_order_, units.size() - begin);
    for (std::size_t k = 0; k < orders; ++k) {
      node = find(node, units[begin + k]);
      if (node == kNone) break;
      if (left[node] == 0) continue;
      --left[node];
      ++matches[k];
    }
  }
  return matches;
}

}  // namespace duizhao::metrics
