// Translations as segments, and metrics over them.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "duizhao/text/error.hpp"
#include "duizhao/text/export.hpp"

namespace duizhao {

/// Segments of a translation, a sentence or line each, in UTF-8.
using Segments = std::vector<std::string>;

/// The lines of a text: they end at line feeds, as with sacrebleu, and white space at their ends
/// does not count with any metric. `encoding` is as in ReadOptions, a byte-order mark is left out.
/// Throws Error (decoding) with line and byte, Error (content) for a text without lines; `name`
/// stands for the file in messages. Linear.
DUIZHAO_EXPORT Segments parse_segments(std::string bytes, const std::string& name,
                                       const std::string& encoding = "auto");

/// Throws Error (content) unless there are references, and segments, as many of each reference as
/// of the hypothesis.
DUIZHAO_EXPORT void check_segments(const Segments& hypothesis,
                                   const std::vector<Segments>& references);

/// The statistics of each segment by a metric (Bleu, Chrf, Ter), in order. `references` are whole
/// translations: references[r][i] renders what hypothesis[i] does. Throws as check_segments does.
template <typename Metric>
std::vector<typename Metric::Statistics> segment_statistics(
    const Metric& metric, const Segments& hypothesis, const std::vector<Segments>& references) {
  check_segments(hypothesis, references);
  std::vector<typename Metric::Statistics> statistics;
  statistics.reserve(hypothesis.size());
  std::vector<std::string_view> row(references.size());
  for (std::size_t i = 0; i < hypothesis.size(); ++i) {
    for (std::size_t r = 0; r < references.size(); ++r) row[r] = references[r][i];
    statistics.push_back(metric.statistics(hypothesis[i], row));
  }
  return statistics;
}

/// The statistics of all segments together: `metric.score()` of them is the corpus score, which is
/// not the mean of the segments' scores.
template <typename Statistics>
Statistics sum_of(const std::vector<Statistics>& segments) {
  Statistics sum;
  for (const Statistics& segment : segments) sum += segment;
  return sum;
}

}  // namespace duizhao
