#include "duizhao/collate/collation.hpp"

#include <algorithm>
#include <map>
#include <numeric>
#include <optional>
#include <set>

#include "collate/likeness.hpp"
#include "duizhao/text/error.hpp"
#include "duizhao/words/word_aligner.hpp"
#include "lexicon/word_weights.hpp"
#include "lexicon/words.hpp"
#include "text/scripts.hpp"

namespace duizhao {
namespace {

using Tokens = std::vector<CollationToken>;

/// By word of a witness: the anchor that it corresponds to.
using Anchoring = std::vector<std::optional<std::size_t>>;

/// By word that the aligner cut: the tokens at its place, two of self-confidence; none of a mark.
std::vector<std::vector<std::size_t>> tokens_at(const std::vector<WordToken>& words,
                                                const Tokens& tokens) {
  std::vector<std::vector<std::size_t>> places;
  std::size_t first = 0;
  for (const WordToken& word : words) {
    while (first < tokens.size() && tokens[first].range.end <= word.range.begin) ++first;
    places.emplace_back();
    for (std::size_t t = first; t < tokens.size() && tokens[t].range.overlaps(word.range); ++t) {
      places.back().push_back(t);
    }
  }
  return places;
}

/// Lays each word of a witness to the anchor that it is linked with most surely, and marks those
/// that have moved.
Anchoring anchor(const WordAlignment& words, const Tokens& anchors, Tokens& witness) {
  const auto own = tokens_at(words.source, anchors);
  const auto other = tokens_at(words.target, witness);
  Anchoring anchoring(witness.size());
  std::vector<double> best(witness.size());
  for (const WordLink& link : words.links) {
    if (own[link.source].empty()) continue;
    for (const std::size_t token : other[link.target]) {
      if (link.probability <= best[token]) continue;
      best[token] = link.probability;
      anchoring[token] = own[link.source].front();
    }
  }
  for (const WordDifference& difference : words.differences) {
    for (const std::size_t word : difference.target) {
      for (const std::size_t token : other[word]) {
        witness[token].moved = witness[token].moved || difference.moved;
      }
    }
  }
  return anchoring;
}

/// Cuts witnesses into words.
class Tokenizer {
 public:
  Tokenizer(const lexicon::Tables* tables, const lexicon::WordWeights& weights)
      : tables_(tables),
        weights_(weights),
        stemmer_(lexicon::Stemmer::for_language("en", tables)) {}

  Tokens tokens(const Witness& witness) {
    Tokens tokens;
    const auto words = text::runs_without_spaces(witness.language)
                           ? lexicon::chinese_words(tables_, witness.text)
                           : lexicon::english_words(*stemmer_, witness.text);
    for (const lexicon::Word& word : words) {
      // n't has two forms in one place.
      if (!tokens.empty() && tokens.back().range == word.range) {
        tokens.back().normalized += ' ' + word.text;
        continue;
      }
      tokens.push_back({witness.text.substr(word.range.begin, word.range.size()), word.text,
                        word.range, weights_.is_content(word.text), false});
    }
    return tokens;
  }

 private:
  const lexicon::Tables* tables_;
  const lexicon::WordWeights& weights_;
  std::unique_ptr<lexicon::Stemmer> stemmer_;
};

/// The words of a cell that make it equal to another one: those with content, or all.
std::string reading(const Tokens& cell) {
  std::string content;
  std::string all;
  for (const CollationToken& token : cell) {
    all += token.normalized + ' ';
    if (token.content) content += token.normalized + ' ';
  }
  return content.empty() ? all : content;
}

bool has_content(const Tokens& cell) { return std::ranges::any_of(cell, &CollationToken::content); }

/// Puts the tokens of all witnesses into columns.
class Table {
 public:
  Table(std::size_t witnesses, const Tokens& anchors, bool anchors_are_original)
      : witnesses_(witnesses) {
    for (const CollationToken& anchor : anchors) {
      columns_.push_back(empty_column());
      if (anchors_are_original) columns_.back().original = {anchor};
    }
    after_.resize(anchors.size() + 1);
  }

  /// Lays a witness to the anchors. Function words that are laid to none go with the next word
  /// that has content, or else with the one before; other words become additions.
  void add(std::size_t witness, const Tokens& tokens, const Anchoring& alignment) {
    std::size_t last = 0;  // additions stand behind this many anchors
    bool adding = false;   // the last word with content was an addition
    Tokens waiting;        // function words
    for (std::size_t k = 0; k < tokens.size(); ++k) {
      waiting.push_back(tokens[k]);
      if (!alignment[k] && !tokens[k].content) continue;
      if (alignment[k]) last = *alignment[k] + 1;
      if (!alignment[k] && !adding) after_[last].push_back({witness, {}});
      adding = !alignment[k];
      move_to(waiting,
              adding ? after_[last].back().tokens : columns_[*alignment[k]].cells[witness]);
    }
    if (waiting.empty()) return;
    if (last == 0 && !adding) {
      after_[last].push_back({witness, {}});
      adding = true;
    }
    move_to(waiting, adding ? after_[last].back().tokens : columns_[last - 1].cells[witness]);
  }

  /// The columns in order, additions at one place that are alike together.
  std::vector<CollationColumn> columns() {
    std::vector<CollationColumn> all;
    for (std::size_t anchor = 0; anchor <= columns_.size(); ++anchor) {
      if (anchor > 0) all.push_back(std::move(columns_[anchor - 1]));
      const std::size_t first = all.size();
      for (Addition& addition : after_[anchor]) {
        const auto place = std::find_if(all.begin() + static_cast<std::ptrdiff_t>(first), all.end(),
                                        [&](const CollationColumn& column) {
                                          return column.cells[addition.witness].empty() &&
                                                 is_like(column, addition.tokens);
                                        });
        if (place != all.end()) {
          place->cells[addition.witness] = std::move(addition.tokens);
        } else {
          all.push_back(empty_column());
          all.back().cells[addition.witness] = std::move(addition.tokens);
        }
      }
    }
    return all;
  }

 private:
  /// Words that are laid to no anchor.
  struct Addition {
    std::size_t witness;
    Tokens tokens;
  };

  static void move_to(Tokens& from, Tokens& to) {
    to.insert(to.end(), from.begin(), from.end());
    from.clear();
  }

  CollationColumn empty_column() const {
    return {{}, std::vector<Tokens>(witnesses_), Agreement::agreement};
  }

  /// Whether a column has one of the words.
  static bool is_like(const CollationColumn& column, const Tokens& tokens) {
    return std::ranges::any_of(column.cells, [&](const Tokens& cell) {
      return std::ranges::any_of(cell, [&](const CollationToken& one) {
        return one.content && std::ranges::any_of(tokens, [&](const CollationToken& two) {
                 return two.content && one.normalized == two.normalized;
               });
      });
    });
  }

  std::size_t witnesses_;
  std::vector<CollationColumn> columns_;  // by anchor
  // By number of anchors before them.
  std::vector<std::vector<Addition>> after_;
};

/// Function words alone make no difference.
Agreement agreement_of(const CollationColumn& column, bool with_original) {
  std::set<std::string> readings;
  std::size_t present = 0;
  for (const Tokens& cell : column.cells) {
    if (!has_content(cell)) continue;
    ++present;
    readings.insert(reading(cell));
  }
  const std::size_t all = column.cells.size();
  if (present == 0) return Agreement::agreement;
  if (present == all) return readings.size() == 1 ? Agreement::agreement : Agreement::difference;
  const bool expected = with_original ? has_content(column.original) : 2 * present > all;
  return expected ? Agreement::omission : Agreement::addition;
}

/// Adds the words of a column to the one before it.
void append(CollationColumn& last, const CollationColumn& column) {
  last.original.insert(last.original.end(), column.original.begin(), column.original.end());
  for (std::size_t w = 0; w < column.cells.size(); ++w) {
    last.cells[w].insert(last.cells[w].end(), column.cells[w].begin(), column.cells[w].end());
  }
}

/// Joins columns that say nothing on their own: those where nobody says anything go with the column
/// before, neighbours in agreement become one.
std::vector<CollationColumn> joined(std::vector<CollationColumn> columns) {
  std::vector<CollationColumn> result;
  // A single witness agrees with itself everywhere: its columns show what renders what.
  const bool compares = !columns.empty() && columns.front().cells.size() > 1;
  for (CollationColumn& column : columns) {
    const bool silent = std::ranges::all_of(column.cells, &Tokens::empty);
    const bool joins = !result.empty() && column.agreement == Agreement::agreement &&
                       (silent || (compares && result.back().agreement == Agreement::agreement));
    if (!joins) {
      result.push_back(std::move(column));
      continue;
    }
    append(result.back(), column);
  }
  return result;
}

std::vector<std::size_t> ranking_of(const std::vector<std::vector<double>>& similarity) {
  std::vector<double> sums;
  for (const auto& row : similarity) sums.push_back(std::accumulate(row.begin(), row.end(), 0.0));
  std::vector<std::size_t> order(similarity.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::ranges::stable_sort(
      order, [&](std::size_t left, std::size_t right) { return sums[left] > sums[right]; });
  return order;
}

}  // namespace

std::string text_of(const std::vector<CollationToken>& tokens, bool spaced) {
  std::string text;
  for (const CollationToken& token : tokens) {
    if (spaced && !text.empty()) text += ' ';
    text += token.text;
  }
  return text;
}

std::string_view name_of(Agreement agreement) {
  switch (agreement) {
    case Agreement::agreement:
      return "agreement";
    case Agreement::difference:
      return "difference";
    case Agreement::omission:
      return "omission";
    case Agreement::addition:
      return "addition";
  }
  return {};
}

std::string siglum(std::size_t witness) {
  const std::string letter(1, static_cast<char>('A' + witness % 26));
  return witness < 26 ? letter : letter + std::to_string(witness / 26);
}

struct Collator::State {
  Lexicon lexicon;
  lexicon::WordWeights weights;
  Comparer comparer;

  explicit State(Lexicon given)
      : lexicon(std::move(given)), weights(lexicon.tables()), comparer(lexicon) {}

  /// What is said differently; nothing of texts that cannot be compared.
  Comparison compare(const std::vector<Witness>& witnesses, const Witness* original) const {
    Comparison none;
    none.witnesses = witnesses;
    if (witnesses.size() < 2) return none;
    try {
      return comparer.compare(witnesses, original != nullptr ? *original : Witness());
    } catch (const Error& error) {
      if (error.code() != ErrorCode::content) throw;
      return none;
    }
  }

  /// Nothing between languages that are not linked, and for texts that are too long.
  std::optional<WordAlignment> link(const Witness& base, const Witness& witness) const {
    if (!WordAligner::knows(base.language, witness.language)) return std::nullopt;
    return WordAligner(lexicon, base.language, witness.language)
        .align_if_short(base.text, witness.text);
  }
};

Collator::Collator(Lexicon lexicon) : state_(std::make_unique<const State>(std::move(lexicon))) {}
Collator::~Collator() = default;
Collator::Collator(Collator&&) noexcept = default;
Collator& Collator::operator=(Collator&&) noexcept = default;

Collation Collator::collate(const std::vector<Witness>& witnesses, const Witness* original) const {
  Collation collation;
  if (witnesses.empty()) return collation;
  collation.variants.resize(witnesses.size());
  std::iota(collation.variants.begin(), collation.variants.end(), std::size_t{0});
  collation.similarity = collate::likeness_of(witnesses);
  collation.ranking = ranking_of(collation.similarity);

  const lexicon::Tables* const tables = state_->lexicon.tables();
  Tokenizer tokenizer(tables, state_->weights);
  std::vector<Tokens> tokens;
  for (const Witness& witness : witnesses) tokens.push_back(tokenizer.tokens(witness));

  const Witness& base = original != nullptr ? *original : witnesses[collation.ranking.front()];
  const Tokens anchors = tokenizer.tokens(base);
  Table table(witnesses.size(), anchors, original != nullptr);
  bool linked = true;
  for (std::size_t w = 0; linked && w < witnesses.size(); ++w) {
    const auto words = state_->link(base, witnesses[w]);
    linked = words.has_value();
    if (linked) table.add(w, tokens[w], anchor(*words, anchors, tokens[w]));
  }
  collation.columns = linked ? table.columns()
                             : std::vector{CollationColumn{original != nullptr ? anchors : Tokens(),
                                                           std::move(tokens)}};
  for (CollationColumn& column : collation.columns) {
    column.agreement = agreement_of(column, original != nullptr);
  }
  collation.columns = joined(std::move(collation.columns));
  collation.comparison = state_->compare(witnesses, original);
  return collation;
}

Collation Collator::collate(const VariantGroup& group) const {
  // The language of most variants; that of an original in Chinese is not compared with it.
  const bool is_original = group.original && text::runs_without_spaces(group.original->language);
  std::map<std::string, std::size_t> languages;
  for (const Variant& variant : group.variants) {
    if (!is_original || variant.language != group.original->language) ++languages[variant.language];
  }
  if (languages.empty()) return {};
  const std::string& language = std::ranges::max_element(languages, {}, [](const auto& entry) {
                                  return entry.second;
                                })->first;
  std::vector<Witness> witnesses;
  std::vector<std::size_t> variants;
  for (std::size_t i = 0; i < group.variants.size(); ++i) {
    if (group.variants[i].language != language) continue;
    witnesses.push_back({group.variants[i].text, language});
    variants.push_back(i);
  }
  Collation collation;
  if (is_original) {
    const Witness original{group.original->text, group.original->language};
    collation = collate(witnesses, &original);
  } else {
    collation = collate(witnesses);
  }
  collation.variants = std::move(variants);
  return collation;
}

}  // namespace duizhao
