// Many documents, of which few may be needed.
#pragma once

#include <cstddef>
#include <deque>
#include <functional>
#include <mutex>
#include <string>
#include <vector>

#include "duizhao/segment/segmenter.hpp"
#include "duizhao/text/export.hpp"

namespace duizhao {

/// Documents by number. Those that a reader stands for are read when they are first asked for, and
/// kept. Threads may share it while nothing is added.
class DUIZHAO_EXPORT Documents {
 public:
  /// Gives a document by its number.
  using Reader = std::function<SegmentedDocument(std::size_t)>;

  Documents() = default;

  /// Documents in memory.
  explicit Documents(std::vector<SegmentedDocument> documents);

  /// As many as there are names, which `read` gives. It is called once for each at most, by several
  /// threads perhaps, unless it throws.
  Documents(std::vector<std::string> names, Reader read);

  /// How many there are.
  std::size_t size() const { return names_.size(); }

  /// Document `index` < size(). Throws what the reader throws.
  const SegmentedDocument& operator[](std::size_t index) const;

  /// The name of document `index` < size(), without reading it.
  const std::string& name(std::size_t index) const { return names_[index]; }

  /// The names of all.
  const std::vector<std::string>& names() const { return names_; }

  /// Adds one behind the others.
  void add(SegmentedDocument document);

 private:
  std::vector<std::string> names_;
  Reader read_;
  mutable std::deque<std::once_flag> read_once_;  // of those that are read, the first ones
  mutable std::deque<SegmentedDocument> documents_;
};

}  // namespace duizhao
