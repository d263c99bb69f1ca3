// What the search takes for sentences.
#pragma once

#include <cstddef>
#include <limits>
#include <string>
#include <vector>

#include "align/band.hpp"
#include "align/span.hpp"
#include "duizhao/bitext/locks.hpp"

namespace duizhao::align {

/// The sentences of a side as the search sees them, each unit a list of sentence indices: the
/// sentences of a locked bead are one unit, all others stand alone.
using Units = std::vector<std::vector<std::size_t>>;

/// Which units may meet in a bead.
class Constraints {
 public:
  /// No constraints.
  Constraints() = default;

  Constraints(std::size_t source_units, std::size_t target_units);

  /// The two form a bead; locks are added in ascending order of both.
  void lock(std::size_t source, std::size_t target);

  /// The path passes through a place; places are added in ascending order of both, and cross no
  /// lock.
  void pass(const Place& place) { corners_.push_back(place); }

  /// The unit has no counterpart.
  void lock_source(std::size_t source) { source_partners_[source] = kNobody; }
  void lock_target(std::size_t target) { target_partners_[target] = kNobody; }

  bool empty() const { return source_partners_.empty(); }

  /// Whether a bead keeps to the locks of the units that it holds, and jumps over no place that
  /// the path passes through.
  bool allow(const Span& span) const;

  /// Whether a bead is a locked one.
  bool is_locked(const Span& span) const;

  /// Exchanges the sides.
  void turn();

  /// Anchors that cross no lock and no place of the path, with these among them.
  std::vector<Anchor> with_locks(std::vector<Anchor> anchors) const;

  /// Those of the units between two places that no lock crosses.
  Constraints slice(const Place& from, const Place& to) const;

  /// Takes the places that no path through the locks can pass out of a band about them.
  void clip(Band& band) const;

 private:
  /// Whether a bead passes a place of the path without stopping there.
  bool jumps(const Span& span) const;

  static constexpr std::size_t kFree = std::numeric_limits<std::size_t>::max();
  static constexpr std::size_t kNobody = kFree - 1;

  std::vector<std::size_t> source_partners_;  // by unit; empty without constraints
  std::vector<std::size_t> target_partners_;
  std::vector<Place> pairs_;    // the units that are locked to each other
  std::vector<Place> corners_;  // where the path passes
};

/// Both sides of a pair, and what the user has settled about them.
struct Sides {
  Units source;
  Units target;
  Constraints constraints;

  /// Exchanges the sides.
  void turn() {
    source.swap(target);
    constraints.turn();
  }
};

/// The units of the sentences that take part, given by ascending indices. The path of their beads
/// passes through `places` among the sentences, ascending in both, but for those that cross a lock.
/// Throws Error (content),
/// with the lock's place, for locks that cross or overlap each other, or whose sentences are none
/// of those, or no neighbours.
Sides make_units(const std::vector<std::size_t>& source, const std::vector<std::size_t>& target,
                 std::vector<Lock> locks, const std::vector<Place>& places = {});

}  // namespace duizhao::align
