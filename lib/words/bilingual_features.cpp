// Features of a Chinese and an English word. L is the lexicon's p(e | z), S and T are the shares of
// the counted links of z with e among the occurrences of z and of e. Probabilities enter as
// ln(p + .001) - ln .001.
#include <algorithm>
#include <array>
#include <cmath>

#include "text/marks.hpp"
#include "text/scripts.hpp"
#include "text/utf8.hpp"
#include "words/pair_features.hpp"

namespace duizhao::words {
namespace {

enum Feature : std::size_t {
  lex,          // L
  count_ez,     // S
  count_ze,     // T
  part,         // L or S of a headword inside z
  family,       // L of a rendering that begins like e, where L itself says nothing
  same_value,   // a value of z is one of e
  other_value,  // both have values, and none in common
  equal,
  mark_same,   // the same mark
  mark_other,  // two other marks
  mark_word,   // a mark and a word
  spelt,       // how alike the pinyin of z and e are, above .4
  consonants,  // how alike their consonants are, above .4
  closed_z,
  closed_e,
  closed_both,
  closed_z_only,
  closed_e_only,
  lex_row,    // the share of the pair in the L of its row
  lex_col,    // … of its column
  count_row,  // the share of the pair in the S of its row
  count_col,  // … in the T of its column
  far,        // the distance of the places on the diagonal, as a share of the texts
  far_words,  // … in tens of English words, 2 at most
  frequency_z,
  frequency_e,
  length_z,
  length_e,
  unknown_z,
  lex_by_col,  // products of what tells most
  lex_rows,
  count_rows,
  far_closed,
  far_mark,
  far_known,
  near,        // the distance, .1 at most
  near_words,  // … in words, .3 at most
  lex_far,
  best,  // the greatest of lex, count_ez and count_ze
  closed_count_row,
  closed_count_col,
  habit_z,
  habit_e,
  habit_pair,
  kCount
};
constexpr std::array<std::string_view, kCount> kNames = {"lex",
                                                         "count_ez",
                                                         "count_ze",
                                                         "part",
                                                         "family",
                                                         "same_value",
                                                         "other_value",
                                                         "equal",
                                                         "mark_same",
                                                         "mark_other",
                                                         "mark_word",
                                                         "spelt",
                                                         "consonants",
                                                         "closed_z",
                                                         "closed_e",
                                                         "closed_both",
                                                         "closed_z_only",
                                                         "closed_e_only",
                                                         "lex_row",
                                                         "lex_col",
                                                         "count_row",
                                                         "count_col",
                                                         "far",
                                                         "far_words",
                                                         "frequency_z",
                                                         "frequency_e",
                                                         "length_z",
                                                         "length_e",
                                                         "unknown_z",
                                                         "lex_by_col",
                                                         "lex_rows",
                                                         "count_rows",
                                                         "far_closed",
                                                         "far_mark",
                                                         "far_known",
                                                         "near",
                                                         "near_words",
                                                         "lex_far",
                                                         "best",
                                                         "closed_count_row",
                                                         "closed_count_col",
                                                         "habit_z",
                                                         "habit_e",
                                                         "habit_pair"};

float scaled(float probability) {
  return probability == 0 ? 0 : std::log(probability + 0.001F) + 6.908F;
}

float greatest(const SparseRow& row, const std::vector<std::uint32_t>& numbers) {
  float best = 0;
  for (const std::uint32_t number : numbers) best = std::max(best, value_at(row, number));
  return best;
}

/// Renderings whose first letters, four to six, are those of e.
float family_of(const ChineseFacts& z, const EnglishFacts& e) {
  constexpr std::size_t kLeast = 4;
  constexpr std::size_t kMost = 6;
  float best = 0;
  for (const auto& [rendering, probability] : z.renderings) {
    for (const std::string& stem : e.stems) {
      const std::size_t letters = std::min({stem.size(), rendering.size(), kMost});
      if (letters < kLeast || stem.compare(0, letters, rendering, 0, letters) != 0) continue;
      best = std::max(best, probability);
    }
  }
  return best;
}

/// The length of the longest common subsequence.
std::size_t common_letters(std::string_view left, std::string_view right) {
  constexpr std::size_t kMost = 32;  // letters of a name
  std::array<std::uint8_t, kMost + 1> row{};
  right = right.substr(0, kMost);
  for (const char c : left.substr(0, kMost)) {
    std::uint8_t corner = 0;
    for (std::size_t k = 0; k < right.size(); ++k) {
      const std::uint8_t above = row[k + 1];
      row[k + 1] = c == right[k] ? static_cast<std::uint8_t>(corner + 1) : std::max(above, row[k]);
      corner = above;
    }
  }
  return row[right.size()];
}

float likeness(std::string_view left, std::string_view right) {
  const auto common = static_cast<float>(common_letters(left, right));
  return 2 * common / static_cast<float>(left.size() + right.size());
}

}  // namespace

float sound_likeness(const ChineseFacts& z, const EnglishFacts& e) {
  float most = 0;
  if (e.letters.size() < 2) return most;
  for (std::size_t k = 0; k < z.spellings.size(); ++k) {
    most = std::max(most, likeness(z.spellings[k], e.letters));
    if (std::min(z.skeletons[k].size(), e.skeleton.size()) < 2) continue;
    most = std::max(most, likeness(z.skeletons[k], e.skeleton));
  }
  return most;
}

namespace {

void measure_sound(const ChineseFacts& z, const EnglishFacts& e, std::span<float> values) {
  constexpr float kChance = 0.4F;
  if (e.letters.size() < 2 || !is_content(e.kind)) return;
  for (std::size_t k = 0; k < z.spellings.size(); ++k) {
    values[spelt] = std::max(values[spelt], likeness(z.spellings[k], e.letters) - kChance);
    if (std::min(z.skeletons[k].size(), e.skeleton.size()) < 2) continue;
    values[consonants] =
        std::max(values[consonants], likeness(z.skeletons[k], e.skeleton) - kChance);
  }
}

/// 1 for a value in common, -1 for none.
int compare_values(const ChineseFacts& z, const EnglishFacts& e) {
  if (z.values.empty()) return 0;
  const auto has = [&](double value) {
    return std::ranges::any_of(
        z.values, [&](double own) { return std::abs(own - value) <= 1e-6 * std::abs(value); });
  };
  if (z.unit.starts_with("月") && e.month) return has(*e.month) ? 1 : -1;
  if (e.values.empty()) return 0;
  return std::ranges::any_of(e.values, has) ? 1 : -1;
}

/// The half-width form of a mark: 。 is a full stop, 「 a quotation mark.
std::string plain_mark(const std::string& mark) {
  constexpr std::u32string_view kDouble = U"“”「」『』《》";
  constexpr std::u32string_view kSingle = U"‘’";
  const char32_t c = text::decode(mark, 0).value;
  if (kDouble.find(c) != kDouble.npos || mark == "``" || mark == "''") return "\"";
  if (kSingle.find(c) != kSingle.npos) return "'";
  const char32_t half = text::half_width(c);
  return half != 0 ? std::string(1, static_cast<char>(half)) : mark;
}

/// The shares of the pairs in the sums of their rows and columns.
struct Shares {
  Grid<float> values;
  std::vector<float> rows;
  std::vector<float> columns;

  Shares(std::size_t m, std::size_t n) : values(m, n), rows(m), columns(n) {}
  void set(std::size_t i, std::size_t j, float value) {
    values(i, j) = value;
    rows[i] += value;
    columns[j] += value;
  }
};

class Measuring {
 public:
  Measuring(const std::vector<const ChineseFacts*>& chinese,
            const std::vector<const EnglishFacts*>& english, const Habits& habits)
      : chinese_(chinese),
        english_(english),
        habits_(habits),
        lexical_(chinese.size(), english.size()),
        counted_z_(chinese.size(), english.size()),
        counted_e_(chinese.size(), english.size()),
        source_habits_(habits.of_source(chinese)),
        target_habits_(habits.of_target(english)) {}

  PairFeatures run() {
    PairFeatures features(kCount, chinese_.size(), english_.size());
    for (std::size_t i = 0; i < chinese_.size(); ++i) {
      for (std::size_t j = 0; j < english_.size(); ++j) measure_words(i, j, features(i, j));
    }
    for (std::size_t i = 0; i < chinese_.size(); ++i) {
      for (std::size_t j = 0; j < english_.size(); ++j) measure_shares(i, j, features(i, j));
    }
    return features;
  }

 private:
  void measure_words(std::size_t i, std::size_t j, std::span<float> values) {
    constexpr float kSmooth = 3;  // occurrences
    const ChineseFacts& z = *chinese_[i];
    const EnglishFacts& e = *english_[j];
    measure_places(i, j, values);
    const float links = greatest(z.links, e.counted);
    counted_z_.set(i, j, links / (static_cast<float>(z.occurrences) + kSmooth));
    counted_e_.set(i, j, links / (static_cast<float>(e.occurrences) + kSmooth));
    values[count_ez] = scaled(counted_z_.values(i, j));
    values[count_ze] = scaled(counted_e_.values(i, j));
    const bool mark_z = z.kind == WordClass::mark;
    const bool mark_e = e.kind == WordClass::mark;
    if (mark_z || mark_e) {
      const bool same = mark_z && mark_e && plain_mark(z.text) == plain_mark(e.text);
      values[mark_z != mark_e ? mark_word : same ? mark_same : mark_other] = 1;
      return;
    }
    const float probability = greatest(z.row, e.numbers);
    lexical_.set(i, j, probability);
    values[lex] = scaled(probability);
    values[part] =
        scaled(std::max(greatest(z.part_row, e.numbers), greatest(z.part_links, e.counted)));
    constexpr float kSaysNothing = 0.02F;
    if (probability < kSaysNothing) values[family] = scaled(family_of(z, e));
    const int value = compare_values(z, e);
    values[same_value] = value > 0;
    values[other_value] = value < 0;
    values[equal] = z.text == e.text;
    constexpr float kKnown = 0.05F;  // how a word sounds says nothing beside what it means
    if (probability < kKnown) measure_sound(z, e, values);
    const bool closed = !is_content(z.kind);
    const bool other_closed = !is_content(e.kind);
    values[closed_z] = closed;
    values[closed_e] = other_closed;
    values[closed_both] = closed && other_closed;
    values[closed_z_only] = closed && !other_closed;
    values[closed_e_only] = !closed && other_closed;
    values[frequency_z] = z.log_frequency;
    values[frequency_e] = e.log_occurrences;
    values[length_z] = static_cast<float>(std::min<std::size_t>(z.length, 5)) / 5;
    values[length_e] = static_cast<float>(std::min<std::size_t>(e.text.size(), 12)) / 12;
    values[unknown_z] = !z.known;
  }

  void measure_places(std::size_t i, std::size_t j, std::span<float> values) const {
    const auto m = static_cast<float>(chinese_.size());
    const auto n = static_cast<float>(english_.size());
    const float place = static_cast<float>(i) + .5F;
    const float other = static_cast<float>(j) + .5F;
    values[far] = std::abs(place / m - other / n);
    values[far_words] = std::min(std::abs(place * n / m - other), 20.F) / 10;
  }

  void measure_shares(std::size_t i, std::size_t j, std::span<float> values) const {
    const ChineseFacts& z = *chinese_[i];
    const EnglishFacts& e = *english_[j];
    values[lex_row] = lexical_.values(i, j) / (lexical_.rows[i] + .02F);
    values[lex_col] = lexical_.values(i, j) / (lexical_.columns[j] + .02F);
    values[count_row] = counted_z_.values(i, j) / (counted_z_.rows[i] + .01F);
    values[count_col] = counted_e_.values(i, j) / (counted_e_.columns[j] + .01F);
    values[lex_by_col] = values[lex] * values[lex_col];
    values[lex_rows] = values[lex_row] * values[lex_col];
    values[count_rows] = values[count_row] * values[count_col];
    values[far_closed] = values[far_words] * values[closed_both];
    values[far_mark] = values[far_words] * values[mark_same];
    constexpr float kKnown = 3;  // of lex: p(e | z) of .02
    values[far_known] = values[lex] > kKnown ? values[far_words] : 0;
    values[near] = std::min(values[far], .1F);
    values[near_words] = std::min(values[far_words], .3F);
    values[lex_far] = values[lex] * values[far_words];
    values[best] = std::max({values[lex], values[count_ez], values[count_ze]});
    values[closed_count_row] = values[closed_e] * values[count_row];
    values[closed_count_col] = values[closed_e] * values[count_col];
    values[habit_z] = source_habits_[i];
    values[habit_e] = target_habits_[j];
    if (is_content(z.kind) || is_content(e.kind)) return;
    values[habit_pair] = habits_.of_pair(z.text, e.text);
  }

  const std::vector<const ChineseFacts*>& chinese_;
  const std::vector<const EnglishFacts*>& english_;
  const Habits& habits_;
  Shares lexical_;
  Shares counted_z_;
  Shares counted_e_;
  std::vector<float> source_habits_;
  std::vector<float> target_habits_;
};

}  // namespace

std::span<const std::string_view> bilingual_feature_names() { return kNames; }

PairFeatures bilingual_features(const std::vector<const ChineseFacts*>& chinese,
                                const std::vector<const EnglishFacts*>& english,
                                const Habits& habits) {
  return Measuring(chinese, english, habits).run();
}

}  // namespace duizhao::words
