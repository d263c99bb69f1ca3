// Neighbouring words of a source that recur.
#pragma once

#include <array>
#include <compare>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "check/engine/reporter.hpp"
#include "check/evidence/termhood.hpp"

namespace duizhao::check {

/// Where a pair is.
struct Place {
  std::size_t translation;
  std::size_t pair;

  friend auto operator<=>(const Place&, const Place&) = default;
};

/// A word, or a group of neighbouring words, that two pairs have at least.
struct Candidate {
  /// Words of a side: [first, last).
  struct Stretch {
    std::size_t first;
    std::size_t last;
  };

  std::size_t size = 0;            ///< words
  bool term = false;               ///< rather than ordinary language
  std::vector<Place> places;       ///< its pairs, in order
  std::vector<Stretch> stretches;  ///< where it stands first in each
};

/// The candidates of the translations between Chinese and English, whose words are numbered across
/// both sides and all translations.
class TermCandidates {
 public:
  static constexpr std::size_t kMostWords = 4;  // of a candidate
  using WordId = std::uint32_t;

  explicit TermCandidates(const Context& context);

  /// In the order of their first occurrences.
  const std::vector<Candidate>& all() const { return candidates_; }

  const CheckedTranslation& translation(Place place) const {
    return context_.translations[place.translation];
  }
  const CheckedBead& pair(Place place) const { return translation(place).pairs()[place.pair]; }

  /// The stretch of a candidate in the pair of its i-th place.
  Spot spot(const Candidate& candidate, std::size_t i) const;

  WordId id(Place place, const words::Word& word) const {
    return ids_of(place.translation, translation(place).side_of(word))[word.number()];
  }
  const std::string& text(WordId word) const { return *texts_[word]; }

  /// Whether a word may stand in a term or its rendering.
  bool may_take_part(WordId word) const { return may_take_part_[word]; }

  /// The different words of a pair's target that may take part, in the order of their numbers.
  std::span<const WordId> beside(Place place) const {
    return beside_[place.translation][place.pair];
  }

  /// How many pairs have a word that may take part in their targets.
  std::size_t count(WordId word) const { return counts_[word]; }

 private:
  static constexpr WordId kNone = std::numeric_limits<WordId>::max();
  using Group = std::array<WordId, kMostWords>;  // filled up with kNone

  void number_words(std::size_t translation);
  void gather(Place place);
  void take(Place place, Candidate::Stretch stretch, const Group& group);

  const std::vector<WordId>& ids_of(std::size_t translation, SideOf side) const {
    return (side == &CheckedBead::source ? source_ids_ : target_ids_)[translation];
  }

  /// What is known of a group: mostly that it has been seen once.
  struct Sighting {
    Place place;
    Candidate::Stretch stretch;
    bool term = false;
    bool possible = false;
    std::size_t candidate = kNone;  // index
  };
  struct Hash {
    std::size_t operator()(const Group& group) const;
  };

  const Context& context_;
  Termhood termhood_;
  std::unordered_map<std::string, WordId> numbers_;
  std::vector<const std::string*> texts_;  // by number
  std::vector<bool> may_take_part_;
  std::vector<std::size_t> counts_;
  std::vector<std::vector<WordId>> source_ids_;  // by translation and number of the token
  std::vector<std::vector<WordId>> target_ids_;
  std::vector<std::vector<std::vector<WordId>>> beside_;  // by translation and pair
  std::unordered_map<Group, Sighting, Hash> sightings_;
  std::vector<Candidate> candidates_;
};

/// The candidates of what is checked, which are found once.
const TermCandidates& term_candidates(const Context& context);

}  // namespace duizhao::check
