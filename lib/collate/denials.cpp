// Denials that other witnesses lack.
#include <algorithm>
#include <utility>

#include "collate/tellers.hpp"

namespace duizhao::collate {
namespace {

class Denials : private Teller {
 public:
  Denials(const Readings& readings, const std::vector<Column>& columns,
          const std::vector<Difference>& told)
      : Teller(readings), columns_(columns), told_(told) {}

  /// Denials of one witness that another one has no counterpart of, told with the word that they
  /// bear on.
  std::vector<Difference> run() {
    for (std::size_t i = 0; i < count(); ++i) {
      for (std::size_t j = 0; j < count(); ++j) {
        const auto view = i == j ? std::nullopt : links().view(i, j);
        if (!view) continue;
        for (const WordDifference& difference : view->alignment->differences) {
          if (difference.kind != DifferenceKind::negation) continue;
          const Places& own = view->own(difference);
          const Places& other = view->other(difference);
          const bool denies = holds_denial(i, own) && !holds_denial(j, other);
          if (!own.empty() && (other.empty() || denies)) {
            tell_denial(i, own, difference.probability);
          }
        }
      }
    }
    return std::move(found_);
  }

 private:
  bool holds_denial(std::size_t witness, const Places& places) const {
    return std::ranges::any_of(places, [&](std::size_t token) {
      return links().text(witness).classes[token] == words::WordClass::negation;
    });
  }

  void tell_denial(std::size_t has, const Places& places, double probability) {
    const TokenisedText& text = links().text(has);
    Places shown = places;
    for (std::size_t token = places.back() + 1; token < text.tokens.size(); ++token) {
      if (words::is_content(text.classes[shown.back()])) break;
      if (text.classes[token] == words::WordClass::mark) break;
      shown.push_back(token);
      if (words::is_content(text.classes[token])) break;
    }
    Difference difference{VariationKind::negation, probability, {}, {}};
    for (std::size_t w = 0; w < count(); ++w) {
      difference.readings.push_back(
          readings_.reading(w, w == has ? shown : counterparts(has, shown.back(), w)));
      const auto& range = difference.readings.back().range;
      const bool denies =
          w == has || (range && holds_kind(w, *range, text.classes[places.front()]));
      difference.readings.back().group = denies ? 0 : 1;
    }
    const auto told = [&](const Difference& other) {
      const auto& own = difference.readings[has].range;
      const auto& known = other.readings[has].range;
      return other.kind <= VariationKind::modality && own && known && own->overlaps(*known);
    };
    const bool known = std::ranges::any_of(told_, told) || std::ranges::any_of(found_, told);
    if (!known) found_.push_back(std::move(difference));
  }

  /// Whether a stretch of a witness's text has a word of a class.
  bool holds_kind(std::size_t witness, const ByteRange& range, words::WordClass kind) const {
    const TokenisedText& text = links().text(witness);
    for (std::size_t token = 0; token < text.tokens.size(); ++token) {
      if (text.classes[token] == kind && range.overlaps(text.tokens[token].range)) return true;
    }
    return false;
  }

  /// What stands for a token of one witness in another one, with the denial or modal before it.
  Places counterparts(std::size_t has, std::size_t token, std::size_t other) const {
    Places places;
    for (const Column& column : columns_) {
      if (std::ranges::binary_search(column.cells[has], token)) places = column.cells[other];
    }
    const TokenisedText& text = links().text(other);
    while (!places.empty() && places.front() > 0) {
      const words::WordClass before = text.classes[places.front() - 1];
      if (before != words::WordClass::negation && before != words::WordClass::modal) break;
      places.insert(places.begin(), places.front() - 1);
    }
    return places;
  }

  const std::vector<Column>& columns_;
  const std::vector<Difference>& told_;
};

}  // namespace

std::vector<Difference> denials_of(const Readings& readings, const std::vector<Column>& columns,
                                   const std::vector<Difference>& told) {
  return Denials(readings, columns, told).run();
}

}  // namespace duizhao::collate
