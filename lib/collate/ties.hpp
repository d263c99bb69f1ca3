// Passages that belong together, two by two.
#pragma once

#include <cstddef>
#include <map>
#include <vector>

#include "duizhao/collate/variants.hpp"

namespace duizhao::collate {

/// The bytes that both ranges have over those that either has.
double shared(ByteRange left, ByteRange right);

/// Passages and the evidence that two of them say the same. Components are built from the surest
/// ties on, and never draw two passages of one document together that do not overlap.
class Ties {
 public:
  /// The passage's number: that of one which is nearly the same, if there is one.
  std::size_t add(const Variant& passage);

  void tie(std::size_t left, std::size_t right, double confidence);

  /// The passages that belong together, lists of numbers.
  std::vector<std::vector<std::size_t>> components();

  const Variant& passage(std::size_t number) const { return passages_[number]; }

 private:
  struct Tie {
    std::size_t left;
    std::size_t right;
    double confidence;
  };

  /// Whether no document has passages apart from each other in both.
  bool compatible(const std::vector<std::size_t>& left,
                  const std::vector<std::size_t>& right) const;

  std::vector<Variant> passages_;
  std::map<std::size_t, std::multimap<std::size_t, std::size_t>> by_document_;
  std::vector<Tie> ties_;
};

}  // namespace duizhao::collate
