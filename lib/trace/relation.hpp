// How the words of a quote relate to the words of documents.
#pragma once

#include <cstddef>
#include <string>
#include <unordered_map>
#include <vector>

#include "lexicon/gloss_columns.hpp"
#include "lexicon/vocabulary.hpp"
#include "lexicon/word_weights.hpp"

namespace duizhao::trace {

/// What one word of a document says about each word of a quote.
struct WordMatch {
  std::vector<float> similarity;  // by word of the quote, 0 to 1
  std::vector<float> ratio;       // by word of the quote: p(it | the document's word) / p(it)
  double back_ratio = 0;          // p(the document's word | the quote) / p(the document's word)
  double best = 0;                // the highest similarity
  double weight = 0;              // how much the document's word says
};

/// Compares a quote with documents in one language.
class Relation {
 public:
  /// `query` is in the language of `queries`, documents in that of `documents`. Everything must
  /// stay alive.
  Relation(const lexicon::Tables* tables, const lexicon::GlossColumns& columns,
           const lexicon::WordWeights& words, const lexicon::Vocabulary& queries,
           const lexicon::Vocabulary& documents, std::string_view query);

  bool is_cross_lingual() const { return queries_.is_chinese() != documents_.is_chinese(); }

  /// Whether the quote is Chinese.
  bool is_chinese() const { return queries_.is_chinese(); }

  std::size_t size() const { return query_.size(); }
  const std::vector<lexicon::WordId>& query() const { return query_; }
  const std::vector<double>& weights() const { return weights_; }

  /// Whether the quote denies something, and whether it asks.
  bool denies() const { return denies_; }
  bool asks() const { return asks_; }

  /// Whether a word of the documents denies.
  bool is_negation(lexicon::WordId word) const { return words_.is_negation(documents_.text(word)); }

  /// Computed once for each word.
  const WordMatch& match(lexicon::WordId word);

  /// Words of documents that may stand for words of the quote, and how much each says.
  std::vector<std::pair<lexicon::WordId, double>> search_words() const;

 private:
  /// A word of the quote that a headword, or a stem, may stand for.
  struct Pivot {
    std::size_t word;  // of the quote
    float probability;
  };

  WordMatch same_language(lexicon::WordId word) const;
  WordMatch other_language(lexicon::WordId word) const;

  /// By word of the quote: how likely it renders, or is rendered by, a word of the other language.
  std::vector<double> translation_shares(const std::string& text) const;
  /// Words of the documents for one word of the quote, and how likely or how similar; kUnknown
  /// among them where the documents do not have it.
  std::vector<std::pair<lexicon::WordId, double>> translations(std::size_t i) const;
  std::vector<std::pair<lexicon::WordId, double>> synonyms(std::size_t i) const;

  const lexicon::Tables* tables_;
  const lexicon::GlossColumns& columns_;
  const lexicon::WordWeights& words_;
  const lexicon::Vocabulary& queries_;
  const lexicon::Vocabulary& documents_;
  std::vector<lexicon::WordId> query_;
  bool denies_ = false;
  bool asks_ = false;
  std::vector<std::string> texts_;  // of the quote's words
  std::vector<double> weights_;
  std::vector<double> probabilities_;
  std::vector<std::size_t> stems_;       // of an English quote's words; kNoStem where there is none
  std::vector<double> norms_;            // of their columns: the root of the sum
  std::vector<std::uint32_t> pivot_of_;  // by headword: index into pivots_; English quotes
  std::vector<std::vector<Pivot>> pivots_;                       // the first is empty
  std::unordered_map<std::size_t, std::vector<Pivot>> glosses_;  // by stem: Chinese quotes
  std::unordered_map<lexicon::WordId, WordMatch> known_;
};

}  // namespace duizhao::trace
