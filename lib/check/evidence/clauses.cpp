#include "check/evidence/clauses.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

#include "check/evidence/support.hpp"
#include "text/embedded.hpp"
#include "text/fitted.hpp"
#include "text/marks.hpp"
#include "text/utf8.hpp"

namespace duizhao::check {
namespace {

bool ends_clause(char32_t c) {
  return c == U',' || c == U'，' || text::is_semicolon(c) || c == U':' || c == U'：' ||
         text::is_stop(c) || text::is_dash(c) || c == U'(' || c == U')' || c == U'（' || c == U'）';
}

/// Clauses as ranges of words [first, last).
struct Clause {
  std::size_t first;
  std::size_t last;
};

std::vector<Clause> clauses_of(const Side& side) {
  std::vector<Clause> clauses;
  std::size_t first = 0;
  for (std::size_t w = 0; w < side.words.size(); ++w) {
    const std::size_t end = side.words[w].range.end;
    const std::size_t next =
        w + 1 < side.words.size() ? side.words[w + 1].range.begin : side.text.size();
    bool ends = w + 1 == side.words.size();
    for (std::size_t at = end; at < next && !ends;) {
      const auto [code_point, size] = text::decode(side.text, at);
      ends = ends_clause(code_point);
      at += size;
    }
    if (!ends) continue;
    clauses.push_back({first, w + 1});
    first = w + 1;
  }
  return clauses;
}

constexpr double kGood = 0.4;  // support

// The features of the regression, as data/models/clauses.tsv names them.
constexpr std::array<std::string_view, 10> kNames = {
    "constant", "support", "words",     "rest", "length",
    "kept",     "share",   "strangers", "good", "strangers_per_word"};
using Values = std::array<double, kNames.size()>;

Values values_of(const ClauseFeatures& clause) {
  constexpr double kMostLength = 2;
  return {1,
          clause.support,
          std::log(clause.content),
          clause.rest,
          std::clamp(clause.length, -kMostLength, kMostLength),
          std::abs(clause.kept),
          clause.share,
          std::log1p(clause.strangers),
          clause.good,
          clause.strangers / clause.content};
}

double probability(const Values& weights, const ClauseFeatures& clause) {
  const Values values = values_of(clause);
  const double z = std::inner_product(weights.begin(), weights.end(), values.begin(), 0.0);
  return 1 / (1 + std::exp(-z));
}

}  // namespace

std::vector<ClauseFeatures> clause_features(const CheckedTranslation& translation,
                                            const CheckedBead& pair, SideOf side) {
  const Side& there = pair.*side;
  const auto supports = word_supports(translation, there, side, translation.links(pair));
  const Support whole = support_of(translation, pair, side);
  const Support opposite = support_of(translation, pair, other(side));
  const double here = length_in_letters(there.text);
  const double length_opposite = length_in_letters((pair.*other(side)).text);
  std::vector<ClauseFeatures> features;
  for (const Clause& clause : clauses_of(there)) {
    ClauseFeatures one;
    one.range = {there.words[clause.first].range.begin, there.words[clause.last - 1].range.end};
    double own = 0;
    for (std::size_t w = clause.first; w < clause.last; ++w) {
      if (!translation.is_content(there.words[w])) continue;
      ++one.content;
      own += supports[w];
      if (supports[w] > kGood) ++one.good;
    }
    if (one.content == 0) continue;
    one.support = own / one.content;
    one.rest = Support{whole.words - one.content, whole.sum - own}.mean();
    const double length = length_in_letters(there.at(one.range));
    one.length = std::log((length_opposite + 1) / (here + 1));
    one.kept = std::log((length_opposite + 1) / (here - length + 1));
    one.share = one.content / whole.words;
    one.strangers = opposite.words - opposite.sum;
    one.opposite = opposite.words;
    one.good /= one.content;
    features.push_back(one);
  }
  return features;
}

std::vector<UnsupportedClause> unsupported_clauses(const CheckedTranslation& translation,
                                                   const CheckedBead& pair, SideOf side) {
  constexpr double kLeastWords = 3;
  constexpr double kLeastOpposite = 4;
  static const Values kChinese = text::fitted(text::kClauseModel, "chinese", kNames);
  static const Values kEnglish = text::fitted(text::kClauseModel, "english", kNames);
  const Values& weights = side == translation.chinese() ? kChinese : kEnglish;
  std::vector<UnsupportedClause> found;
  for (const ClauseFeatures& clause : clause_features(translation, pair, side)) {
    // Of a sentence of one clause nothing is left to compare with; idioms are spelled out.
    if (clause.content < kLeastWords || clause.share == 1 || clause.opposite < kLeastOpposite) {
      continue;
    }
    found.push_back({clause.range, probability(weights, clause)});
  }
  return found;
}

}  // namespace duizhao::check
