#include "collate/word_alignment.hpp"

#include <algorithm>
#include <cmath>

#include "lexicon/likeness.hpp"

namespace duizhao::collate {
namespace {

constexpr double kFamily = 0.8;

constexpr double kLeastTranslation = 0.2;
constexpr double kDistance = 0.6;  // what the farthest apart two words can be costs

constexpr double kMatch = 0.3;      // least likeness of words that match
constexpr double kMismatch = -0.4;  // different words at one place
constexpr double kGap = -0.25;

double position(std::size_t index, std::size_t count) {
  return count < 2 ? 0.5 : static_cast<double>(index) / static_cast<double>(count - 1);
}

}  // namespace

WordComparison::WordComparison(const lexicon::Tables* tables, const lexicon::GlossColumns& columns)
    : tables_(tables), columns_(columns) {}

double WordComparison::alike(const CollationToken& left, const CollationToken& right) const {
  if (left.normalized == right.normalized) return 1;
  if (!left.content || !right.content) return 0;
  const double best = lexicon::are_family(left.normalized, right.normalized) ? kFamily : 0;
  const auto one = tables_ != nullptr ? tables_->stem(left.normalized) : std::nullopt;
  const auto two = tables_ != nullptr ? tables_->stem(right.normalized) : std::nullopt;
  if (!one || !two) return best;
  const auto first = columns_.column(*one);
  const auto second = columns_.column(*two);
  double roots = 0;
  for (auto i = first.begin(), k = second.begin(); i != first.end() && k != second.end();) {
    if (i->headword == k->headword) {
      roots += std::sqrt(static_cast<double>(i->probability) * k->probability);
      ++i;
      ++k;
    } else if (i->headword < k->headword) {
      ++i;
    } else {
      ++k;
    }
  }
  if (roots == 0) return best;
  const double cosine = roots / std::sqrt(columns_.sum(*one) * columns_.sum(*two));
  return std::max(best, lexicon::synonym_likeness(cosine));
}

std::vector<WordComparison::Rendering> WordComparison::renderings(
    const CollationToken& chinese) const {
  std::vector<Rendering> renderings = {{chinese.normalized, 1}};  // Latin words and numbers
  if (tables_ == nullptr) return renderings;
  for (const auto& [stem, probability] : tables_->row(chinese.normalized)) {
    renderings.push_back({tables_->stem_text(stem), probability});
  }
  return renderings;
}

double WordComparison::renders(const std::vector<Rendering>& renderings,
                               const CollationToken& english) {
  double probability = 0;
  for (const Rendering& rendering : renderings) {
    if (rendering.stem == english.normalized) {
      probability += rendering.probability;
    } else if (english.content && lexicon::are_family(rendering.stem, english.normalized)) {
      probability += kFamily * rendering.probability;
    }
  }
  return lexicon::rendering_likeness(probability);
}

namespace {

/// Words between two that are laid take what is free between their counterparts, if it is little:
/// more would be guessed.
void lay_between(const std::vector<CollationToken>& original,
                 const std::vector<CollationToken>& translation, WordAlignment& alignment,
                 std::vector<std::size_t>& taken) {
  constexpr std::size_t kMost = 2;  // words of either side
  for (std::size_t k = 0; k < translation.size();) {
    if (alignment[k]) {
      ++k;
      continue;
    }
    const std::size_t first = k;
    while (k < translation.size() && !alignment[k]) ++k;
    const std::size_t low = first > 0 ? *alignment[first - 1] + 1 : 0;
    const std::size_t high = k < translation.size() ? *alignment[k] : original.size();
    std::vector<std::size_t> words;
    for (std::size_t w = first; w < k; ++w) {
      if (translation[w].content) words.push_back(w);
    }
    std::vector<std::size_t> places;
    for (std::size_t i = low; i < high; ++i) {
      if (taken[i] == 0 && original[i].content) places.push_back(i);
    }
    if (words.size() > kMost || places.empty() || places.size() > kMost) continue;
    for (std::size_t n = 0; n < words.size(); ++n) {
      const std::size_t place = places[std::min(n, places.size() - 1)];
      alignment[words[n]] = place;
      ++taken[place];
    }
  }
}

}  // namespace

WordAlignment align_translation(const WordComparison& comparison,
                                const std::vector<CollationToken>& original,
                                const std::vector<CollationToken>& translation) {
  struct Pair {
    double score;
    std::size_t left;
    std::size_t right;
  };
  std::vector<Pair> pairs;
  for (std::size_t i = 0; i < original.size(); ++i) {
    const auto renderings = comparison.renderings(original[i]);
    for (std::size_t k = 0; k < translation.size(); ++k) {
      if (!translation[k].content && original[i].content) continue;
      const double renders = WordComparison::renders(renderings, translation[k]);
      if (renders < kLeastTranslation) continue;
      const double apart = std::abs(position(i, original.size()) - position(k, translation.size()));
      pairs.push_back({renders - kDistance * apart, i, k});
    }
  }
  std::ranges::stable_sort(
      pairs, [](const Pair& left, const Pair& right) { return left.score > right.score; });
  WordAlignment alignment(translation.size());
  std::vector<std::size_t> taken(original.size());
  for (const Pair& pair : pairs) {
    if (pair.score < 0 || alignment[pair.right]) continue;
    // A second word for one that has its word already must stand beside it.
    const bool beside =
        (pair.right > 0 && alignment[pair.right - 1] == pair.left) ||
        (pair.right + 1 < translation.size() && alignment[pair.right + 1] == pair.left);
    if (taken[pair.left] > 0 && !beside) continue;
    alignment[pair.right] = pair.left;
    ++taken[pair.left];
  }
  lay_between(original, translation, alignment, taken);
  return alignment;
}

WordAlignment align_versions(const WordComparison& comparison,
                             const std::vector<CollationToken>& base,
                             std::vector<CollationToken>& version) {
  const std::size_t rows = version.size() + 1;
  const std::size_t columns = base.size() + 1;
  std::vector<double> likeness(base.size() * version.size());
  std::vector<double> best(rows * columns);
  std::vector<char> step(rows * columns);  // m both, v a word of the version, b one of the base
  for (std::size_t k = 1; k < rows; ++k) {
    best[k * columns] = best[(k - 1) * columns] + kGap;
    step[k * columns] = 'v';
  }
  for (std::size_t i = 1; i < columns; ++i) {
    best[i] = best[i - 1] + kGap;
    step[i] = 'b';
  }
  for (std::size_t k = 1; k < rows; ++k) {
    for (std::size_t i = 1; i < columns; ++i) {
      double alike = comparison.alike(base[i - 1], version[k - 1]);
      likeness[(k - 1) * base.size() + i - 1] = alike;
      if (!base[i - 1].content || !version[k - 1].content) alike *= 0.5;
      const double both =
          best[(k - 1) * columns + i - 1] + (alike >= kMatch / 2 ? alike : kMismatch);
      const double own = best[(k - 1) * columns + i] + kGap;
      const double other = best[k * columns + i - 1] + kGap;
      double& cell = best[k * columns + i];
      cell = std::max({both, own, other});
      step[k * columns + i] = cell == both ? 'm' : cell == own ? 'v' : 'b';
    }
  }
  WordAlignment alignment(version.size());
  std::vector<std::optional<std::size_t>> partner(base.size());
  for (std::size_t k = rows - 1, i = columns - 1; k > 0 || i > 0;) {
    const char taken = step[k * columns + i];
    if (taken == 'm') {
      alignment[k - 1] = i - 1;
      partner[i - 1] = k - 1;
    }
    if (taken != 'b') --k;
    if (taken != 'v') --i;
  }
  // Words that stand beside nothing like them have their like elsewhere: they have moved.
  const auto likeness_of = [&](std::size_t k, std::size_t i) {
    return likeness[k * base.size() + i];
  };
  for (std::size_t k = 0; k < version.size(); ++k) {
    const bool laid = alignment[k] && likeness_of(k, *alignment[k]) >= kMatch;
    if (!version[k].content || laid) continue;
    std::optional<std::size_t> found;
    for (std::size_t i = 0; i < base.size(); ++i) {
      const bool free = !partner[i] || likeness_of(*partner[i], i) < kMatch;
      if (!free || !base[i].content || likeness_of(k, i) < kMatch) continue;
      if (!found || likeness_of(k, i) > likeness_of(k, *found)) found = i;
    }
    if (!found) continue;
    if (alignment[k]) partner[*alignment[k]].reset();
    if (partner[*found]) alignment[*partner[*found]].reset();
    alignment[k] = found;
    partner[*found] = k;
    version[k].moved = true;
  }
  return alignment;
}

}  // namespace duizhao::collate
