#include "align/lattice.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

#include "align/bead_types.hpp"
#include "align/explained_sums.hpp"

namespace duizhao::align {
namespace {

constexpr double kLengthDeviation = 0.3;  // of ln(length / expected length)
constexpr double kLengthOffset = 5;       // code points, so that short sentences vary freely
constexpr double kBreakCost =
    10;  // nats, for a break of blocks inside a bead without a counterpart
constexpr float kNoEdge = -std::numeric_limits<float>::infinity();
constexpr double kNoPath = -std::numeric_limits<double>::infinity();

/// Cumulative lengths of a side.
std::vector<double> cumulative_lengths(const Tokens& side) {
  std::vector<double> lengths{0};
  for (std::size_t i = 0; i < side.sentence_count(); ++i) {
    lengths.push_back(lengths.back() + static_cast<double>(side.length(i)));
  }
  return lengths;
}

/// ln(length + offset) of each span of 1 to `most` sentences, by its end and count.
std::vector<double> log_lengths(const std::vector<double>& cumulative, double scale,
                                std::size_t most) {
  std::vector<double> logs(cumulative.size() * (most + 1));
  for (std::size_t end = 0; end < cumulative.size(); ++end) {
    for (std::size_t count = 1; count <= std::min(most, end); ++count) {
      const double length = scale * (cumulative[end] - cumulative[end - count]);
      logs[end * (most + 1) + count] = std::log(length + kLengthOffset);
    }
  }
  return logs;
}

bool is_null(std::size_t type) {
  return kBeadTypes[type].source == 0 || kBeadTypes[type].target == 0;
}

std::size_t type_of(std::size_t source, std::size_t target) {
  std::size_t type = 0;
  while (kBeadTypes[type].source != source || kBeadTypes[type].target != target) ++type;
  return type;
}

/// Log weights of a state's paths by their last bead. A run of null beads is one event, an
/// omission: its first bead costs much, the others little, and so it matters how a state was
/// reached.
struct Layers {
  double text = kNoPath;  // a bead with both sides, or the beginning
  double gap = kNoPath;   // a null bead
};

/// For each sentence, how many breaks between blocks lie before it.
std::vector<std::size_t> cumulative_breaks(const Blocks& blocks, std::size_t sentences) {
  std::vector<std::size_t> breaks(std::max<std::size_t>(1, sentences), 0);
  for (std::size_t i = 1; i < blocks.size(); ++i) {
    breaks[i] = breaks[i - 1] + (blocks[i] != blocks[i - 1]);
  }
  return breaks;
}

double log_add(double left, double right) {
  if (left == kNoPath) return right;
  if (right == kNoPath) return left;
  const double most = std::max(left, right);
  return most + std::log1p(std::exp(std::min(left, right) - most));
}

}  // namespace

Lattice::Lattice(const Tokens& source, const Tokens& target, const LexicalModel& model, Band band,
                 const Blocks& source_blocks, const Blocks& target_blocks)
    : band_(std::move(band)) {
  std::size_t states = 0;
  for (const Band::Row& row : band_.rows) {
    offsets_.push_back(states);
    states += row.end - row.begin;
  }
  edges_.resize(states * kBeadTypes.size());
  score_edges(source, target, model, source_blocks, target_blocks);
}

void Lattice::score_edges(const Tokens& source, const Tokens& target, const LexicalModel& model,
                          const Blocks& source_blocks, const Blocks& target_blocks) {
  const std::size_t n = source.sentence_count();
  const std::size_t m = target.sentence_count();

  // The rows of the band that a place between target sentences lies in: first and last.
  std::vector<std::size_t> first_row(m + 1, n);
  std::vector<std::size_t> last_row(m + 1, 0);
  for (std::size_t i = 0; i <= n; ++i) {
    for (std::size_t j = band_.rows[i].begin; j < band_.rows[i].end; ++j) {
      first_row[j] = std::min(first_row[j], i);
      last_row[j] = i;
    }
  }
  const ExplainedSums forward(
      source, target, model.forward, kMostSourceSentences,
      [&](std::size_t begin, std::size_t count) {
        return ExplainedSums::Window{band_.rows[begin].begin, band_.rows[begin + count].end - 1};
      });
  const ExplainedSums backward(
      target, source, model.backward, kMostTargetSentences,
      [&](std::size_t begin, std::size_t count) {
        return ExplainedSums::Window{first_row[begin], last_row[begin + count]};
      });
  const std::vector<double> source_lengths = cumulative_lengths(source);
  const std::vector<double> target_lengths = cumulative_lengths(target);
  const double ratio = target_lengths.back() / std::max(1.0, source_lengths.back());
  const auto source_logs = log_lengths(source_lengths, ratio, kMostSourceSentences);
  const auto target_logs = log_lengths(target_lengths, 1, kMostTargetSentences);
  const auto source_breaks = cumulative_breaks(source_blocks, n);
  const auto target_breaks = cumulative_breaks(target_blocks, m);
  std::array<double, kBeadTypes.size()> log_priors{};
  for (std::size_t t = 0; t < kBeadTypes.size(); ++t) log_priors[t] = std::log(kBeadTypes[t].prior);

  float* edge = edges_.data();
  for (std::size_t i = 0; i <= n; ++i) {
    for (std::size_t j = band_.rows[i].begin; j < band_.rows[i].end; ++j) {
      for (std::size_t t = 0; t < kBeadTypes.size(); ++t, ++edge) {
        const auto [a, b, prior] = kBeadTypes[t];
        if (a > i || b > j || !in_band(i - a, j - b)) {
          *edge = kNoEdge;
          continue;
        }
        double score = log_priors[t];
        if (a == 0 || b == 0) {
          score -= kNullCost;
        } else {
          const double deviation = (target_logs[j * (kMostTargetSentences + 1) + b] -
                                    source_logs[i * (kMostSourceSentences + 1) + a]) /
                                   kLengthDeviation;
          score += forward.sum(i - a, a, j - b, j) + backward.sum(j - b, b, i - a, i) -
                   0.5 * deviation * deviation;
          // Paragraphs are kept in translation more often than not.
          const std::size_t in_source = source_breaks[i - 1] - source_breaks[i - a];
          const std::size_t in_target = target_breaks[j - 1] - target_breaks[j - b];
          const std::size_t unmatched =
              in_source > in_target ? in_source - in_target : in_target - in_source;
          score -= kBreakCost * static_cast<double>(unmatched);
        }
        *edge = static_cast<float>(score);
      }
    }
  }
}

template <typename Visit>
void Lattice::for_each_edge(const Visit& visit) const {
  const float* score = edges_.data();
  for (std::size_t i = 0; i < band_.rows.size(); ++i) {
    for (std::size_t j = band_.rows[i].begin; j < band_.rows[i].end; ++j) {
      for (std::size_t type = 0; type < kBeadTypes.size(); ++type, ++score) {
        if (*score == kNoEdge) continue;
        visit(state(i - kBeadTypes[type].source, j - kBeadTypes[type].target), state(i, j), type,
              static_cast<double>(*score));
      }
    }
  }
}

template <typename Visit>
void Lattice::for_each_edge_backwards(const Visit& visit) const {
  const float* score = edges_.data() + edges_.size();
  for (std::size_t i = band_.rows.size(); i-- > 0;) {
    for (std::size_t j = band_.rows[i].end; j-- > band_.rows[i].begin;) {
      for (std::size_t type = kBeadTypes.size(); type-- > 0;) {
        if (*--score == kNoEdge) continue;
        visit(state(i - kBeadTypes[type].source, j - kBeadTypes[type].target), state(i, j), type,
              static_cast<double>(*score));
      }
    }
  }
}

std::vector<Span> Lattice::best_spans() const {
  const std::size_t states = edges_.size() / kBeadTypes.size();
  std::vector<Layers> best(states);
  struct Arrival {
    std::uint8_t type = 0;
    bool from_gap = false;
  };
  std::vector<Arrival> text_arrivals(states);
  std::vector<Arrival> gap_arrivals(states);
  best[0].text = 0;
  for_each_edge([&](std::size_t from, std::size_t here, std::size_t type, double score) {
    const bool null = is_null(type);
    const double by_text = best[from].text + score;
    const double by_gap = best[from].gap + score + (null ? kGapContinuation : 0);
    const double total = std::max(by_text, by_gap);
    double& reached = null ? best[here].gap : best[here].text;
    if (total > reached) {
      reached = total;
      (null ? gap_arrivals : text_arrivals)[here] = {static_cast<std::uint8_t>(type),
                                                     by_gap > by_text};
    }
  });
  std::vector<Span> path;
  std::size_t i = band_.source_count();
  std::size_t j = band_.target_count();
  bool in_gap = best[states - 1].gap > best[states - 1].text;
  while (i > 0 || j > 0) {
    const Arrival& arrival = (in_gap ? gap_arrivals : text_arrivals)[state(i, j)];
    const BeadType& type = kBeadTypes[arrival.type];
    i -= type.source;
    j -= type.target;
    in_gap = arrival.from_gap;
    path.push_back({i, type.source, j, type.target});
  }
  std::reverse(path.begin(), path.end());
  return path;
}

std::vector<ScoredSpan> Lattice::best_path(double temperature) const {
  const std::size_t states = edges_.size() / kBeadTypes.size();
  const double continuation = kGapContinuation / temperature;
  std::vector<Layers> forward(states);
  forward[0].text = 0;
  for_each_edge([&](std::size_t from, std::size_t here, std::size_t type, double score) {
    const double scaled = score / temperature;
    if (is_null(type)) {
      const double into = log_add(forward[from].text, forward[from].gap + continuation);
      forward[here].gap = log_add(forward[here].gap, into + scaled);
    } else {
      const double into = log_add(forward[from].text, forward[from].gap);
      forward[here].text = log_add(forward[here].text, into + scaled);
    }
  });
  std::vector<Layers> backward(states);
  backward[states - 1] = {0, 0};
  for_each_edge_backwards([&](std::size_t from, std::size_t here, std::size_t type, double score) {
    const bool null = is_null(type);
    const double onward = (null ? backward[here].gap : backward[here].text) + score / temperature;
    backward[from].text = log_add(backward[from].text, onward);
    backward[from].gap = log_add(backward[from].gap, onward + (null ? continuation : 0));
  });
  const double all = log_add(forward[states - 1].text, forward[states - 1].gap);
  std::vector<ScoredSpan> path;
  for (const Span& span : best_spans()) {
    const std::size_t from = state(span.source_begin, span.target_begin);
    const std::size_t here =
        state(span.source_begin + span.source_count, span.target_begin + span.target_count);
    const std::size_t type = type_of(span.source_count, span.target_count);
    const double score = edges_[here * kBeadTypes.size() + type];
    const bool null = is_null(type);
    const double before =
        log_add(forward[from].text, forward[from].gap + (null ? continuation : 0));
    const double after = null ? backward[here].gap : backward[here].text;
    const double log_posterior = before + score / temperature + after - all;
    path.push_back({span, score, std::min(1.0, std::exp(log_posterior))});
  }
  return path;
}

}  // namespace duizhao::align
