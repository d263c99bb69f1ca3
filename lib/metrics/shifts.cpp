#include "metrics/shifts.hpp"

#include <algorithm>
#include <cstdlib>
#include <optional>
#include <tuple>

namespace duizhao::metrics {
namespace {

constexpr std::size_t kLongest = 10;           // words
constexpr std::size_t kFarthest = 50;          // words
constexpr std::size_t kMostCandidates = 1000;  // tried, over all shifts of a hypothesis

/// What the steps from a hypothesis to its reference say about the places of both.
struct Correspondence {
  /// By word of the reference: the word of the hypothesis that it stands at, counted from 1; where
  /// the hypothesis has none, the one before it; 0 before all.
  std::vector<std::size_t> place;

  // The number of wrong words before each place.
  std::vector<std::size_t> reference_errors;
  std::vector<std::size_t> hypothesis_errors;

  explicit Correspondence(const std::vector<Edit>& steps)
      : reference_errors(1), hypothesis_errors(1) {
    const auto count = [](std::vector<std::size_t>& errors, bool wrong) {
      errors.push_back(errors.back() + (wrong ? 1 : 0));
    };
    for (const Edit step : steps) {
      const bool wrong = step != Edit::keep;
      if (step != Edit::insert) count(hypothesis_errors, wrong);
      if (step == Edit::remove) continue;
      count(reference_errors, wrong);
      place.push_back(hypothesis_errors.size() - 1);
    }
  }
};

/// The words with [begin, begin + length) moved before word `target`. A target inside the stretch
/// moves it on by as many words as it lies behind the stretch's beginning.
std::vector<std::uint32_t> shifted(std::span<const std::uint32_t> words, std::size_t begin,
                                   std::size_t length, std::size_t target) {
  std::vector<std::uint32_t> result(words.begin(), words.end());
  const auto at = [&](std::size_t place) {
    return result.begin() + static_cast<std::ptrdiff_t>(std::min(place, result.size()));
  };
  if (target < begin) {
    std::rotate(at(target), at(begin), at(begin + length));
  } else if (target > begin + length) {
    std::rotate(at(begin), at(begin + length), at(target));
  } else {
    std::rotate(at(begin), at(begin + length), at(length + target));
  }
  return result;
}

/// Looks for the shift that helps most.
class ShiftSearch {
 public:
  ShiftSearch(std::span<const std::uint32_t> hypothesis, std::span<const std::uint32_t> reference,
              BeamEditDistance& table, std::size_t& tried)
      : hypothesis_(hypothesis),
        reference_(reference),
        table_(table),
        before_(table.distance(hypothesis, 0)),
        correspondence_(table.steps()),
        tried_(tried),
        clean_(hypothesis.size()) {}

  struct Shift {
    std::ptrdiff_t gain = 0;  // what the distance falls by
    std::size_t length = 0;
    std::size_t begin = 0;
    std::size_t target = 0;

    /// The best has the least.
    auto rank() const { return std::tuple(-gain, kLongest - length, begin, target); }
  };

  /// One without gain if there is none that helps.
  Shift run() {
    if (before_ == 0) return best_;
    for (std::size_t begin = 0; begin < hypothesis_.size(); ++begin) {
      const std::size_t first = begin > kFarthest ? begin - kFarthest : 0;
      const std::size_t end = std::min(reference_.size(), begin + kFarthest + 1);
      for (std::size_t place = first; place < end; ++place) {
        for (std::size_t length = 1; matches(begin, place, length); ++length) {
          try_places(begin, place, length);
          if (tried_ >= kMostCandidates) return best_;
        }
      }
    }
    return best_;
  }

 private:
  /// Whether the last of `length` words is there on both sides and the same.
  bool matches(std::size_t begin, std::size_t place, std::size_t length) const {
    const std::size_t last = length - 1;
    return length <= kLongest && begin + last < hypothesis_.size() &&
           place + last < reference_.size() &&
           hypothesis_[begin + last] == reference_[place + last];
  }

  static bool has_errors(const std::vector<std::size_t>& errors, std::size_t begin,
                         std::size_t length) {
    return errors[begin + length] > errors[begin];
  }

  /// Tries the places about the words of the reference that the stretch is equal to.
  void try_places(std::size_t begin, std::size_t place, std::size_t length) {
    const auto& target_of = correspondence_.place;
    if (!has_errors(correspondence_.hypothesis_errors, begin, length) ||
        !has_errors(correspondence_.reference_errors, place, length)) {
      return;
    }
    const bool inside = target_of[place] > begin && target_of[place] <= begin + length;
    if (inside) return;
    std::optional<std::size_t> last;
    for (std::size_t k = 0; k <= length; ++k) {
      // The place behind the word before the stretch's k-th word in the reference.
      const std::size_t target = place + k == 0 ? 0 : target_of[place + k - 1];
      if (target == last) continue;
      last = target;
      consider(begin, length, target);
    }
  }

  void consider(std::size_t begin, std::size_t length, std::size_t target) {
    ++tried_;
    const auto words = shifted(hypothesis_, begin, length, target);
    const auto [own, other] = std::ranges::mismatch(hypothesis_, words);
    const auto same = static_cast<std::size_t>(own - hypothesis_.begin());
    const std::size_t distance = table_.distance(words, std::min(same, clean_));
    clean_ = same;
    const Shift shift{static_cast<std::ptrdiff_t>(before_) - static_cast<std::ptrdiff_t>(distance),
                      length, begin, target};
    if (shift.rank() < best_.rank()) best_ = shift;
  }

  std::span<const std::uint32_t> hypothesis_;
  std::span<const std::uint32_t> reference_;
  BeamEditDistance& table_;
  std::size_t before_;  // distance
  Correspondence correspondence_;
  std::size_t& tried_;
  std::size_t clean_;  // rows of the table that are the hypothesis's, not those of the last trial
  Shift best_;
};

}  // namespace

ShiftedEdits shift_and_edit(std::vector<std::uint32_t> hypothesis,
                            std::span<const std::uint32_t> reference) {
  ShiftedEdits result;
  BeamEditDistance table(reference, hypothesis.size());
  std::size_t tried = 0;
  while (true) {
    ShiftSearch search(hypothesis, reference, table, tried);
    const auto best = search.run();
    // The last shift of too many is not made.
    if (best.gain <= 0 || tried >= kMostCandidates) break;
    ++result.shifts;
    hypothesis = shifted(hypothesis, best.begin, best.length, best.target);
  }
  table.distance(hypothesis, 0);
  result.steps = table.steps();
  return result;
}

}  // namespace duizhao::metrics
