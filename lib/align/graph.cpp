#include "align/graph.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "align/layers.hpp"

namespace duizhao::align {
namespace {

double log_add(double left, double right) {
  if (left == kNoPath) return right;
  if (right == kNoPath) return left;
  const double most = std::max(left, right);
  return most + std::log1p(std::exp(std::min(left, right) - most));
}

}  // namespace

Graph::Graph(std::vector<Span> spans) : spans_(std::move(spans)) {
  nodes_.reserve(2 * spans_.size());
  for (const Span& span : spans_) {
    nodes_.push_back(span.from());
    nodes_.push_back(span.to());
  }
  std::sort(nodes_.begin(), nodes_.end());
  nodes_.erase(std::unique(nodes_.begin(), nodes_.end()), nodes_.end());
  nodes_.shrink_to_fit();
  const auto node = [this](const Place& place) {
    return static_cast<std::uint32_t>(std::lower_bound(nodes_.begin(), nodes_.end(), place) -
                                      nodes_.begin());
  };
  edges_.reserve(spans_.size());
  for (const Span& span : spans_) {
    edges_.push_back({node(span.from()), node(span.to()), span.is_null()});
  }
}

std::vector<std::size_t> Graph::best_path(std::span<const Score> scores) const {
  if (nodes_.empty()) return {};
  struct Arrival {
    std::size_t edge;
    bool from_gap;
  };
  struct Arrivals {
    Arrival text;
    Arrival gap;
  };
  std::vector<Layers> best(nodes_.size());
  std::vector<Arrivals> arrivals(nodes_.size());
  best.front().text = 0;
  for (std::size_t k = 0; k < edges_.size(); ++k) {
    const auto& [from, to, null] = edges_[k];
    const double by_gap = best[from].gap + scores[k].continuation;
    const double total = std::max(best[from].text, by_gap) + scores[k].bead;
    double& reached = best[to].by(null);
    if (total > reached) {
      reached = total;
      Arrival& arrival = null ? arrivals[to].gap : arrivals[to].text;
      arrival = {k, by_gap > best[from].text};
    }
  }
  std::vector<std::size_t> path;
  bool in_gap = best.back().gap > best.back().text;
  for (std::size_t node = nodes_.size() - 1; node != 0; node = edges_[path.back()].from) {
    const Arrival& arrival = in_gap ? arrivals[node].gap : arrivals[node].text;
    path.push_back(arrival.edge);
    in_gap = arrival.from_gap;
  }
  std::reverse(path.begin(), path.end());
  return path;
}

std::vector<std::size_t> Graph::safest_path(std::span<const double> beads) const {
  std::vector<Score> scores;
  scores.reserve(beads.size());
  for (std::size_t k = 0; k < beads.size(); ++k) {
    const auto sentences = static_cast<double>(spans_[k].source_count + spans_[k].target_count);
    scores.push_back({beads[k] * sentences});
  }
  return best_path(scores);
}

Graph::Posteriors Graph::posteriors(std::span<const Score> scores) const {
  if (nodes_.empty()) return {};
  std::vector<Layers> forward(nodes_.size());
  forward.front().text = 0;
  for (std::size_t k = 0; k < edges_.size(); ++k) {
    const auto& [from, to, null] = edges_[k];
    const double into = log_add(forward[from].text, forward[from].gap + scores[k].continuation);
    forward[to].by(null) = log_add(forward[to].by(null), into + scores[k].bead);
  }
  Posteriors result;
  result.log_total = log_add(forward.back().text, forward.back().gap);
  result.shares.resize(edges_.size());
  result.nodes.resize(nodes_.size());
  result.nodes.front() = 1;
  std::vector<Layers> backward(nodes_.size());
  backward.back() = {0, 0};
  for (std::size_t k = edges_.size(); k-- > 0;) {
    const auto& [from, to, null] = edges_[k];
    const double onward = backward[to].by(null) + scores[k].bead;
    const double by_gap = onward + scores[k].continuation;
    const double through = log_add(forward[from].text + onward, forward[from].gap + by_gap);
    result.shares[k] = std::min(1.0, std::exp(through - result.log_total));
    result.nodes[to] += result.shares[k];
    if (null) result.continuations += std::exp(forward[from].gap + by_gap - result.log_total);
    backward[from].text = log_add(backward[from].text, onward);
    backward[from].gap = log_add(backward[from].gap, by_gap);
  }
  result.beads = bead_probabilities(result.shares);
  return result;
}

std::vector<double> Graph::bead_probabilities(const std::vector<double>& shares) const {
  const Place& last = nodes_.back();
  std::vector<double> source_nulls(last.source), target_nulls(last.target);
  const auto sum_of = [&](const Span& span) -> double& {
    return span.source_count > 0 ? source_nulls[span.source_begin]
                                 : target_nulls[span.target_begin];
  };
  for (std::size_t k = 0; k < edges_.size(); ++k) {
    if (edges_[k].null) sum_of(spans_[k]) += shares[k];
  }
  std::vector<double> probabilities(shares);
  for (std::size_t k = 0; k < edges_.size(); ++k) {
    if (edges_[k].null) probabilities[k] = std::min(1.0, sum_of(spans_[k]));
  }
  return probabilities;
}

}  // namespace duizhao::align
