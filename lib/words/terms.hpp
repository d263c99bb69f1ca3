// Links that a glossary settles.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "words/grid.hpp"
#include "words/word_facts.hpp"

namespace duizhao::words {

/// A term as the lemmas of its words, in both languages.
struct TermLemmas {
  std::vector<std::string> source;
  std::vector<std::string> target;
};

/// Raises the probabilities of links inside terms that stand on both sides, the first of one side
/// with the first of the other and so on, and lowers those out of them. Words of a term that are
/// likely linked inside it anyway keep to themselves. Cost: the terms times the words.
void apply_terms(const std::vector<TermLemmas>& terms, const std::vector<const WordFacts*>& source,
                 const std::vector<const WordFacts*>& target, Grid<float>& probabilities);

}  // namespace duizhao::words
