// How many n-grams two texts share.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace duizhao::metrics {

/// The number of n-grams of one order in `units` words or characters.
constexpr std::size_t ngram_total(std::size_t units, std::size_t order) {
  return units < order ? 0 : units - order + 1;
}

/// The n-grams of one or more references, up to some order, with their counts: the highest of any
/// reference. They form a trie: an n-gram is its first n - 1 units and one more, so that a
/// hypothesis need not look for an n-gram of which already the beginning is missing. The children
/// of all nodes lie in one hash table.
class NgramCounts {
 public:
  explicit NgramCounts(std::size_t highest_order);

  /// Adds a reference. Linear in its length and the highest order.
  void add_reference(std::span<const std::uint32_t> units);

  /// By order, from 1: how many n-grams of a hypothesis are in the references, each counted as
  /// often as there at most. Linear.
  std::vector<std::size_t> matches(std::span<const std::uint32_t> units) const;

 private:
  struct Slot {
    std::uint64_t key = kFree;  // parent node and unit
    std::uint32_t node = 0;
  };
  static constexpr std::uint64_t kFree = ~std::uint64_t{0};
  static constexpr std::uint32_t kNone = ~std::uint32_t{0};
  static constexpr std::uint32_t kRoot = 0;

  static std::uint64_t key_of(std::uint32_t parent, std::uint32_t unit);
  std::size_t slot_of(std::uint64_t key) const;
  std::uint32_t find(std::uint32_t parent, std::uint32_t unit) const;
  std::uint32_t find_or_add(std::uint32_t parent, std::uint32_t unit);
  void make_room(std::size_t nodes);

  std::size_t highest_order_;
  std::vector<Slot> slots_;
  std::vector<std::uint32_t> counts_;  // by node
};

}  // namespace duizhao::metrics
