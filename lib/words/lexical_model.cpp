#include "words/lexical_model.hpp"

#include <algorithm>
#include <map>
#include <string>
#include <utility>

#include "lexicon/tables.hpp"
#include "lexicon/words.hpp"
#include "words/background.hpp"

namespace duizhao::words {
namespace {

constexpr double kMarkProbability = 0.7;       // that a mark stands for the same mark
constexpr double kEqualWordProbability = 1.0;  // that a Latin word or number stays as it is
// p(word | explaining word) / p(word); less says next to nothing.
constexpr double kLeastRatio = 2;

/// p(word of the other side | word), by word.
using Probabilities = std::vector<std::vector<std::pair<std::uint32_t, double>>>;

/// Bayes: p(source word | target word) is proportional to p(target word | source word) p(source
/// word).
Probabilities inverted(const Probabilities& given_source, const std::vector<double>& p_source,
                       std::size_t target_words) {
  constexpr double kLeast = 1e-9;  // so that no word divides by zero
  std::vector<double> totals(target_words, kLeast);
  for (std::uint32_t word = 0; word < given_source.size(); ++word) {
    for (const auto& [other, probability] : given_source[word]) {
      totals[other] += probability * p_source[word];
    }
  }
  Probabilities given_target(target_words);
  for (std::uint32_t word = 0; word < given_source.size(); ++word) {
    for (const auto& [other, probability] : given_source[word]) {
      given_target[other].emplace_back(word, probability * p_source[word] / totals[other]);
    }
  }
  return given_target;
}

std::vector<std::vector<Direction::Explained>> ratios(const Probabilities& probabilities,
                                                      const std::vector<double>& background) {
  std::vector<std::vector<Direction::Explained>> rows(probabilities.size());
  for (std::size_t word = 0; word < rows.size(); ++word) {
    rows[word].reserve(probabilities[word].size());
    for (const auto& [other, probability] : probabilities[word]) {
      const double ratio = probability / background[other];
      if (ratio >= kLeastRatio) rows[word].push_back({other, static_cast<float>(ratio)});
    }
  }
  return rows;
}

/// The words of the explained side that are in any row.
std::vector<bool> explained_words(const Direction& direction) {
  std::vector<bool> explained(direction.background.size());
  for (const auto& row : direction.rows) {
    for (const auto& [word, ratio] : row) explained[word] = true;
  }
  return explained;
}

bool is_plain(const std::string& word) { return static_cast<unsigned char>(word.front()) < 0xE0; }

/// Words that are equal on both sides stay as they are, but for a tenth.
void add_learned(const std::vector<lexicon::TrainedEntry>& learned, Probabilities& given_source) {
  constexpr double kShareBesideEqual = 0.1;
  std::vector<std::uint32_t> equals;  // of each word
  for (const auto& row : given_source) {
    equals.push_back(row.empty() ? Tokens::npos : row.front().first);
  }
  for (const auto& [source, target, probability] : learned) {
    if (target == equals[source]) continue;
    const double share = equals[source] == Tokens::npos ? 1 : kShareBesideEqual;
    given_source[source].emplace_back(target, share * probability);
  }
  for (auto& row : given_source) std::sort(row.begin(), row.end());
}

/// The words that a text has, those without meaning of their own only where there are no others.
std::vector<std::uint32_t> content_of(const Tokens& side, const std::vector<std::string>& words) {
  std::vector<std::uint32_t> numbers;
  for (const std::string& word : words) numbers.push_back(side.find(word));
  std::erase(numbers, Tokens::npos);
  const auto is_weak = [&](std::uint32_t word) { return !side.is_content(word); };
  if (!std::all_of(numbers.begin(), numbers.end(), is_weak)) std::erase_if(numbers, is_weak);
  return numbers;
}

/// Takes out the words of both sides that know each other.
void keep_strangers(const Probabilities& given_source, std::vector<std::uint32_t>& sources,
                    std::vector<std::uint32_t>& targets) {
  constexpr double kLeast = 0.05;
  std::vector<std::uint32_t> left_sources;
  std::vector<std::uint32_t> left_targets = targets;
  for (const std::uint32_t from : sources) {
    bool stranger = true;
    for (const auto& [to, probability] : given_source[from]) {
      if (probability < kLeast || std::find(targets.begin(), targets.end(), to) == targets.end()) {
        continue;
      }
      stranger = false;
      std::erase(left_targets, to);
    }
    if (stranger) left_sources.push_back(from);
  }
  sources = std::move(left_sources);
  if (!left_targets.empty()) targets = std::move(left_targets);
}

/// Each word of a rendering stands for the other side's words alike, and little else.
void add_renderings(const std::vector<Rendering>& renderings, const Tokens& source,
                    const Tokens& target, Probabilities& given_source) {
  constexpr double kShare = 0.9;
  std::map<std::uint32_t, std::map<std::uint32_t, double>> rendered;
  for (const Rendering& rendering : renderings) {
    // Words of a term that stand for each other anyway keep to themselves.
    std::vector<std::uint32_t> sources = content_of(source, rendering.source);
    std::vector<std::uint32_t> targets = content_of(target, rendering.target);
    if (sources.size() > 1) keep_strangers(given_source, sources, targets);
    for (const std::uint32_t from : sources) {
      for (const std::uint32_t to : targets) ++rendered[from][to];
    }
  }
  for (const auto& [word, others] : rendered) {
    std::map<std::uint32_t, double> row;
    for (const auto& [other, probability] : given_source[word]) {
      row[other] += (1 - kShare) * probability;
    }
    double total = 0;
    for (const auto& [other, count] : others) total += count;
    for (const auto& [other, count] : others) row[other] += kShare * count / total;
    given_source[word].assign(row.begin(), row.end());
  }
}

/// Mixes counted links into the shares of a Chinese word, the more of them the more often it was
/// seen. `touched` are the words with a share.
void mix_counts(const lexicon::Tables& tables, std::string_view text,
                const std::vector<std::uint32_t>& word_of_counted, std::vector<double>& sums,
                std::vector<std::uint32_t>& touched) {
  constexpr double kMost = 0.4;  // share; this and the next by the aligner's leave-one-out F1
  constexpr double kHalf = 20;   // occurrences
  const auto counted = tables.counted_word(text);
  if (!counted || tables.counted_sum(*counted) == 0) return;
  const auto seen = static_cast<double>(tables.counted_sum(*counted));
  const double trust = kMost * seen / (seen + kHalf);
  for (const std::uint32_t other : touched) sums[other] *= 1 - trust;
  for (const lexicon::Count& count : tables.counts(*counted)) {
    const std::uint32_t other = word_of_counted[count.stem];
    if (other == Tokens::npos) continue;
    if (sums[other] == 0) touched.push_back(other);
    sums[other] += trust * count.links / 2 / seen;
  }
}

}  // namespace

double Direction::ratio(std::uint32_t explaining, std::uint32_t explained) const {
  const auto& row = rows[explaining];
  const auto found =
      std::lower_bound(row.begin(), row.end(), explained,
                       [](const Explained& each, std::uint32_t word) { return each.word < word; });
  return found != row.end() && found->word == explained ? static_cast<double>(found->ratio) : 0;
}

LexicalModel::LexicalModel(const Tokens& source, const Tokens& target,
                           const lexicon::Tables* tables, const std::vector<Rendering>& renderings,
                           const std::vector<lexicon::TrainedEntry>& learned) {
  const bool known = by_lexicon(source, target, tables);
  forward.background = background_of(target, tables);
  backward.background = background_of(source, tables);

  std::vector<std::uint32_t> word_of_stem;     // the target's words
  std::vector<std::uint32_t> word_of_counted;  // the same by the translation table's stems
  if (known) {
    word_of_counted.assign(tables->counted_stem_count(), Tokens::npos);
    for (std::uint32_t word = 0; word < target.vocabulary().size(); ++word) {
      const auto stem = tables->counted_stem(target.vocabulary()[word]);
      if (stem && !target.is_mark(word)) word_of_counted[*stem] = word;
    }
    word_of_stem.assign(tables->stem_count(), Tokens::npos);
    for (std::uint32_t word = 0; word < target.vocabulary().size(); ++word) {
      if (const auto stem = tables->stem(target.vocabulary()[word])) word_of_stem[*stem] = word;
    }
  }
  std::vector<double> sums(target.vocabulary().size(), 0);
  std::vector<std::uint32_t> touched;
  const auto stemmer = lexicon::Stemmer::for_language(target.language(), tables);
  Probabilities given_source(source.vocabulary().size());
  for (std::uint32_t word = 0; word < source.vocabulary().size(); ++word) {
    const std::string& text = source.vocabulary()[word];
    auto& row = given_source[word];
    if (source.is_mark(word) || !known || is_plain(text)) {
      const bool stemmed = stemmer && source.language() == "zh" && !source.is_mark(word);
      const std::uint32_t equal = target.find(stemmed ? stemmer->stem(text) : text);
      const double probability = source.is_mark(word) ? kMarkProbability : kEqualWordProbability;
      if (equal != Tokens::npos) row.emplace_back(equal, probability);
      continue;
    }
    tables->visit_row(text, [&](std::size_t stem, double share) {
      const std::uint32_t other = word_of_stem[stem];
      if (other == Tokens::npos) return;
      if (sums[other] == 0) touched.push_back(other);
      sums[other] += share;
    });
    mix_counts(*tables, text, word_of_counted, sums, touched);
    std::sort(touched.begin(), touched.end());
    for (const std::uint32_t other : touched) {
      row.emplace_back(other, sums[other]);
      sums[other] = 0;
    }
    touched.clear();
  }
  add_learned(learned, given_source);
  add_renderings(renderings, source, target, given_source);
  forward.rows = ratios(given_source, forward.background);
  backward.rows = ratios(inverted(given_source, backward.background, target.vocabulary().size()),
                         backward.background);
  forward.explains = explained_words(forward);
  backward.explains = explained_words(backward);
}

void LexicalModel::drop_unlikely() {
  constexpr double kUnlikely = 0.05;
  constexpr double kLeastRatioOfUnlikely = 12;
  for (Direction* direction : {&forward, &backward}) {
    for (auto& row : direction->rows) {
      std::erase_if(row, [&](const Direction::Explained& each) {
        const auto ratio = static_cast<double>(each.ratio);
        return ratio < kLeastRatioOfUnlikely &&
               ratio * direction->background[each.word] < kUnlikely;
      });
    }
    direction->explains = explained_words(*direction);
  }
}

}  // namespace duizhao::words
