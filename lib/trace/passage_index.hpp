// The sentences of many documents by their words.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include "duizhao/segment/segmenter.hpp"
#include "lexicon/vocabulary.hpp"
#include "trace/column.hpp"
#include "trace/index_file.hpp"

namespace duizhao::trace {

/// The sentences in one language, numbered in the order of the documents. Headings are left out.
class PassageIndex {
 public:
  struct Place {
    std::uint32_t document;
    std::uint32_t sentence;  // of that document
    std::uint32_t section;   // sentences of one section stand together: a turn, a run of paragraphs
    std::uint16_t begins_block;  // whether it does
    std::uint16_t asks;          // whether it is a question
  };

  /// `tables` may be null and must stay alive.
  PassageIndex(bool chinese, const lexicon::Tables* tables);

  /// The next one of a saved index, whose numbers it leaves where they are. `sentences` are those
  /// of each document. Throws Error (format).
  PassageIndex(bool chinese, const lexicon::Tables* tables, IndexReader& saved,
               std::span<const std::uint32_t> sentences);

  /// Throws Error (io).
  void save(IndexWriter& file) const;

  /// Adds a document's sentences in the index's language. Linear.
  void add(std::uint32_t number, const SegmentedDocument& document);

  const lexicon::Vocabulary& vocabulary() const { return vocabulary_; }
  std::size_t size() const { return places_.size(); }
  const Place& place(std::size_t sentence) const { return places_[sentence]; }
  std::span<const lexicon::WordId> words(std::size_t sentence) const {
    return words_.values().subspan(begins_[sentence], begins_[sentence + 1] - begins_[sentence]);
  }

  /// The sentences with a word, ascending, each once.
  std::span<const std::uint32_t> sentences_with(lexicon::WordId word) const;

  /// The first and the end of the sentences that stand together with `sentence`.
  std::pair<std::size_t, std::size_t> section(std::size_t sentence) const;

  /// The numbers of those of a document's sentences [first, end) that are in the index.
  std::pair<std::size_t, std::size_t> sentences(std::uint32_t document, std::size_t first,
                                                std::size_t end) const;

 private:
  void own_postings();

  lexicon::Vocabulary vocabulary_;
  Column<lexicon::WordId> words_;
  Column<std::uint64_t> begins_;  // of each sentence in words_, and their end
  Column<Place> places_;
  Column<std::uint32_t> section_begins_;
  std::vector<std::vector<std::uint32_t>> postings_;  // by word
  // Those of a saved index instead, one word's after the other's, until something is added.
  std::span<const std::uint32_t> saved_postings_;
  std::span<const std::uint64_t> saved_begins_;  // of each word, and their end
};

}  // namespace duizhao::trace
