#include "words/differences.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <set>

#include "text/ascii.hpp"
#include "text/scripts.hpp"
#include "words/pair_features.hpp"

namespace duizhao::words {

std::vector<WordPhrase> phrases_of(const std::vector<WordLink>& links, std::size_t source_size,
                                   std::size_t target_size) {
  std::vector<std::size_t> parents(source_size + target_size);
  std::iota(parents.begin(), parents.end(), std::size_t{0});
  const auto root = [&](std::size_t node) {
    while (parents[node] != node) node = parents[node] = parents[parents[node]];
    return node;
  };
  for (const WordLink& link : links) parents[root(source_size + link.target)] = root(link.source);
  std::vector<WordPhrase> by_root(parents.size());
  for (std::size_t i = 0; i < source_size; ++i) by_root[root(i)].source.push_back(i);
  for (std::size_t j = 0; j < target_size; ++j) by_root[root(source_size + j)].target.push_back(j);
  std::erase_if(by_root, [](const WordPhrase& phrase) {
    return phrase.source.empty() || phrase.target.empty();
  });
  std::ranges::sort(by_root, {}, [](const WordPhrase& phrase) { return phrase.source.front(); });
  return by_root;
}

namespace {

using Places = std::vector<std::size_t>;

// From so much on a word is said to be alone, and one that may be is told with those beside it.
constexpr double kAlone = 0.45;

/// How binding or how sure a modal is; 0 for other words.
double strength(const WordFacts& word) {
  return word.kind == WordClass::modal ? modal_strength(word.text).value_or(0) : 0;
}

/// Whether a word is no abbreviation: p.m. and a.m. are no names.
bool is_word(const WordFacts& word) { return word.text.find('.') == std::string::npos; }

bool has_capital(const WordToken& token) {
  return !token.text.empty() && text::is_ascii_upper(token.text.front());
}

/// Whether a word stands with a capital in the middle of a sentence, where only names have one.
bool is_capitalised(const std::vector<WordToken>& tokens, std::size_t place) {
  if (place == 0 || !has_capital(tokens[place])) return false;
  const std::string& before = tokens[place - 1].text;
  return text::has_word(before) || before == ",";
}

/// Whether a word may be a name: in English they have capitals.
bool may_be_name(const WordToken& token) {
  return !token.text.empty() && (has_capital(token) || !text::is_ascii_letter(token.text.front()));
}

template <typename Facts>
class Finder {
 public:
  Finder(const WordAlignment& alignment, const std::vector<const Facts*>& source,
         const std::vector<const Facts*>& target, const lexicon::Tables* tables)
      : alignment_(alignment), source_(source), target_(target), tables_(tables) {}

  std::vector<WordDifference> run() {
    for (const WordPhrase& phrase : alignment_.phrases) {
      found_.push_back({kind_of(phrase), false, phrase.source, phrase.target, certainty(phrase)});
    }
    mark_moved();
    add_alone(source_, alignment_.source_alone, true);
    add_alone(target_, alignment_.target_alone, false);
    for (WordDifference& difference : found_) withdraw_denial(difference);
    std::erase_if(found_, [](const WordDifference& difference) {
      return difference.source.empty() && difference.target.empty();
    });
    sort();
    return std::move(found_);
  }

 private:
  static std::vector<const Facts*> content(const std::vector<const Facts*>& words,
                                           const Places& places) {
    std::vector<const Facts*> found;
    for (const std::size_t place : places) {
      const WordClass kind = words[place]->kind;
      const bool weighs = is_content(kind) || kind == WordClass::pronoun ||
                          kind == WordClass::modal || kind == WordClass::negation;
      if (weighs) found.push_back(words[place]);
    }
    return found;
  }

  static bool denies(const std::vector<const Facts*>& words, const Places& places) {
    const auto denials = std::ranges::count_if(
        places, [&](std::size_t place) { return words[place]->kind == WordClass::negation; });
    return denials % 2 == 1;
  }

  static double product_of_values(const std::vector<const Facts*>& words) {
    double product = 1;
    for (const Facts* word : words) {
      if (word->kind == WordClass::number && !word->values.empty()) product *= word->values.back();
    }
    return product;
  }

  static bool has_value(const std::vector<const Facts*>& words) {
    return std::ranges::any_of(words, [](const Facts* word) {
      return word->kind == WordClass::number && !word->values.empty();
    });
  }

  template <typename Test>
  static bool any_pair(const std::vector<const Facts*>& left,
                       const std::vector<const Facts*>& right, const Test& test) {
    return std::ranges::any_of(left, [&](const Facts* a) {
      return std::ranges::any_of(right, [&](const Facts* b) { return test(*a, *b); });
    });
  }

  static std::multiset<std::string> lemmas(const std::vector<const Facts*>& words) {
    std::multiset<std::string> list;
    for (const Facts* word : words) list.insert(word->lemma);
    return list;
  }

  static std::multiset<std::string> forms(const std::vector<const Facts*>& words) {
    std::multiset<std::string> list;
    for (const Facts* word : words) list.insert(word->form);
    return list;
  }

  DifferenceKind kind_of(const WordPhrase& phrase) const {
    const auto left = content(source_, phrase.source);
    const auto right = content(target_, phrase.target);
    if (denies(source_, phrase.source) != denies(target_, phrase.target)) {
      return DifferenceKind::negation;
    }
    if (left.empty() || right.empty()) {
      const auto texts = [](const auto& words, const Places& places) {
        std::string text;
        for (const std::size_t place : places) text += words[place]->form + ' ';
        return text;
      };
      const bool equal = texts(source_, phrase.source) == texts(target_, phrase.target);
      return equal ? DifferenceKind::equal : DifferenceKind::function;
    }
    if (forms(left) == forms(right)) return DifferenceKind::equal;
    if (has_value(left) && has_value(right)) {
      const double own = product_of_values(left);
      const double other = product_of_values(right);
      const bool same = std::abs(own - other) <= 1e-9 * std::abs(own);
      return same ? DifferenceKind::equal : DifferenceKind::number;
    }
    if (lemmas(left) == lemmas(right)) return DifferenceKind::inflection;
    if (any_pair(left, right,
                 [&](const Facts& a, const Facts& b) { return are_opposites(a, b, tables_); })) {
      return DifferenceKind::opposite;
    }
    if (differ_in_strength(left, right)) return DifferenceKind::modality;
    if (are_other_names(phrase)) return DifferenceKind::name;
    return kind_of_words(phrase, left, right);
  }

  /// Whether both sides have words with capitals in the middle of their texts, and none in common.
  bool are_other_names(const WordPhrase& phrase) const {
    std::set<std::string> own, other;
    for (const std::size_t i : phrase.source) {
      if (is_capitalised(alignment_.source, i)) own.insert(source_[i]->lemma);
    }
    for (const std::size_t j : phrase.target) {
      if (is_capitalised(alignment_.target, j)) other.insert(target_[j]->lemma);
    }
    const bool shared =
        std::ranges::any_of(own, [&](const std::string& lemma) { return other.contains(lemma); });
    return !own.empty() && !other.empty() && !shared;
  }

  static bool differ_in_strength(const std::vector<const Facts*>& left,
                                 const std::vector<const Facts*>& right) {
    const auto strongest = [](const std::vector<const Facts*>& words) {
      double most = 0;
      for (const Facts* word : words) most = std::max(most, strength(*word));
      return most;
    };
    const double own = strongest(left);
    const double other = strongest(right);
    return own != 0 && other != 0 && std::abs(own - other) >= 1;
  }

  /// Of a word each: kin, names, synonyms; others are paraphrases.
  DifferenceKind kind_of_words(const WordPhrase& phrase, const std::vector<const Facts*>& left,
                               const std::vector<const Facts*>& right) const {
    if (left.size() != 1 || right.size() != 1) return DifferenceKind::paraphrase;
    const Facts& a = *left.front();
    const Facts& b = *right.front();
    if (are_family(a, b, tables_)) return DifferenceKind::inflection;
    const auto is_name = [](const std::vector<WordToken>& tokens, const Places& places) {
      return std::ranges::any_of(places,
                                 [&](std::size_t place) { return may_be_name(tokens[place]); });
    };
    const bool unknown = is_word(a) && is_word(b) && !a.known && !b.known;
    if (unknown && is_name(alignment_.source, phrase.source) &&
        is_name(alignment_.target, phrase.target)) {
      return DifferenceKind::name;
    }
    if (are_synonyms(a, b, tables_)) return DifferenceKind::synonym;
    return DifferenceKind::paraphrase;
  }

  /// The least probability of the links that hold a unit together.
  double certainty(const WordPhrase& phrase) const {
    double least = 1;
    for (const std::size_t i : phrase.source) {
      double most = 0;
      for (const WordLink& link : alignment_.links) {
        if (link.source == i) most = std::max(most, link.probability);
      }
      least = std::min(least, most);
    }
    return least;
  }

  bool has_content(const std::vector<const Facts*>& words, const Places& places) const {
    return std::ranges::any_of(places,
                               [&](std::size_t place) { return is_content(words[place]->kind); });
  }

  /// A unit of content is moved if it crosses most of the six units of content on either side.
  void mark_moved() {
    constexpr std::size_t kNear = 6;
    std::vector<WordDifference*> units;
    for (WordDifference& unit : found_) {
      if (has_content(source_, unit.source)) units.push_back(&unit);
    }
    for (std::size_t k = 0; k < units.size(); ++k) {
      std::size_t near = 0, crossed = 0;
      const std::size_t begin = k >= kNear ? k - kNear : 0;
      for (std::size_t n = begin; n < std::min(units.size(), k + kNear + 1); ++n) {
        if (n == k) continue;
        ++near;
        const bool before = units[n]->source.front() < units[k]->source.front();
        crossed += before != (units[n]->target.front() < units[k]->target.front());
      }
      units[k]->moved = near > 1 && 2 * crossed > near;
    }
  }

  /// Runs of words without links of which one is surely alone; a denial or a modal always counts.
  void add_alone(const std::vector<const Facts*>& words, const std::vector<double>& alone,
                 bool source) {
    std::vector<bool> linked(words.size());
    for (const WordLink& link : alignment_.links) linked[source ? link.source : link.target] = true;
    Places run;
    const auto close = [&] {
      std::erase_if(run, [&](std::size_t place) { return words[place]->kind == WordClass::mark; });
      double most = 0;
      bool denial = false;
      bool modal = false;
      for (const std::size_t place : run) {
        most = std::max(most, alone[place]);
        denial = denial || words[place]->kind == WordClass::negation;
        modal = modal || strength(*words[place]) == 4 || strength(*words[place]) == 1;
      }
      if (most >= kAlone || denial || modal) {
        const DifferenceKind kind =
            denial           ? DifferenceKind::negation
            : most >= kAlone ? (source ? DifferenceKind::only_source : DifferenceKind::only_target)
                             : DifferenceKind::modality;
        found_.push_back(
            {kind, false, source ? run : Places(), source ? Places() : run, std::max(most, .5)});
      }
      run.clear();
    };
    for (std::size_t place = 0; place < words.size(); ++place) {
      if (!linked[place]) {
        run.push_back(place);
      } else if (!run.empty()) {
        close();
      }
    }
    if (!run.empty()) close();
  }

  /// A denial that the other text makes close by, in other words, is no difference.
  void withdraw_denial(WordDifference& difference) const {
    if (difference.kind != DifferenceKind::negation) return;
    const bool of_source = difference.target.empty() || denies(source_, difference.source);
    const auto& others = of_source ? target_ : source_;
    const Places& own = of_source ? difference.source : difference.target;
    const Places& there = of_source ? difference.target : difference.source;
    const std::size_t centre = there.empty() ? counterpart(own.front(), of_source) : there.front();
    constexpr std::size_t kNear = 5;
    const std::size_t begin = centre >= kNear ? centre - kNear : 0;
    for (std::size_t k = begin; k < std::min(others.size(), centre + kNear + 1); ++k) {
      if (others[k]->kind != WordClass::negation) continue;
      if (std::ranges::find(there, k) != there.end()) continue;
      if (!there.empty()) {
        difference.kind = DifferenceKind::paraphrase;
      } else {
        difference.source.clear();
        difference.target.clear();
      }
      return;
    }
  }

  /// Where the other text goes on about the nearest linked word.
  std::size_t counterpart(std::size_t place, bool of_source) const {
    std::size_t best = 0;
    std::size_t least = static_cast<std::size_t>(-1);
    for (const WordLink& link : alignment_.links) {
      const std::size_t own = of_source ? link.source : link.target;
      const std::size_t off = own > place ? own - place : place - own;
      if (off >= least) continue;
      least = off;
      best = of_source ? link.target : link.source;
    }
    return best;
  }

  void sort() {
    std::vector<std::size_t> at(target_.size() + 1, 0);  // the source place of each target word
    for (const WordLink& link : alignment_.links) at[link.target] = link.source + 1;
    for (std::size_t j = 1; j < at.size(); ++j) {
      if (at[j] == 0) at[j] = at[j - 1];
    }
    std::ranges::stable_sort(found_, {}, [&](const WordDifference& difference) {
      return difference.source.empty() ? 2 * at[difference.target.front()]
                                       : 2 * difference.source.front() + 1;
    });
  }

  const WordAlignment& alignment_;
  const std::vector<const Facts*>& source_;
  const std::vector<const Facts*>& target_;
  const lexicon::Tables* tables_;
  std::vector<WordDifference> found_;
};

}  // namespace

std::vector<WordDifference> differences_of(const WordAlignment& alignment,
                                           const std::vector<const EnglishFacts*>& source,
                                           const std::vector<const EnglishFacts*>& target,
                                           const lexicon::Tables* tables) {
  return Finder(alignment, source, target, tables).run();
}

std::vector<WordDifference> differences_of(const WordAlignment& alignment,
                                           const std::vector<const ChineseFacts*>& source,
                                           const std::vector<const ChineseFacts*>& target,
                                           const lexicon::Tables* tables) {
  return Finder(alignment, source, target, tables).run();
}

}  // namespace duizhao::words
