#include "align/units.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "duizhao/text/error.hpp"
#include "duizhao/text/messages.hpp"

namespace duizhao::align {
namespace {

constexpr double kLockWeight = 1e6;  // nats; no other anchor comes near

[[noreturn]] void fail(const Lock& lock, const std::string& expected) {
  throw Error(ErrorCode::content, lock.place,
              fmt::format(fmt::runtime(translate("expected {}, found [{}]:[{}]")), expected,
                          fmt::join(lock.source, ", "), fmt::join(lock.target, ", ")));
}

/// Where neighbouring sentences lie among those that take part.
SentenceRange find_stretch(const Lock& lock, const std::vector<std::size_t>& sentences,
                           const std::vector<std::size_t>& taking_part) {
  if (sentences.empty()) return {};
  const auto found = std::lower_bound(taking_part.begin(), taking_part.end(), sentences.front());
  const auto begin = static_cast<std::size_t>(found - taking_part.begin());
  if (found == taking_part.end() || *found != sentences.front()) {
    fail(lock, translate("sentences of the documents"));
  }
  for (std::size_t k = 0; k < sentences.size(); ++k) {
    if (begin + k >= taking_part.size()) fail(lock, translate("sentences of the documents"));
    if (taking_part[begin + k] != sentences[k]) fail(lock, translate("neighbouring sentences"));
  }
  return {begin, begin + sentences.size()};
}

/// A lock where it lies on both sides.
struct PlacedLock {
  Lock lock;
  SentenceRange source;
  SentenceRange target;
};

/// The units of one side: for each locked stretch one, for other sentences one each. Gives the unit
/// of each stretch.
std::vector<std::size_t> cut(const std::vector<PlacedLock>& locks, SentenceRange PlacedLock::*side,
                             const std::vector<std::size_t>& sentences, Units& units) {
  std::vector<std::size_t> order;
  for (std::size_t k = 0; k < locks.size(); ++k) {
    if ((locks[k].*side).end > 0) order.push_back(k);
  }
  std::sort(order.begin(), order.end(), [&](std::size_t left, std::size_t right) {
    return (locks[left].*side).begin < (locks[right].*side).begin;
  });
  std::vector<std::size_t> unit_of(locks.size());
  std::size_t next = 0;
  const auto take_single = [&](std::size_t end) {
    for (; next < end; ++next) units.push_back({sentences[next]});
  };
  for (const std::size_t k : order) {
    const SentenceRange& stretch = locks[k].*side;
    if (stretch.begin < next) {
      fail(locks[k].lock, translate("sentences that no other lock holds"));
    }
    take_single(stretch.begin);
    unit_of[k] = units.size();
    units.emplace_back();
    for (; next < stretch.end; ++next) units.back().push_back(sentences[next]);
  }
  take_single(sentences.size());
  return unit_of;
}

}  // namespace

Constraints::Constraints(std::size_t source_units, std::size_t target_units)
    : source_partners_(source_units, kFree), target_partners_(target_units, kFree) {}

void Constraints::lock(std::size_t source, std::size_t target) {
  source_partners_[source] = target;
  target_partners_[target] = source;
  pairs_.push_back({source, target});
}

bool Constraints::jumps(const Span& span) const {
  const auto corner =
      std::partition_point(corners_.begin(), corners_.end(), [&](const Place& each) {
        return each.source <= span.source_begin && each.target <= span.target_begin;
      });
  return corner != corners_.end() &&
         (span.source_end() > corner->source || span.target_end() > corner->target);
}

bool Constraints::allow(const Span& span) const {
  if (empty()) return true;
  if (jumps(span)) return false;
  if (is_locked(span)) return true;
  const auto free = [&](const std::vector<std::size_t>& partners, std::size_t begin,
                        std::size_t end) {
    for (std::size_t k = begin; k < end; ++k) {
      const bool fits = partners[k] == kFree || (partners[k] == kNobody && span.is_null());
      if (!fits) return false;
    }
    return true;
  };
  return free(source_partners_, span.source_begin, span.source_end()) &&
         free(target_partners_, span.target_begin, span.target_end());
}

bool Constraints::is_locked(const Span& span) const {
  if (empty()) return false;
  if (span.source_count == 0) return target_partners_[span.target_begin] == kNobody;
  if (span.target_count == 0) return source_partners_[span.source_begin] == kNobody;
  return span.source_count == 1 && span.target_count == 1 &&
         source_partners_[span.source_begin] == span.target_begin;
}

void Constraints::turn() {
  source_partners_.swap(target_partners_);
  for (std::vector<Place>* places : {&pairs_, &corners_}) {
    for (Place& each : *places) std::swap(each.source, each.target);
  }
}

std::vector<Anchor> Constraints::with_locks(std::vector<Anchor> anchors) const {
  // A lock in front of an anchor on one side only, or on one and the same place, is crossed by it.
  const auto crosses = [this](const Anchor& anchor) {
    const auto next =
        std::lower_bound(pairs_.begin(), pairs_.end(), anchor.source,
                         [](const Place& pair, std::size_t value) { return pair.source < value; });
    const bool behind =
        next != pairs_.end() && (next->source == anchor.source || next->target <= anchor.target);
    if (behind) return true;
    if (next != pairs_.begin() && (next - 1)->target >= anchor.target) return true;
    if (jumps({anchor.source, 1, anchor.target, 1})) return true;
    // What begins at a place of the path on one side alone would be an anchor beside it.
    const auto beside = [&](const Place& each) {
      return (each.source == anchor.source) != (each.target == anchor.target);
    };
    const auto corner =
        std::partition_point(corners_.begin(), corners_.end(), [&](const Place& each) {
          return each.source < anchor.source && each.target < anchor.target;
        });
    return corner != corners_.end() && beside(*corner);
  };
  std::erase_if(anchors, crosses);
  for (const Place& pair : pairs_) anchors.push_back({pair.source, pair.target, kLockWeight});
  for (const Place& corner : corners_) {
    const bool inside =
        corner.source < source_partners_.size() && corner.target < target_partners_.size();
    const auto beside = [&](const Anchor& each) {
      return each.source <= corner.source ? each.target >= corner.target
                                          : each.target <= corner.target;
    };
    if (inside && std::none_of(anchors.begin(), anchors.end(), beside)) {
      anchors.push_back({corner.source, corner.target, kLockWeight});
    }
  }
  std::sort(anchors.begin(), anchors.end(),
            [](const Anchor& left, const Anchor& right) { return left.source < right.source; });
  return anchors;
}

Constraints Constraints::slice(const Place& from, const Place& to) const {
  if (empty()) return {};
  Constraints part(to.source - from.source, to.target - from.target);
  for (std::size_t i = from.source; i < to.source; ++i) {
    if (source_partners_[i] == kNobody) part.lock_source(i - from.source);
  }
  for (std::size_t j = from.target; j < to.target; ++j) {
    if (target_partners_[j] == kNobody) part.lock_target(j - from.target);
  }
  for (const Place& pair : pairs_) {
    if (from.source <= pair.source && pair.source < to.source) {
      part.lock(pair.source - from.source, pair.target - from.target);
    }
  }
  for (const Place& corner : corners_) {
    const bool inside = from.source <= corner.source && corner.source <= to.source &&
                        from.target <= corner.target && corner.target <= to.target;
    if (inside) part.pass({corner.source - from.source, corner.target - from.target});
  }
  return part;
}

void Constraints::clip(Band& band) const {
  auto pair = pairs_.begin();
  std::size_t begin = 0;
  for (std::size_t i = 0; i < band.rows.size(); ++i) {
    // Before a lock no path passes beyond its corner, behind it none falls back.
    if (pair != pairs_.end() && pair->source < i) {
      begin = pair->target + 1;
      ++pair;
    }
    Band::Row& row = band.rows[i];
    row.begin = std::max(row.begin, begin);
    row.end = std::max(row.end, row.begin + 1);
    if (pair != pairs_.end()) row.end = std::min(row.end, pair->target + 1);
  }
  auto corner = corners_.begin();
  begin = 0;
  for (std::size_t i = 0; i < band.rows.size(); ++i) {
    for (; corner != corners_.end() && corner->source < i; ++corner) begin = corner->target;
    const auto next =
        std::find_if(corner, corners_.end(), [i](const Place& each) { return each.source > i; });
    Band::Row& row = band.rows[i];
    row.begin = std::max(row.begin, begin);
    if (next != corners_.end()) row.end = std::min(row.end, next->target + 1);
    row.end = std::max(row.end, row.begin + 1);
  }
}

namespace {

/// The unit that begins with each sentence, and the number of units; kInside for sentences inside
/// of one.
constexpr std::size_t kInside = static_cast<std::size_t>(-1);

std::vector<std::size_t> unit_begins(const Units& units) {
  std::vector<std::size_t> begins;
  for (std::size_t k = 0; k < units.size(); ++k) {
    begins.push_back(k);
    begins.insert(begins.end(), units[k].size() - 1, kInside);
  }
  begins.push_back(units.size());
  return begins;
}

}  // namespace

Sides make_units(const std::vector<std::size_t>& source, const std::vector<std::size_t>& target,
                 std::vector<Lock> locks, const std::vector<Place>& places) {
  std::vector<PlacedLock> placed;
  for (Lock& lock : locks) {
    const SentenceRange in_source = find_stretch(lock, lock.source, source);
    const SentenceRange in_target = find_stretch(lock, lock.target, target);
    placed.push_back({std::move(lock), in_source, in_target});
  }
  std::stable_sort(placed.begin(), placed.end(), [](const auto& left, const auto& right) {
    return left.source.begin < right.source.begin;
  });
  Sides sides;
  const auto source_units = cut(placed, &PlacedLock::source, source, sides.source);
  const auto target_units = cut(placed, &PlacedLock::target, target, sides.target);
  if (placed.empty() && places.empty()) return sides;
  sides.constraints = Constraints(sides.source.size(), sides.target.size());
  std::size_t reached = 0;  // target sentences before the next lock
  for (std::size_t k = 0; k < placed.size(); ++k) {
    const PlacedLock& each = placed[k];
    if (each.lock.target.empty()) {
      if (!each.lock.source.empty()) sides.constraints.lock_source(source_units[k]);
    } else if (each.lock.source.empty()) {
      sides.constraints.lock_target(target_units[k]);
    } else {
      if (each.target.begin < reached) fail(each.lock, translate("beads that do not cross"));
      reached = each.target.end;
      sides.constraints.lock(source_units[k], target_units[k]);
    }
  }
  const std::vector<std::size_t> source_begins = unit_begins(sides.source);
  const std::vector<std::size_t> target_begins = unit_begins(sides.target);
  for (const Place& place : places) {
    const Place corner{source_begins[place.source], target_begins[place.target]};
    const bool crosses = std::any_of(placed.begin(), placed.end(), [&](const PlacedLock& each) {
      return !each.lock.source.empty() && !each.lock.target.empty() &&
             (each.source.begin < place.source) != (each.target.begin < place.target);
    });
    if (corner.source != kInside && corner.target != kInside && !crosses) {
      sides.constraints.pass(corner);
    }
  }
  return sides;
}

}  // namespace duizhao::align
