// What words and lengths say about spans of both sides.
#pragma once

#include <cstddef>
#include <vector>

#include "align/band.hpp"
#include "align/bead_types.hpp"
#include "align/explained_sums.hpp"
#include "align/proportions.hpp"
#include "align/span.hpp"
#include "words/lexical_model.hpp"
#include "words/tokens.hpp"

namespace duizhao::align {

/// The lexical sums and the lengths of all spans in a band.
class Evidence {
 public:
  Evidence(const words::Tokens& source, const words::Tokens& target,
           const words::LexicalModel& model, const Band& band, const Proportions& proportions = {});

  /// The contributions of the target's words given the source's, and of the source's given the
  /// target's; 0 beyond the band.
  double forward(const Span& span) const {
    return forward_.sum(span.source_begin, span.source_count, span.target_begin, span.target_end());
  }
  double backward(const Span& span) const {
    return backward_.sum(span.target_begin, span.target_count, span.source_begin,
                         span.source_end());
  }

  /// The same for one sentence that may lie outside the band: 0 there.
  double forward(std::size_t source_begin, std::size_t source_count, std::size_t target) const {
    return forward_.covers(source_begin, source_count, target)
               ? forward_.sum(source_begin, source_count, target, target + 1)
               : 0;
  }
  double backward(std::size_t target_begin, std::size_t target_count, std::size_t source) const {
    return backward_.covers(target_begin, target_count, source)
               ? backward_.sum(target_begin, target_count, source, source + 1)
               : 0;
  }

  /// Code points of the target, and those that the source lets expect.
  double length(const Span& span) const {
    return target_lengths_[span.target_end()] - target_lengths_[span.target_begin];
  }
  double expected_length(const Span& span) const {
    return source_lengths_[span.source_end()] - source_lengths_[span.source_begin];
  }

  /// ln of length over expected length, each a little raised, so that short sentences vary freely.
  double length_deviation(const Span& span) const {
    return target_logs_[span.target_end() * (kMostTargetSentences + 1) + span.target_count] -
           source_logs_[span.source_end() * (kMostSourceSentences + 1) + span.source_count];
  }

 private:
  ExplainedSums forward_;
  ExplainedSums backward_;
  std::vector<double> source_lengths_;  // cumulative, in the target's code points
  std::vector<double> target_lengths_;
  std::vector<double> source_logs_;  // by end and count
  std::vector<double> target_logs_;
};

}  // namespace duizhao::align
