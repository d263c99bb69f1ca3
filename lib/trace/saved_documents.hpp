// The documents of an index and their links, in an index file.
#pragma once

#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

#include "duizhao/trace/documents.hpp"
#include "duizhao/trace/tracer.hpp"
#include "trace/index_file.hpp"

namespace duizhao::trace {

/// The documents of an index file. Each is read, and checked, when it is first asked for.
class SavedDocuments {
 public:
  /// None.
  SavedDocuments() = default;

  /// The next ones of a file. Throws Error (format).
  explicit SavedDocuments(std::shared_ptr<IndexReader> file);

  std::size_t size() const { return entries_.size(); }

  /// How many sentences each has.
  std::span<const std::uint32_t> sentences() const { return sentences_; }

  /// All of them; they may outlive this.
  Documents documents() const;

  /// A document as it lies in the file.
  std::string_view bytes(std::size_t index) const;

 private:
  struct Entry {
    std::uint64_t begin;
    std::uint64_t size;
    std::uint64_t checksum;
  };
  friend void save(IndexWriter& file, const Documents& documents, const SavedDocuments& saved);

  SegmentedDocument read(std::size_t index) const;

  std::shared_ptr<IndexReader> file_;
  std::string_view pieces_;
  std::span<const Entry> entries_;
  std::span<const std::uint32_t> sentences_;
  std::vector<std::string> names_;
};

/// Saves documents, of which the first ones are those that were saved before.
void save(IndexWriter& file, const Documents& documents, const SavedDocuments& saved);

/// Which documents are translations of each other, and their beads.
void save(IndexWriter& file, const std::vector<LinkedTranslation>& links);

/// The next ones of a file. Throws Error (format, content).
std::vector<LinkedTranslation> read_links(IndexReader& file, const Documents& documents);

}  // namespace duizhao::trace
