// How the words of an original are rendered, occurrence by occurrence.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "check/links.hpp"
#include "check/recorder.hpp"

namespace duizhao::check {

/// One occurrence of a Chinese word, and the English words that stand for it.
struct Occurrence {
  Spot chinese;
  std::optional<Spot> english;     ///< nothing where no words were found
  std::vector<std::string> stems;  ///< of those words
  std::string text;                ///< as they stand
  bool guessed = false;            ///< not by the lexicon: words that nothing else explains
};

/// A word that is worth being rendered alike everywhere.
struct TermUse {
  std::string text;  ///< simplified Chinese
  std::vector<Occurrence> occurrences;
};

/// Chinese words of two characters and more that the texts have more often than texts in general,
/// with what stands for them: in the order of their first occurrences. Names are left out.
std::vector<TermUse> find_terms(const Material& material, const Linker& linker);

/// Whether two renderings are the same term: equal stems, words of one family, one part of the
/// other, or the acronym of the other.
bool same_rendering(const Occurrence& left, const Occurrence& right);

}  // namespace duizhao::check
