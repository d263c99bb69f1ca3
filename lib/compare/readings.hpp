// What witnesses say at a place, as stretches of their texts.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "compare/columns.hpp"
#include "compare/linked_witnesses.hpp"
#include "duizhao/compare/comparison.hpp"
#include "duizhao/mentions/quantities.hpp"

namespace duizhao::compare {

/// Indices of tokens, ascending.
using Places = std::vector<std::size_t>;

/// In phrases of more words that say something a name or a number cannot be pointed out.
inline constexpr std::size_t kShortPhrase = 4;

/// The texts of a comparison with their links. All that it is made of must stay alive. Not for
/// several threads at once.
class Readings {
 public:
  Readings(const LinkedWitnesses& links, const std::vector<Witness>& witnesses,
           const Witness* original, const QuantityFinder& finder)
      : links_(links),
        witnesses_(witnesses),
        original_(original),
        finder_(finder),
        quantities_(witnesses.size()) {}

  const LinkedWitnesses& links() const { return links_; }
  const std::vector<Witness>& witnesses() const { return witnesses_; }
  bool has_original() const { return original_ != nullptr; }

  /// What some words of a witness say: the stretch from the first to the last, without those at its
  /// ends that say nothing; of words that stand apart, the stretch that says most.
  WitnessReading reading(std::size_t witness, const Places& places) const;

  /// A whole stretch of a witness's tokens, both ends included.
  WitnessReading stretch(std::size_t witness, std::size_t first, std::size_t last) const;

  /// The original's words that a column's words render; nothing without an original.
  std::optional<ByteRange> original_range(const Column& column) const;

  /// The quantities that some words of a witness are part of.
  std::vector<Quantity> quantities(std::size_t witness, const Places& places) const;

  /// How many of some words say something.
  std::size_t weight(std::size_t witness, const Places& places) const;

  /// Those words in lower case, each with a space behind it, and their letters and digits alone.
  std::string folded(std::size_t witness, const Places& places) const;
  std::string letters(std::size_t witness, const Places& places) const;

 private:
  const LinkedWitnesses& links_;
  const std::vector<Witness>& witnesses_;
  const Witness* original_;
  const QuantityFinder& finder_;
  mutable std::vector<std::optional<std::vector<Quantity>>> quantities_;  // by witness, once asked
};

/// Whether lists of tokens have one in common.
bool intersect(const Places& left, const Places& right);

}  // namespace duizhao::compare
