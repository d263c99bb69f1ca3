#include "align/graph.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

namespace duizhao::align {
namespace {

constexpr double kNoPath = -std::numeric_limits<double>::infinity();

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
    nodes_.push_back(span.begin());
    nodes_.push_back(span.end());
  }
  std::sort(nodes_.begin(), nodes_.end());
  nodes_.erase(std::unique(nodes_.begin(), nodes_.end()), nodes_.end());
  nodes_.shrink_to_fit();
  const auto node = [this](const Place& place) {
    return static_cast<std::uint32_t>(std::lower_bound(nodes_.begin(), nodes_.end(), place) -
                                      nodes_.begin());
  };
  edges_.reserve(spans_.size());
  for (const Span& span : spans_) edges_.push_back({node(span.begin()), node(span.end())});
}

std::vector<std::size_t> Graph::best_path(std::span<const double> scores) const {
  if (nodes_.empty()) return {};
  std::vector<double> best(nodes_.size(), kNoPath);
  std::vector<std::size_t> arrivals(nodes_.size());
  best.front() = 0;
  for (std::size_t k = 0; k < edges_.size(); ++k) {
    const auto& [from, to] = edges_[k];
    if (best[from] + scores[k] > best[to]) {
      best[to] = best[from] + scores[k];
      arrivals[to] = k;
    }
  }
  std::vector<std::size_t> path;
  for (std::size_t node = nodes_.size() - 1; node != 0; node = edges_[path.back()].from) {
    path.push_back(arrivals[node]);
  }
  std::reverse(path.begin(), path.end());
  return path;
}

Graph::Posteriors Graph::posteriors(std::span<const double> scores) const {
  if (nodes_.empty()) return {0, {}};
  std::vector<double> forward(nodes_.size(), kNoPath);
  forward.front() = 0;
  for (std::size_t k = 0; k < edges_.size(); ++k) {
    const auto& [from, to] = edges_[k];
    forward[to] = log_add(forward[to], forward[from] + scores[k]);
  }
  Posteriors result{forward.back(), std::vector<double>(edges_.size())};
  std::vector<double> backward(nodes_.size(), kNoPath);
  backward.back() = 0;
  for (std::size_t k = edges_.size(); k-- > 0;) {
    const auto& [from, to] = edges_[k];
    const double onward = backward[to] + scores[k];
    result.shares[k] = std::min(1.0, std::exp(forward[from] + onward - result.log_total));
    backward[from] = log_add(backward[from], onward);
  }
  return result;
}

}  // namespace duizhao::align
