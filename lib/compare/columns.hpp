// Places of a comparison: what stands for the same thing in all witnesses.
#pragma once

#include <cstddef>
#include <vector>

#include "compare/linked_witnesses.hpp"

namespace duizhao::compare {

/// A place: the tokens of each witness there, ascending.
struct Column {
  std::vector<std::vector<std::size_t>> cells;  // by witness
  bool substitution = false;  // some of its words are laid together by their place alone

  bool says(const LinkedWitnesses& links, std::size_t witness) const;
};

/// The places of all witnesses in the order of the base: units of its words that links hold
/// together, and between them the words of others that are linked with none of its. Leftovers of a
/// witness that face leftovers of the base at one place share it. Each token that weighs lies in
/// exactly one.
std::vector<Column> columns_of(const LinkedWitnesses& links);

}  // namespace duizhao::compare
