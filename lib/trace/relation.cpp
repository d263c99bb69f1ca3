#include "trace/relation.hpp"

#include <algorithm>
#include <cmath>

#include "lexicon/likeness.hpp"
#include "text/marks.hpp"
#include "text/utf8.hpp"

namespace duizhao::trace {
namespace {

constexpr std::size_t kMostWords = 500;  // of a quote; no passage is as long
constexpr std::size_t kNoStem = static_cast<std::size_t>(-1);

// Synonyms: English words whose columns in the gloss matrix point the same way.
constexpr double kLeastSynonym = 0.08;
constexpr double kSamePrefix = 0.7;

constexpr double kIdentity = 0.8;  // of a word's probability given itself; synonyms share the rest
constexpr double kLeastTranslation = 0.15;

/// The share of the longer Chinese word's characters that the other one has too.
double shared_characters(std::string_view left, std::string_view right) {
  std::size_t shared = 0;
  std::size_t longer = std::max(left.size(), right.size());
  for (std::size_t offset = 0; offset < left.size();) {
    const std::size_t size = text::decode(left, offset).size;
    if (right.find(left.substr(offset, size)) != std::string_view::npos) shared += size;
    offset += size;
  }
  return static_cast<double>(shared) / static_cast<double>(longer);
}

}  // namespace

Relation::Relation(const lexicon::Tables* tables, const lexicon::GlossColumns& columns,
                   const lexicon::WordWeights& words, const lexicon::Vocabulary& queries,
                   const lexicon::Vocabulary& documents, std::string_view query)
    : tables_(tables), columns_(columns), words_(words), queries_(queries), documents_(documents) {
  std::vector<std::string> unknown;
  query_ = queries.words_of(query, kMostWords, unknown);
  pivots_.resize(1);
  asks_ = text::ends_in_question(query);
  for (std::size_t i = 0; i < query_.size(); ++i) {
    texts_.push_back(query_[i] < queries.size() ? queries.text(query_[i])
                                                : unknown[query_[i] - queries.size()]);
    const std::string& text = texts_.back();
    denies_ = denies_ || words.is_negation(text);
    probabilities_.push_back(words.probability(queries, text, query_[i]));
    weights_.push_back(words.weight(text, probabilities_.back()));
    if (queries.is_chinese()) {
      if (!is_cross_lingual() || tables == nullptr) continue;
      for (const auto& [stem, share] : tables->row(text)) {
        glosses_[stem].push_back({i, static_cast<float>(share)});
      }
      continue;
    }
    const auto stem = tables != nullptr ? tables->stem(text) : std::nullopt;
    stems_.push_back(stem.value_or(kNoStem));
    norms_.push_back(stem ? std::sqrt(columns.sum(*stem)) : 0);
    // Function words have no synonyms worth the search.
    if (!stem || is_cross_lingual() || weights_.back() <= lexicon::WordWeights::kNegation) continue;
    for (const lexicon::GlossColumns::Entry& entry : columns.column(*stem)) {
      if (pivot_of_.empty()) pivot_of_.resize(tables->headword_count());
      std::uint32_t& pivot = pivot_of_[entry.headword];
      if (pivot == 0) {
        pivot = static_cast<std::uint32_t>(pivots_.size());
        pivots_.emplace_back();
      }
      pivots_[pivot].push_back({i, entry.probability});
    }
  }
}

const WordMatch& Relation::match(lexicon::WordId word) {
  const auto [entry, is_new] = known_.try_emplace(word);
  if (!is_new) return entry->second;
  WordMatch& match = entry->second;
  match = is_cross_lingual() ? other_language(word) : same_language(word);
  for (const float similarity : match.similarity) {
    match.best = std::max(match.best, static_cast<double>(similarity));
  }
  return match;
}

WordMatch Relation::same_language(lexicon::WordId word) const {
  const std::size_t count = query_.size();
  WordMatch match{std::vector<float>(count), std::vector<float>(count)};
  const std::string& text = documents_.text(word);
  const double own_probability = words_.probability(documents_, text, word);
  match.weight = words_.weight(text, own_probability);
  // Sums over the headwords that both words are glosses of.
  std::vector<double> roots(count);
  std::vector<double> joint(count);
  const bool has_synonyms = tables_ != nullptr && !documents_.is_chinese() && !pivot_of_.empty();
  const auto stem = has_synonyms ? tables_->stem(text) : std::nullopt;
  if (stem) {
    for (const lexicon::GlossColumns::Entry& entry : columns_.column(*stem)) {
      for (const Pivot& pivot : pivots_[pivot_of_[entry.headword]]) {
        const double product = static_cast<double>(pivot.probability) * entry.probability;
        roots[pivot.word] += std::sqrt(product);
        joint[pivot.word] += product;
      }
    }
  }
  const double sum = stem ? columns_.sum(*stem) : 0;
  for (std::size_t i = 0; i < count; ++i) {
    const bool equal = query_[i] == word;
    double similarity = equal ? 1 : 0;
    double given_document = equal ? kIdentity : 0;  // p(quote's word | document's word)
    double given_quote = given_document;
    if (!equal && documents_.is_chinese()) {
      const double shared = shared_characters(texts_[i], text);
      if (shared >= 0.5) similarity = kSamePrefix * shared;
    } else if (!equal && lexicon::are_family(texts_[i], text)) {
      similarity = kSamePrefix;
    }
    if (joint[i] > 0) {
      const double cosine = roots[i] / (norms_[i] * std::sqrt(sum));
      if (cosine >= kLeastSynonym) {
        similarity = std::max(similarity, lexicon::synonym_likeness(cosine));
      }
      given_document += (1 - kIdentity) * joint[i] / sum;
      given_quote += (1 - kIdentity) * joint[i] / (norms_[i] * norms_[i]);
    }
    match.similarity[i] = static_cast<float>(similarity);
    match.ratio[i] = static_cast<float>(given_document / probabilities_[i]);
    match.back_ratio += given_quote / own_probability / static_cast<double>(count);
  }
  return match;
}

WordMatch Relation::other_language(lexicon::WordId word) const {
  const std::size_t count = query_.size();
  WordMatch match{std::vector<float>(count), std::vector<float>(count)};
  const std::string& text = documents_.text(word);
  const double own_probability = words_.probability(documents_, text, word);
  match.weight = words_.weight(text, own_probability);
  const auto translations = translation_shares(text);
  for (std::size_t i = 0; i < count; ++i) {
    // Latin words and numbers are the same in both.
    const double translation = texts_[i] == text ? 1 : translations[i];
    const double similarity = lexicon::rendering_likeness(translation);
    match.similarity[i] = similarity < kLeastTranslation ? 0 : static_cast<float>(similarity);
    // p(English | Chinese) / p(English) is p(Chinese | English) / p(Chinese) as well.
    const double english = is_chinese() ? own_probability : probabilities_[i];
    match.ratio[i] = static_cast<float>(translation / english);
    match.back_ratio += match.ratio[i] / static_cast<double>(count);
  }
  return match;
}

std::vector<double> Relation::translation_shares(const std::string& text) const {
  std::vector<double> shares(query_.size());
  if (tables_ == nullptr) return shares;
  if (is_chinese()) {
    const auto stem = tables_->stem(text);
    const auto glosses = stem ? glosses_.find(*stem) : glosses_.end();
    if (glosses == glosses_.end()) return shares;
    for (const Pivot& pivot : glosses->second) shares[pivot.word] += pivot.probability;
    return shares;
  }
  std::unordered_map<std::size_t, double> row;
  for (const auto& [stem, share] : tables_->row(text)) row[stem] = share;
  for (std::size_t i = 0; i < shares.size(); ++i) {
    const auto found = row.find(stems_[i]);
    if (found != row.end()) shares[i] = found->second;
  }
  return shares;
}

std::vector<std::pair<lexicon::WordId, double>> Relation::search_words() const {
  std::unordered_map<lexicon::WordId, double> words;
  const auto add = [&](lexicon::WordId word, double weight) {
    if (word == lexicon::Vocabulary::kUnknown) return;
    double& entry = words[word];
    entry = std::max(entry, weight);
  };
  for (std::size_t i = 0; i < query_.size(); ++i) {
    if (weights_[i] <= lexicon::WordWeights::kNegation) continue;
    const std::string& text = texts_[i];
    add(documents_.find(text), weights_[i]);
    if (tables_ == nullptr) continue;
    if (is_cross_lingual()) {
      for (const auto& [word, share] : translations(i)) {
        add(word, weights_[i] * lexicon::rendering_likeness(share));
      }
    } else if (!documents_.is_chinese()) {
      for (const lexicon::WordId word : documents_.family(text)) {
        if (lexicon::are_family(text, documents_.text(word))) add(word, kSamePrefix * weights_[i]);
      }
      for (const auto& [word, similarity] : synonyms(i)) add(word, similarity * weights_[i]);
    }
  }
  std::vector<std::pair<lexicon::WordId, double>> sorted(words.begin(), words.end());
  std::ranges::sort(sorted);
  return sorted;
}

std::vector<std::pair<lexicon::WordId, double>> Relation::translations(std::size_t i) const {
  constexpr double kLeastShare = 0.05;
  std::vector<std::pair<lexicon::WordId, double>> words;
  if (queries_.is_chinese()) {
    for (const auto& [stem, share] : tables_->row(texts_[i])) {
      if (share < kLeastShare) continue;
      words.emplace_back(documents_.find(tables_->stem_text(stem)), share);
    }
  } else if (stems_[i] != kNoStem) {
    for (const lexicon::GlossColumns::Entry& entry : columns_.column(stems_[i])) {
      if (entry.probability < kLeastShare) continue;
      words.emplace_back(documents_.find(tables_->headword_text(entry.headword)),
                         entry.probability);
    }
  }
  return words;
}

std::vector<std::pair<lexicon::WordId, double>> Relation::synonyms(std::size_t i) const {
  constexpr double kLeastSimilarity = 0.3;
  std::vector<std::pair<lexicon::WordId, double>> words;
  if (stems_[i] == kNoStem) return words;
  std::unordered_map<std::size_t, double> roots;  // by stem
  for (const lexicon::GlossColumns::Entry& entry : columns_.column(stems_[i])) {
    for (const lexicon::Entry& other : tables_->gloss_entries(entry.headword)) {
      roots[other.stem] +=
          std::sqrt(entry.probability * other.probability * lexicon::kProbabilityUnit);
    }
  }
  for (const auto& [stem, root] : roots) {
    const double cosine = root / (norms_[i] * std::sqrt(columns_.sum(stem)));
    const double similarity = lexicon::synonym_likeness(cosine);
    if (similarity < kLeastSimilarity) continue;
    words.emplace_back(documents_.find(tables_->stem_text(stem)), similarity);
  }
  return words;
}

}  // namespace duizhao::trace
