// Features of two words in one language.
#include <algorithm>
#include <array>
#include <cmath>
#include <map>

#include "duizhao/text/edit_distance.hpp"
#include "words/pair_features.hpp"

namespace duizhao::words {
namespace {

constexpr std::size_t kClassPairs = kWordClasses * (kWordClasses + 1) / 2;

enum Feature : std::size_t {
  same_lemma,
  same_form,
  same_class,                              // one for each class, of equal lemmas
  class_pair = same_class + kWordClasses,  // one for each unordered pair, of different lemmas
  family = class_pair + kClassPairs,       // derived from each other
  opposite,
  synonym,                   // through shared headwords at all
  synonym_log,               // 1 + ln(synonymy) / 8, at least 0
  synonym_from,              // one for each of kSynonymSteps
  alike = synonym_from + 4,  // 1 - edit distance / length of the longer one
  alike_from,                // one for each of kAlikeSteps
  prefix = alike_from + 3,   // the common beginning over the length of the longer one
  prefix_four,               // it has four letters
  unknown_alike,             // alike, where the lexicon knows neither
  one_unknown,
  same_value,
  other_value,
  shared_part,  // of hyphenated words
  acronym,      // US for United States
  distance,     // of the places on the diagonal, as a share of the texts
  distance_square,
  distance_step,                   // one for each of kDistanceSteps, and beyond a half
  run_length = distance_step + 4,  // equal words in a row through the pair: 2, 3, 4 and more
  same_before = run_length + 3,
  same_after,
  only_once,   // an equal form that either text has once
  same_turn,   // … that both have as often, the same one in turn
  other_turn,  // … another one
  both_first,
  both_last,
  habit_left,
  habit_right,
  habit_pair,
  kCount
};

constexpr std::array<float, 4> kSynonymSteps = {.006F, .015F, .04F, .12F};
constexpr std::array<float, 3> kAlikeSteps = {.5F, .65F, .8F};
constexpr std::array<float, 3> kDistanceSteps = {.05F, .12F, .25F};

std::vector<std::string> make_names() {
  constexpr std::array<std::string_view, kWordClasses> kClasses = {
      "determiner",  "negation",   "modal", "auxiliary", "pronoun", "preposition",
      "conjunction", "possessive", "mark",  "number",    "word"};
  std::vector<std::string> names = {"same_lemma", "same_form"};
  for (const std::string_view kind : kClasses) names.push_back("same_" + std::string(kind));
  for (std::size_t a = 0; a < kWordClasses; ++a) {
    for (std::size_t b = a; b < kWordClasses; ++b) {
      names.push_back(std::string(kClasses[a]) + "~" + std::string(kClasses[b]));
    }
  }
  for (const char* name :
       {"family",          "opposite",        "synonym",        "synonym_log",   "synonym_from_1",
        "synonym_from_2",  "synonym_from_3",  "synonym_from_4", "alike",         "alike_from_1",
        "alike_from_2",    "alike_from_3",    "prefix",         "prefix_four",   "unknown_alike",
        "one_unknown",     "same_value",      "other_value",    "shared_part",   "acronym",
        "distance",        "distance_square", "distance_to_1",  "distance_to_2", "distance_to_3",
        "distance_beyond", "run_2",           "run_3",          "run_4",         "same_before",
        "same_after",      "only_once",       "same_turn",      "other_turn",    "both_first",
        "both_last",       "habit_left",      "habit_right",    "habit_pair"}) {
    names.emplace_back(name);
  }
  return names;
}

std::size_t class_pair_index(WordClass left, WordClass right) {
  auto a = static_cast<std::size_t>(std::min(left, right));
  const auto b = static_cast<std::size_t>(std::max(left, right));
  return a * kWordClasses - a * (a + 1) / 2 + b;
}

bool contains(std::span<const std::uint16_t> numbers, std::uint32_t number) {
  return std::ranges::binary_search(numbers, static_cast<std::uint16_t>(number));
}

std::size_t common_prefix(std::string_view left, std::string_view right) {
  const auto [end, other] = std::ranges::mismatch(left, right);
  return static_cast<std::size_t>(end - left.begin());
}

bool shares_part(const WordFacts& left, const WordFacts& right) {
  const auto has = [](const WordFacts& facts, const std::string& part) {
    return facts.lemma == part || std::ranges::find(facts.parts, part) != facts.parts.end();
  };
  return std::ranges::any_of(left.parts, [&](const auto& part) { return has(right, part); }) ||
         std::ranges::any_of(right.parts, [&](const auto& part) { return has(left, part); });
}

template <typename Facts>
class Measuring {
 public:
  Measuring(const std::vector<const Facts*>& left, const std::vector<const Facts*>& right,
            const Habits& habits, const lexicon::Tables* tables)
      : left_(left), right_(right), habits_(habits), tables_(tables) {}

  PairFeatures run() {
    PairFeatures features(kCount, left_.size(), right_.size());
    const auto cell = [&](std::size_t i, std::size_t j) { return features(i, j); };
    equal_ = Grid<std::uint8_t>(left_.size(), right_.size());
    const std::vector<float> left_habits = habits_.of_source(left_);
    const std::vector<float> right_habits = habits_.of_target(right_);
    for (std::size_t i = 0; i < left_.size(); ++i) {
      for (std::size_t j = 0; j < right_.size(); ++j) {
        equal_(i, j) = left_[i]->text == right_[j]->text;
        features.groups(i, j) = measure_words(*left_[i], *right_[j], cell(i, j));
        measure_place(i, j, cell(i, j));
        cell(i, j)[habit_left] = left_habits[i];
        cell(i, j)[habit_right] = right_habits[j];
      }
    }
    measure_runs(cell);
    measure_turns(cell);
    measure_acronyms(left_, right_, [&](std::size_t i, std::size_t j) { cell(i, j)[acronym] = 1; });
    measure_acronyms(right_, left_, [&](std::size_t j, std::size_t i) { cell(i, j)[acronym] = 1; });
    return features;
  }

 private:
  /// Returns the group.
  std::uint8_t measure_words(const Facts& a, const Facts& b, std::span<float> values) const {
    const bool content = is_content(a.kind) && is_content(b.kind);
    if (a.lemma == b.lemma) {
      values[same_lemma] = 1;
      values[same_form] = a.form == b.form;
      values[same_class + static_cast<std::size_t>(a.kind)] = 1;
      return content ? 0 : 1;
    }
    values[class_pair + class_pair_index(a.kind, b.kind)] = 1;
    if (a.kind != WordClass::mark && b.kind != WordClass::mark) measure_relations(a, b, values);
    if (content) {
      measure_strings(a, b, values);
      return 2;
    }
    if (!is_content(a.kind) && !is_content(b.kind)) {
      values[habit_pair] = habits_.of_pair(a.text, b.text);
      return 4;
    }
    return 3;
  }

  void measure_relations(const Facts& a, const Facts& b, std::span<float> values) const {
    values[family] = are_family(a, b, tables_);
    values[opposite] = are_opposites(a, b, tables_);
    const float share = synonymy(a, b, tables_);
    if (share == 0) return;
    values[synonym] = 1;
    values[synonym_log] = std::max(0.F, 1 + std::log(share) / 8);
    for (std::size_t k = 0; k < kSynonymSteps.size(); ++k) {
      values[synonym_from + k] = share > kSynonymSteps[k];
    }
  }

  static void measure_strings(const Facts& a, const Facts& b, std::span<float> values) {
    const auto longer = static_cast<float>(std::max(a.text.size(), b.text.size()));
    const std::size_t letters = common_prefix(a.text, b.text);
    const float likeness =
        1 - static_cast<float>(edit_distance(a.text, b.text, Transpositions::two_edits)) / longer;
    values[alike] = std::max(0.F, likeness);
    for (std::size_t k = 0; k < kAlikeSteps.size(); ++k) {
      values[alike_from + k] = likeness > kAlikeSteps[k];
    }
    values[prefix] = static_cast<float>(letters) / longer;
    values[prefix_four] = letters >= 4;
    if (!a.known && !b.known) values[unknown_alike] = values[alike];
    values[one_unknown] = a.known != b.known;
    if (!a.values.empty() && !b.values.empty()) {
      values[a.values.back() == b.values.back() ? same_value : other_value] = 1;
    }
    if (!a.parts.empty() || !b.parts.empty()) values[shared_part] = shares_part(a, b);
  }

  void measure_place(std::size_t i, std::size_t j, std::span<float> values) const {
    const auto n = static_cast<float>(left_.size());
    const auto m = static_cast<float>(right_.size());
    const float off =
        std::abs((static_cast<float>(i) + .5F) / n - (static_cast<float>(j) + .5F) / m);
    values[distance] = off;
    values[distance_square] = off * off;
    for (std::size_t k = 0; k < kDistanceSteps.size(); ++k) {
      values[distance_step + k] = off < kDistanceSteps[k];
    }
    values[distance_step + kDistanceSteps.size()] = off > .5F;
    values[both_first] = i == 0 && j == 0;
    values[both_last] = i + 1 == left_.size() && j + 1 == right_.size();
  }

  template <typename Cell>
  void measure_runs(const Cell& cell) const {
    const auto is_equal = [&](std::size_t i, std::size_t j) {  // before the first wraps round
      return i < left_.size() && j < right_.size() && equal_(i, j) != 0;
    };
    Grid<std::size_t> before(left_.size(), right_.size());
    for (std::size_t i = 0; i < left_.size(); ++i) {
      for (std::size_t j = 0; j < right_.size(); ++j) {
        const std::span<float> values = cell(i, j);
        values[same_before] = is_equal(i - 1, j - 1);
        values[same_after] = is_equal(i + 1, j + 1);
        if (!is_equal(i, j)) continue;
        before(i, j) = 1 + (i > 0 && j > 0 ? before(i - 1, j - 1) : 0);
        if (is_equal(i + 1, j + 1)) continue;
        const std::size_t length = before(i, j);  // the run ends here
        for (std::size_t back = 0; back < length; ++back) {
          for (std::size_t k = 0; k < 3; ++k)
            cell(i - back, j - back)[run_length + k] = length >= k + 2;
        }
      }
    }
  }

  template <typename Cell>
  void measure_turns(const Cell& cell) const {
    struct Uses {
      std::vector<std::size_t> left;
      std::vector<std::size_t> right;
    };
    std::map<std::string_view, Uses> words;
    for (std::size_t i = 0; i < left_.size(); ++i) words[left_[i]->text].left.push_back(i);
    for (std::size_t j = 0; j < right_.size(); ++j) words[right_[j]->text].right.push_back(j);
    for (const auto& [word, uses] : words) {
      if (uses.left.size() != uses.right.size()) continue;
      for (std::size_t a = 0; a < uses.left.size(); ++a) {
        for (std::size_t b = 0; b < uses.right.size(); ++b) {
          const Feature what = uses.left.size() == 1 ? only_once : a == b ? same_turn : other_turn;
          cell(uses.left[a], uses.right[b])[what] = 1;
        }
      }
    }
  }

  /// Marks the words whose first letters an unknown word of two to six letters is made of.
  template <typename Mark>
  static void measure_acronyms(const std::vector<const Facts*>& words,
                               const std::vector<const Facts*>& others, const Mark& mark) {
    std::vector<std::size_t> named;  // words that give a letter
    for (std::size_t i = 0; i < words.size(); ++i) {
      if (is_content(words[i]->kind)) named.push_back(i);
    }
    for (std::size_t j = 0; j < others.size(); ++j) {
      std::string letters = others[j]->text;
      std::erase(letters, '.');
      if (letters.size() < 2 || letters.size() > 6 || others[j]->kind != WordClass::word) continue;
      const bool plain = std::ranges::all_of(letters, [](char c) { return c >= 'a' && c <= 'z'; });
      if (!plain) continue;
      for (std::size_t s = 0; s + letters.size() <= named.size(); ++s) {
        const bool matches = [&] {
          for (std::size_t k = 0; k < letters.size(); ++k) {
            if (words[named[s + k]]->text.front() != letters[k]) return false;
          }
          return named[s + letters.size() - 1] - named[s] <= letters.size() + 2;
        }();
        if (!matches) continue;
        for (std::size_t i = named[s]; i <= named[s + letters.size() - 1]; ++i) mark(i, j);
      }
    }
  }

  const std::vector<const Facts*>& left_;
  const std::vector<const Facts*>& right_;
  const Habits& habits_;
  const lexicon::Tables* tables_;
  Grid<std::uint8_t> equal_;
};

float entry_of(std::span<const lexicon::Entry> entries, std::uint32_t stem) {
  const auto found =
      std::ranges::lower_bound(entries, stem, {}, [](const auto& entry) { return entry.stem; });
  if (found == entries.end() || found->stem != stem) return 0;
  return static_cast<float>(found->probability * lexicon::kProbabilityUnit);
}

}  // namespace

std::span<const std::string_view> monolingual_feature_names() {
  static const std::vector<std::string> kNames = make_names();
  static const std::vector<std::string_view> kViews(kNames.begin(), kNames.end());
  return kViews;
}

bool are_family(const EnglishFacts& left, const EnglishFacts& right,
                const lexicon::Tables* tables) {
  return tables != nullptr && left.lemma_number && right.lemma_number &&
         contains(tables->family(*left.lemma_number), *right.lemma_number);
}

bool are_opposites(const EnglishFacts& left, const EnglishFacts& right,
                   const lexicon::Tables* tables) {
  return tables != nullptr && left.lemma_number && right.lemma_number &&
         contains(tables->antonyms(*left.lemma_number), *right.lemma_number);
}

float synonymy(const EnglishFacts& left, const EnglishFacts& right, const lexicon::Tables* tables) {
  float best = 0;
  if (tables == nullptr) return best;
  for (const std::uint32_t a : left.numbers) {
    for (const std::uint32_t b : right.numbers) {
      if (a == b) continue;
      best =
          std::max(best, (entry_of(tables->synonyms(a), b) + entry_of(tables->synonyms(b), a)) / 2);
    }
  }
  return best;
}

float synonymy(const ChineseFacts& left, const ChineseFacts& right, const lexicon::Tables*) {
  float shared = 0;
  for (const auto& [stem, p] : left.row) shared += p * value_at(right.row, stem);
  const float own = left.row_square;
  const float other = right.row_square;
  constexpr float kLeast = 0.1F;  // cosine; less is chance
  const float cosine = own > 0 && other > 0 ? shared / std::sqrt(own * other) : 0;
  return cosine < kLeast ? 0 : cosine * cosine / 4;
}

bool are_synonyms(const EnglishFacts& left, const EnglishFacts& right,
                  const lexicon::Tables* tables) {
  constexpr float kLeast = 0.008F;
  return is_content(left.kind) && is_content(right.kind) && !are_opposites(left, right, tables) &&
         synonymy(left, right, tables) > kLeast;
}

/// Words such as 今年 and 明年 share half of their renderings and mean different things.
bool are_synonyms(const ChineseFacts& left, const ChineseFacts& right,
                  const lexicon::Tables* tables) {
  constexpr float kLeast = 0.2F;  // a cosine of .9
  return is_content(left.kind) && is_content(right.kind) && synonymy(left, right, tables) > kLeast;
}

PairFeatures monolingual_features(const std::vector<const EnglishFacts*>& left,
                                  const std::vector<const EnglishFacts*>& right,
                                  const Habits& habits, const lexicon::Tables* tables) {
  return Measuring(left, right, habits, tables).run();
}

PairFeatures monolingual_features(const std::vector<const ChineseFacts*>& left,
                                  const std::vector<const ChineseFacts*>& right,
                                  const Habits& habits, const lexicon::Tables* tables) {
  return Measuring(left, right, habits, tables).run();
}

}  // namespace duizhao::words
