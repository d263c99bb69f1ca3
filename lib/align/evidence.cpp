#include "align/evidence.hpp"

#include <algorithm>
#include <cmath>

namespace duizhao::align {
namespace {

constexpr double kLengthOffset = 5;  // code points

std::vector<double> cumulative_lengths(const words::Tokens& side) {
  std::vector<double> lengths{0};
  for (std::size_t i = 0; i < side.sentence_count(); ++i) {
    lengths.push_back(lengths.back() + static_cast<double>(side.length(i)));
  }
  return lengths;
}

/// ln(length + offset) of each span of 1 to `most` sentences, by its end and count.
std::vector<double> log_lengths(const std::vector<double>& cumulative, std::size_t most) {
  std::vector<double> logs(cumulative.size() * (most + 1));
  for (std::size_t end = 0; end < cumulative.size(); ++end) {
    for (std::size_t count = 1; count <= std::min(most, end); ++count) {
      logs[end * (most + 1) + count] =
          std::log(cumulative[end] - cumulative[end - count] + kLengthOffset);
    }
  }
  return logs;
}

ExplainedSums forward_sums(const words::Tokens& source, const words::Tokens& target,
                           const words::LexicalModel& model, const Band& band) {
  return {source, target, model.forward, kMostSourceSentences,
          [&](std::size_t begin, std::size_t count) {
            return SentenceRange{band.rows[begin].begin, band.rows[begin + count].end - 1};
          }};
}

ExplainedSums backward_sums(const words::Tokens& source, const words::Tokens& target,
                            const words::LexicalModel& model, const Band& band) {
  // The rows of the band that a place between target sentences lies in: first and last.
  const std::size_t n = source.sentence_count();
  const std::size_t m = target.sentence_count();
  std::vector<std::size_t> first_row(m + 1, n);
  std::vector<std::size_t> last_row(m + 1, 0);
  for (std::size_t i = 0; i <= n; ++i) {
    for (std::size_t j = band.rows[i].begin; j < band.rows[i].end; ++j) {
      first_row[j] = std::min(first_row[j], i);
      last_row[j] = i;
    }
  }
  return {target, source, model.backward, kMostTargetSentences,
          [&](std::size_t begin, std::size_t count) {
            return SentenceRange{first_row[begin], last_row[begin + count]};
          }};
}

}  // namespace

Evidence::Evidence(const words::Tokens& source, const words::Tokens& target,
                   const words::LexicalModel& model, const Band& band,
                   const Proportions& proportions)
    : forward_(forward_sums(source, target, model, band)),
      backward_(backward_sums(source, target, model, band)),
      source_lengths_(cumulative_lengths(source)),
      target_lengths_(cumulative_lengths(target)) {
  const double ratio = proportions.of(source_lengths_, target_lengths_);
  for (double& length : source_lengths_) length *= ratio;
  source_logs_ = log_lengths(source_lengths_, kMostSourceSentences);
  target_logs_ = log_lengths(target_lengths_, kMostTargetSentences);
}

}  // namespace duizhao::align
