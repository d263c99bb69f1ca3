// Units are nodes of a graph, with an edge from the unit of each token to that of the next one in
// every witness. Units that the witnesses have in different orders, or one within another, lie on a
// cycle: the strongly connected components (Tarjan 1972), in topological order, are the places.
#include "duizhao/compare/apparatus.hpp"

#include <algorithm>
#include <limits>
#include <utility>

namespace duizhao {
namespace {

using Edges = std::vector<std::vector<std::size_t>>;  // by unit

/// The first bytes of a witness's tokens, with their units, in order.
std::vector<std::pair<std::size_t, std::size_t>> tokens_of(const Comparison& comparison,
                                                           std::size_t witness) {
  std::vector<std::pair<std::size_t, std::size_t>> tokens;
  for (std::size_t u = 0; u < comparison.units.size(); ++u) {
    for (const ByteRange& range : comparison.units[u].witnesses[witness]) {
      tokens.emplace_back(range.begin, u);
    }
  }
  std::ranges::sort(tokens);
  return tokens;
}

/// Tarjan's algorithm without recursion. Gives the components in topological order.
class Components {
 public:
  explicit Components(const Edges& edges)
      : edges_(edges), index_(edges.size(), kNone), low_(edges.size()), open_(edges.size()) {}

  std::vector<std::vector<std::size_t>> run() {
    // From the last unit on, so that units without edges between them keep their order.
    for (std::size_t u = edges_.size(); u-- > 0;) {
      if (index_[u] == kNone) visit(u);
    }
    std::ranges::reverse(components_);
    return std::move(components_);
  }

 private:
  static constexpr std::size_t kNone = std::numeric_limits<std::size_t>::max();

  void enter(std::size_t node) {
    index_[node] = low_[node] = next_++;
    open_[node] = true;
    stack_.push_back(node);
    path_.emplace_back(node, 0);
  }

  void visit(std::size_t root) {
    enter(root);
    while (!path_.empty()) {
      const std::size_t node = path_.back().first;
      std::size_t& edge = path_.back().second;
      if (edge < edges_[node].size()) {
        const std::size_t to = edges_[node][edge++];
        if (index_[to] == kNone) {
          enter(to);
        } else if (open_[to]) {
          low_[node] = std::min(low_[node], index_[to]);
        }
        continue;
      }
      path_.pop_back();
      if (!path_.empty()) {
        std::size_t& above = low_[path_.back().first];
        above = std::min(above, low_[node]);
      }
      if (low_[node] != index_[node]) continue;
      std::vector<std::size_t>& component = components_.emplace_back();
      while (true) {
        const std::size_t member = stack_.back();
        stack_.pop_back();
        open_[member] = false;
        component.push_back(member);
        if (member == node) break;
      }
    }
  }

  const Edges& edges_;
  std::vector<std::size_t> index_;
  std::vector<std::size_t> low_;
  std::vector<bool> open_;  // on the stack
  std::vector<std::size_t> stack_;
  std::vector<std::pair<std::size_t, std::size_t>> path_;  // nodes and their next edges
  std::vector<std::vector<std::size_t>> components_;
  std::size_t next_ = 0;
};

std::optional<VariationKind> gravest(const Comparison& comparison,
                                     const std::vector<ByteRange>& readings) {
  std::optional<VariationKind> kind;
  for (const Difference& difference : comparison.differences) {
    if (kind && *kind <= difference.kind) continue;
    const bool touches =
        std::ranges::any_of(difference.readings, [&](const WitnessReading& reading) {
          return reading.range && reading.range->overlaps(readings[reading.witness]);
        });
    if (touches) kind = difference.kind;
  }
  return kind;
}

}  // namespace

std::vector<ApparatusEntry> apparatus_of(const Comparison& comparison) {
  const std::size_t count = comparison.witnesses.size();
  Edges edges(comparison.units.size());
  std::vector<std::vector<std::pair<std::size_t, std::size_t>>> tokens;
  for (std::size_t w = 0; w < count; ++w) {
    tokens.push_back(tokens_of(comparison, w));
    for (std::size_t k = 1; k < tokens[w].size(); ++k) {
      const std::size_t from = tokens[w][k - 1].second;
      const std::size_t to = tokens[w][k].second;
      if (from != to) edges[from].push_back(to);
    }
  }
  const auto components = Components(edges).run();
  std::vector<std::size_t> place_of(comparison.units.size());
  for (std::size_t p = 0; p < components.size(); ++p) {
    for (const std::size_t unit : components[p]) place_of[unit] = p;
  }
  // A reading goes from its first token to the first one of the next place that the witness has.
  std::vector<ApparatusEntry> all(std::max<std::size_t>(1, components.size()),
                                  {std::vector<ByteRange>(count), {}});
  for (std::size_t w = 0; w < count; ++w) {
    const std::size_t size = comparison.witnesses[w].text.size();
    std::size_t begin = 0;
    auto token = tokens[w].begin();
    for (std::size_t p = 0; p < all.size(); ++p) {
      const auto first = token;
      while (token != tokens[w].end() && place_of[token->second] <= p) ++token;
      std::size_t end = token == tokens[w].end() ? size : token->first;
      if (token == first && begin > 0) end = begin;  // it says nothing here
      if (p + 1 == all.size()) end = size;
      all[p].readings[w] = {begin, end};
      begin = end;
    }
  }
  std::vector<ApparatusEntry> entries;
  for (ApparatusEntry& entry : all) {
    entry.kind = gravest(comparison, entry.readings);
    if (!entries.empty() && !entries.back().kind && !entry.kind) {
      for (std::size_t w = 0; w < count; ++w) {
        entries.back().readings[w].end = entry.readings[w].end;
      }
      continue;
    }
    entries.push_back(std::move(entry));
  }
  return entries;
}

}  // namespace duizhao
