#include "align/lattice.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <utility>

#include "align/bead_types.hpp"
#include "bitext/length_model.hpp"

namespace duizhao::align {
namespace {

constexpr std::size_t kMostCandidates = 80;  // for each sentence
constexpr float kNoEdge = -std::numeric_limits<float>::infinity();

/// The best weight with which a path goes on from a state to a bead.
double into(const Layers& layers, bool null) {
  return null ? std::max(layers.text, layers.gap + kGapContinuation) : layers.best();
}

}  // namespace

Lattice::Lattice(const Evidence& evidence, Band band, const Constraints& constraints)
    : band_(std::move(band)) {
  std::size_t states = 0;
  for (const Band::Row& row : band_.rows) {
    offsets_.push_back(states);
    states += row.end - row.begin;
  }
  edges_.resize(states * kBeadTypes.size());
  score_edges(evidence, constraints);
  best_ = best_to_states();
}

void Lattice::score_edges(const Evidence& evidence, const Constraints& constraints) {
  std::array<double, kBeadTypes.size()> log_priors{};
  for (std::size_t t = 0; t < kBeadTypes.size(); ++t) log_priors[t] = std::log(kBeadTypes[t].prior);
  const double length_deviation = bitext::length_model().deviation;
  float* edge = edges_.data();
  for (std::size_t i = 0; i < band_.rows.size(); ++i) {
    for (std::size_t j = band_.rows[i].begin; j < band_.rows[i].end; ++j) {
      for (std::size_t t = 0; t < kBeadTypes.size(); ++t, ++edge) {
        const BeadType& type = kBeadTypes[t];
        if (type.source > i || type.target > j || !in_band(i - type.source, j - type.target)) {
          *edge = kNoEdge;
          continue;
        }
        const Span span{i - type.source, type.source, j - type.target, type.target};
        if (!constraints.allow(span)) {
          *edge = kNoEdge;
          continue;
        }
        double score = log_priors[t];
        if (type.is_null()) {
          score -= kNullCost;
        } else {
          const double deviation = evidence.length_deviation(span) / length_deviation;
          score += evidence.forward(span) + evidence.backward(span) - 0.5 * deviation * deviation;
        }
        *edge = static_cast<float>(score);
      }
    }
  }
}

template <typename Wanted, typename Visit>
void Lattice::for_each_edge(const Wanted& wanted, const Visit& visit) const {
  const float* score = edges_.data();
  for (std::size_t i = 0; i < band_.rows.size(); ++i) {
    for (std::size_t j = band_.rows[i].begin; j < band_.rows[i].end; ++j) {
      const std::size_t here = state(i, j);
      if (!wanted(here)) {
        score += kBeadTypes.size();
        continue;
      }
      for (std::size_t type = 0; type < kBeadTypes.size(); ++type, ++score) {
        if (*score == kNoEdge) continue;
        visit(state(i - kBeadTypes[type].source, j - kBeadTypes[type].target), here,
              kBeadTypes[type], static_cast<double>(*score), Place{i, j});
      }
    }
  }
}

template <typename Visit>
void Lattice::for_each_edge_backwards(const Visit& visit) const {
  const float* score = edges_.data() + edges_.size();
  for (std::size_t i = band_.rows.size(); i-- > 0;) {
    for (std::size_t j = band_.rows[i].end; j-- > band_.rows[i].begin;) {
      const std::size_t here = state(i, j);
      for (std::size_t type = kBeadTypes.size(); type-- > 0;) {
        if (*--score == kNoEdge) continue;
        visit(state(i - kBeadTypes[type].source, j - kBeadTypes[type].target), here,
              kBeadTypes[type], static_cast<double>(*score));
      }
    }
  }
}

std::vector<Layers> Lattice::best_to_states() const {
  std::vector<Layers> best(edges_.size() / kBeadTypes.size());
  best.front().text = 0;
  const auto all = [](std::size_t) { return true; };
  for_each_edge(all,
                [&](std::size_t from, std::size_t here, const BeadType& type, double score, Place) {
                  double& reached = best[here].by(type.is_null());
                  reached = std::max(reached, into(best[from], type.is_null()) + score);
                });
  return best;
}

std::vector<Layers> Lattice::best_from_states() const {
  std::vector<Layers> best(edges_.size() / kBeadTypes.size());
  best.back() = {0, 0};
  for_each_edge_backwards(
      [&](std::size_t from, std::size_t here, const BeadType& type, double score) {
        const double onward = score + best[here].by(type.is_null());
        best[from].text = std::max(best[from].text, onward);
        best[from].gap = std::max(best[from].gap, onward + (type.is_null() ? kGapContinuation : 0));
      });
  return best;
}

double Lattice::best_score() const { return best_.back().best(); }

std::vector<Span> Lattice::best_path() const {
  std::vector<Span> path;
  Place here{band_.source_count(), band_.target_count()};
  bool in_gap = best_.back().gap > best_.back().text;
  while (here != Place{0, 0}) {
    // Of the beads that end here, the one that the best path came by.
    const float* const scores = &edges_[state(here.source, here.target) * kBeadTypes.size()];
    Span arrival{};
    double most = kNoPath;
    for (std::size_t t = 0; t < kBeadTypes.size(); ++t) {
      const BeadType& type = kBeadTypes[t];
      if (scores[t] == kNoEdge || type.is_null() != in_gap) continue;
      const Span span{here.source - type.source, type.source, here.target - type.target,
                      type.target};
      const double weight = into(best_[state(span.source_begin, span.target_begin)], in_gap) +
                            static_cast<double>(scores[t]);
      if (weight > most) {
        most = weight;
        arrival = span;
      }
    }
    const Layers& from = best_[state(arrival.source_begin, arrival.target_begin)];
    in_gap = from.gap + (in_gap ? kGapContinuation : 0) > from.text;
    path.push_back(arrival);
    here = arrival.from();
  }
  std::reverse(path.begin(), path.end());
  return path;
}

std::vector<Span> Lattice::candidates(double margin) const {
  const auto from = best_from_states();
  const double best = best_score();
  // visit(span, how much less than the best its best path scores) for beads within the margin.
  const auto is_near = [&](std::size_t here) {
    const double through =
        std::max(best_[here].text + from[here].text, best_[here].gap + from[here].gap);
    return best - through <= margin;
  };
  const auto for_each_candidate = [&](const auto& visit) {
    for_each_edge(is_near, [&](std::size_t before, std::size_t here, const BeadType& type,
                               double score, Place end) {
      const bool null = type.is_null();
      const double deficit = best - (into(best_[before], null) + score + from[here].by(null));
      if (deficit > margin) return;
      visit({end.source - type.source, type.source, end.target - type.target, type.target},
            std::max(0.0, deficit));
    });
  };
  const std::size_t most =
      kMostCandidates * (band_.source_count() + band_.target_count()) + kMostCandidates;
  std::vector<std::size_t> counts(static_cast<std::size_t>(margin) + 1);  // by whole nats
  std::vector<Span> spans;
  for_each_candidate([&](const Span& span, double deficit) {
    ++counts[static_cast<std::size_t>(deficit)];
    if (spans.size() <= most) spans.push_back(span);
  });
  if (spans.size() <= most) return spans;
  // Where little tells beads apart, more of them than a second look can bear lie within the margin:
  // a narrower one then leaves that many.
  std::size_t nats = 1;
  for (std::size_t count = counts[0]; nats < counts.size(); ++nats) {
    count += counts[nats];
    if (count > most) break;
  }
  spans.clear();
  for_each_candidate([&](const Span& span, double deficit) {
    if (static_cast<std::size_t>(deficit) < nats) spans.push_back(span);
  });
  return spans;
}

}  // namespace duizhao::align
