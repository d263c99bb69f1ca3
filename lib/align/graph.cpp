#include "align/graph.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

namespace duizhao::align {
namespace {

constexpr double kNoPath = -std::numeric_limits<double>::infinity();
constexpr std::size_t kNone = std::numeric_limits<std::size_t>::max();

/// Weights of the paths to a node by their last bead, or from a node by their next one.
struct Layers {
  double text = kNoPath;  // a bead with both sides, or none
  double gap = kNoPath;   // a null bead

  double& by(bool null) { return null ? gap : text; }
};

double log_add(double left, double right) {
  if (left == kNoPath) return right;
  if (right == kNoPath) return left;
  const double most = std::max(left, right);
  return most + std::log1p(std::exp(std::min(left, right) - most));
}

}  // namespace

Graph::Graph(std::vector<Span> spans) : spans_(std::move(spans)) {
  for (const Span& span : spans_) {
    nodes_.push_back(span.begin());
    nodes_.push_back(span.end());
  }
  std::sort(nodes_.begin(), nodes_.end());
  nodes_.erase(std::unique(nodes_.begin(), nodes_.end()), nodes_.end());
  const auto node = [this](const Place& place) {
    return static_cast<std::uint32_t>(std::lower_bound(nodes_.begin(), nodes_.end(), place) -
                                      nodes_.begin());
  };
  edges_.reserve(spans_.size());
  for (const Span& span : spans_) {
    edges_.push_back({node(span.begin()), node(span.end()), span.is_null()});
  }
}

std::vector<std::size_t> Graph::best_path(std::span<const double> scores,
                                          double continuation) const {
  if (nodes_.empty()) return {};
  struct Arrival {
    std::size_t edge = kNone;
    bool from_gap = false;
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
    const double by_gap = best[from].gap + (null ? continuation : 0);
    const double total = std::max(best[from].text, by_gap) + scores[k];
    double& reached = best[to].by(null);
    if (total > reached) {
      reached = total;
      (null ? arrivals[to].gap : arrivals[to].text) = {k, by_gap > best[from].text};
    }
  }
  std::vector<std::size_t> path;
  bool in_gap = best.back().gap > best.back().text;
  for (std::size_t node = nodes_.size() - 1; node != 0;) {
    const Arrival& arrival = in_gap ? arrivals[node].gap : arrivals[node].text;
    path.push_back(arrival.edge);
    in_gap = arrival.from_gap;
    node = edges_[arrival.edge].from;
  }
  std::reverse(path.begin(), path.end());
  return path;
}

Graph::Posteriors Graph::posteriors(std::span<const double> scores, double continuation) const {
  Posteriors result{0, std::vector<double>(edges_.size()), 0};
  if (nodes_.empty()) return result;
  std::vector<Layers> forward(nodes_.size());
  forward.front().text = 0;
  for (std::size_t k = 0; k < edges_.size(); ++k) {
    const auto& [from, to, null] = edges_[k];
    const double into =
        log_add(forward[from].text, forward[from].gap + (null ? continuation : 0)) + scores[k];
    forward[to].by(null) = log_add(forward[to].by(null), into);
  }
  result.log_total = log_add(forward.back().text, forward.back().gap);
  std::vector<Layers> backward(nodes_.size());
  backward.back() = {0, 0};
  for (std::size_t k = edges_.size(); k-- > 0;) {
    const auto& [from, to, null] = edges_[k];
    const double onward = backward[to].by(null) + scores[k];
    const double by_text = forward[from].text + onward;
    const double by_gap = forward[from].gap + onward + (null ? continuation : 0);
    const double gap_share = std::exp(by_gap - result.log_total);
    result.shares[k] = std::min(1.0, std::exp(by_text - result.log_total) + gap_share);
    if (null) result.continuations += gap_share;
    backward[from].text = log_add(backward[from].text, onward);
    backward[from].gap = log_add(backward[from].gap, onward + (null ? continuation : 0));
  }
  return result;
}

}  // namespace duizhao::align
