// chrF and chrF++, as sacrebleu computes them.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "duizhao/text/export.hpp"

namespace duizhao {

/// How chrF counts.
struct ChrfOptions {
  /// The longest n-grams of words: 0 for chrF, 2 for chrF++.
  std::size_t word_order = 0;

  /// Compare without regard to case.
  bool lowercase = false;
};

/// What chrF is computed from. Statistics of segments add up to those of a corpus.
struct DUIZHAO_EXPORT ChrfStatistics {
  /// N-grams of one order.
  struct Order {
    std::size_t hypothesis = 0;  ///< 0 if the reference has none of this order
    std::size_t reference = 0;   ///< n-grams of the reference
    std::size_t matches = 0;     ///< n-grams that both have

    friend bool operator==(const Order&, const Order&) = default;
  };

  std::vector<Order> orders = {};  ///< of characters, order 1 to 6, then of words

  /// Statistics of nothing take the orders of the other.
  ChrfStatistics& operator+=(const ChrfStatistics& other);
  friend bool operator==(const ChrfStatistics&, const ChrfStatistics&) = default;
};

/// A score and what it is made of.
struct ChrfScore {
  double score = 0;      ///< F2 of the two, 0 to 100, higher is better
  double precision = 0;  ///< mean over the orders that both sides have, 0 to 1
  double recall = 0;     ///< the same
};

/// chrF (Popović 2015) and chrF++ (Popović 2017) with β = 2, by the definitions of sacrebleu 2.6.0.
/// Compares n-grams of one to six code points, white space left out, so that inflected forms count
/// in part; chrF++ adds words and pairs of words, which stand between white space: in Chinese these
/// are whole clauses, and chrF is the one to use.
///
/// Immutable: threads may share it.
class DUIZHAO_EXPORT Chrf {
 public:
  /// What is counted of one segment, and summed up over a corpus.
  using Statistics = ChrfStatistics;

  /// Cheap.
  explicit Chrf(const ChrfOptions& options = {});

  /// "chrF2", "chrF2++".
  std::string name() const;

  /// `chrF2|nrefs:1|case:mixed|eff:yes|nc:6|nw:0|space:no|version:2.6.0`.
  std::string signature(std::size_t references) const;

  /// Of one segment in well-formed UTF-8 and the reference with the best F2, the first of equals.
  /// Throws Error (content) without references. Linear.
  ChrfStatistics statistics(std::string_view hypothesis,
                            std::span<const std::string_view> references) const;

  /// The score of one segment's statistics, or of a corpus's.
  ChrfScore score(const ChrfStatistics& statistics) const;

 private:
  ChrfOptions options_;
};

}  // namespace duizhao
