// Terms of a source, and how each occurrence is rendered.
//
// What stands for a term is told by what recurs with it: the words of the other side that are in
// most of the sentences with the term, and in few others (Dice). The lexicon need not know them.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "check/engine/reporter.hpp"

namespace duizhao::check {

/// One occurrence of a term, and what stands for it.
struct Occurrence {
  Spot term;
  std::optional<Spot> rendering;   ///< nothing where no words were found
  std::vector<std::string> words;  ///< of the rendering: stems, or Chinese words
  std::string text;                ///< as they stand
  bool usual = false;              ///< it has the words that recur with the term
};

/// A term: some neighbouring words that recur.
struct TermUse {
  std::string text;                      ///< as it stands first
  std::vector<std::string> usual_words;  ///< those that recur with it on the other side
  std::vector<Occurrence> occurrences;   ///< one for each pair
};

/// The terms of the source side: words and groups of up to four that recur, that are rarer in
/// general than here, and whose rendering recurs with them; in the order of their first
/// occurrences. Names are left out. Between Chinese and English.
std::vector<TermUse> find_terms(const Context& context);

}  // namespace duizhao::check
