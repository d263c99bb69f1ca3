// Equal words that have changed places.
#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include "collate/tellers.hpp"
#include "text/fold.hpp"

namespace duizhao::collate {
namespace {

class Exchanges : private Teller {
 public:
  explicit Exchanges(const Readings& readings) : Teller(readings) {}

  std::vector<Difference> run() {
    for (std::size_t i = 0; i < count(); ++i) {
      for (std::size_t j = i + 1; j < count(); ++j) {
        const auto view = links().view(i, j);
        if (view) tell_exchanges(i, j, *view);
      }
    }
    return std::move(found_);
  }

 private:
  /// A unit of two witnesses, equal in words.
  struct Unit {
    std::size_t own;
    std::size_t other;
    bool number;
  };

  std::vector<Unit> equal_units(std::size_t i, const PairView& view) const {
    std::vector<Unit> units;
    for (const WordDifference& difference : view.alignment->differences) {
      const bool equal =
          difference.kind == DifferenceKind::equal || difference.kind == DifferenceKind::inflection;
      const Places& own = view.own(difference);
      const Places& other = view.other(difference);
      if (!equal || own.size() != 1 || other.size() != 1 || !links().text(i).weighs(own.front())) {
        continue;
      }
      const bool number = links().text(i).classes[own.front()] == words::WordClass::number;
      units.push_back({own.front(), other.front(), number});
    }
    std::ranges::sort(units, {}, &Unit::own);
    return units;
  }

  /// Two numbers, or two names, that have changed places while what stands between them has not.
  void tell_exchanges(std::size_t i, std::size_t j, const PairView& view) {
    const std::vector<Unit> units = equal_units(i, view);
    for (std::size_t a = 0; a < units.size(); ++a) {
      for (std::size_t b = a + 1; b < units.size(); ++b) {
        const bool numbers = units[a].number && units[b].number;
        const bool crossed = units[a].other > units[b].other;
        if (!crossed || units[a].number != units[b].number) continue;
        // The words between them and about them stay in order.
        std::size_t between = 0, kept = 0;
        std::optional<std::size_t> last;
        for (std::size_t k = a + 1; k < b; ++k) {
          ++between;
          const bool inside = units[k].other > units[b].other && units[k].other < units[a].other;
          const bool ascends = !last || *last < units[k].other;
          kept += inside && ascends;
          last = units[k].other;
        }
        if (between == 0 || kept != between) continue;
        if (!numbers && (between > 2 || turned_about(i, j, units[a], units[b]))) continue;
        tell_exchange(i, j, numbers ? VariationKind::number : VariationKind::name, units[a],
                      units[b]);
        return;
      }
    }
  }

  /// Whether a passive turns the sentence: "by" stands before what has changed places.
  bool turned_about(std::size_t i, std::size_t j, const Unit& first, const Unit& second) const {
    const auto behind_by = [&](std::size_t witness, std::size_t token) {
      const TokenisedText& text = links().text(witness);
      for (std::size_t k = token; k-- > 0 && k + 4 > token;) {
        if (text::fold_case(text.tokens[k].text) == "by") return true;
        if (text.weighs(k)) return false;
      }
      return false;
    };
    return behind_by(i, first.own) || behind_by(i, second.own) || behind_by(j, first.other) ||
           behind_by(j, second.other);
  }

  void tell_exchange(std::size_t i, std::size_t j, VariationKind kind, const Unit& first,
                     const Unit& second) {
    Difference difference{kind, 0.8, {}, {}};
    for (std::size_t w = 0; w < count(); ++w) difference.readings.push_back({w, {}, {}, 0});
    difference.readings[i] = readings_.stretch(i, first.own, second.own);
    difference.readings[j] = readings_.stretch(j, second.other, first.other);
    difference.readings[j].group = 1;
    found_.push_back(std::move(difference));
  }
};

}  // namespace

std::vector<Difference> exchanges_of(const Readings& readings) { return Exchanges(readings).run(); }

}  // namespace duizhao::collate
