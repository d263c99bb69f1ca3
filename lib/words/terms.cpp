#include "words/terms.hpp"

#include <algorithm>
#include <span>

namespace duizhao::words {
namespace {

constexpr float kSettled = 0.98F;
constexpr float kRuledOut = 0.02F;
constexpr float kLikely = 0.5F;

/// Where a term begins among the words.
std::vector<std::size_t> occurrences(const std::vector<std::string>& lemmas,
                                     const std::vector<const WordFacts*>& words) {
  std::vector<std::size_t> places;
  if (lemmas.empty()) return places;
  for (std::size_t at = 0; at + lemmas.size() <= words.size();) {
    const bool here =
        std::ranges::equal(lemmas, std::span(words).subspan(at, lemmas.size()), {}, {},
                           [](const WordFacts* word) -> const std::string& { return word->lemma; });
    if (here) places.push_back(at);
    at += here ? lemmas.size() : 1;
  }
  return places;
}

void settle(Grid<float>& p, std::size_t row, std::size_t rows, std::size_t column,
            std::size_t columns) {
  const auto inside = [](std::size_t place, std::size_t begin, std::size_t count) {
    return place >= begin && place < begin + count;
  };
  std::vector<bool> known_rows(rows), known_columns(columns);
  for (std::size_t i = 0; i < rows; ++i) {
    for (std::size_t j = 0; j < columns; ++j) {
      if (p(row + i, column + j) < kLikely) continue;
      known_rows[i] = true;
      known_columns[j] = true;
    }
  }
  for (std::size_t i = 0; i < rows; ++i) {
    for (std::size_t j = 0; j < columns; ++j) {
      if (!known_rows[i] && !known_columns[j]) p(row + i, column + j) = kSettled;
    }
  }
  for (std::size_t i = 0; i < p.rows(); ++i) {
    for (std::size_t j = 0; j < p.columns(); ++j) {
      if (inside(i, row, rows) != inside(j, column, columns))
        p(i, j) = std::min(p(i, j), kRuledOut);
    }
  }
}

}  // namespace

void apply_terms(const std::vector<TermLemmas>& terms, const std::vector<const WordFacts*>& source,
                 const std::vector<const WordFacts*>& target, Grid<float>& probabilities) {
  for (const TermLemmas& term : terms) {
    const auto own = occurrences(term.source, source);
    const auto other = occurrences(term.target, target);
    for (std::size_t k = 0; k < std::min(own.size(), other.size()); ++k) {
      settle(probabilities, own[k], term.source.size(), other[k], term.target.size());
    }
  }
}

}  // namespace duizhao::words
