// Equal words that have changed places.
#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include "compare/tellers.hpp"
#include "text/ascii.hpp"
#include "text/fold.hpp"

namespace duizhao::compare {
namespace {

// What stands so many words apart is not about one thing.
constexpr std::size_t kFar = 10;

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
      if (!equal || own.size() != 1 || other.size() != 1 ||
          !words::is_content(links().text(i).classes[own.front()])) {
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
        if (units[b].own - units[a].own > kFar || units[a].other - units[b].other > kFar) continue;
        if (!numbers && (between > 2 || !are_things(i, j, units[a], units[b]) ||
                         !keep_their_marks(i, j, units[a], units[b]))) {
          continue;
        }
        tell_exchange(i, j, numbers ? VariationKind::number : VariationKind::name, units[a],
                      units[b]);
        return;
      }
    }
  }

  /// Whether both are names, or things that are named as such, in both witnesses.
  bool are_things(std::size_t i, std::size_t j, const Unit& first, const Unit& second) const {
    const auto is_thing = [&](std::size_t witness, std::size_t token) {
      const TokenisedText& text = links().text(witness);
      const bool named = !text::is_ascii_letter(text.tokens[token].text.front()) ||
                         text::is_ascii_upper(text.tokens[token].text.front());
      const bool pointed = token > 0 && (text.classes[token - 1] == words::WordClass::determiner ||
                                         text.classes[token - 1] == words::WordClass::possessive);
      return named || pointed;
    };
    return is_thing(i, first.own) && is_thing(i, second.own) && is_thing(j, first.other) &&
           is_thing(j, second.other);
  }

  /// The preposition that marks a word's part in the sentence: with nothing but words between them
  /// that say nothing; empty without one.
  std::string mark_of(std::size_t witness, std::size_t token) const {
    const TokenisedText& text = links().text(witness);
    while (token-- > 0 && !text.weighs(token) && text.classes[token] != words::WordClass::mark) {
      if (text.classes[token] == words::WordClass::preposition) {
        return text::fold_case(text.tokens[token].text);
      }
    }
    return {};
  }

  /// Whether both places are marked alike in both witnesses. Other marks turn the sentence about,
  /// and its words say the same: born to Enoch, Enoch had; trusted by the mayor, the mayor trusts.
  bool keep_their_marks(std::size_t i, std::size_t j, const Unit& first, const Unit& second) const {
    return mark_of(i, first.own) == mark_of(j, second.other) &&
           mark_of(i, second.own) == mark_of(j, first.other);
  }

  /// The same exchange in several witnesses is one statement.
  void tell_exchange(std::size_t i, std::size_t j, VariationKind kind, const Unit& first,
                     const Unit& second) {
    const WitnessReading own = readings_.stretch(i, first.own, second.own);
    WitnessReading other = readings_.stretch(j, second.other, first.other);
    for (Difference& known : found_) {
      for (const auto& [one, two] : {std::pair(own, other), std::pair(other, own)}) {
        const WitnessReading& reading = known.readings[one.witness];
        if (known.kind != kind || !reading.range || !reading.range->overlaps(*one.range)) continue;
        WitnessReading& more = known.readings[two.witness];
        if (more.range) return;
        more = two;
        more.group = 1 - reading.group;
        return;
      }
    }
    Difference difference{kind, 0.8, {}, {}};
    for (std::size_t w = 0; w < count(); ++w) difference.readings.push_back({w, {}, {}, 0});
    other.group = 1;
    difference.readings[i] = own;
    difference.readings[j] = other;
    found_.push_back(std::move(difference));
  }
};

}  // namespace

std::vector<Difference> exchanges_of(const Readings& readings) { return Exchanges(readings).run(); }

}  // namespace duizhao::compare
