#include "collate/ties.hpp"

#include <algorithm>
#include <numeric>
#include <utility>

namespace duizhao::collate {

constexpr double kSamePassage = 0.5;  // overlap over union, in bytes

double shared(ByteRange left, ByteRange right) {
  if (!left.overlaps(right)) return 0;
  const std::size_t both = std::min(left.end, right.end) - std::max(left.begin, right.begin);
  const std::size_t either = std::max(left.end, right.end) - std::min(left.begin, right.begin);
  return static_cast<double>(both) / static_cast<double>(either);
}

std::size_t Ties::add(const Variant& passage) {
  auto& own = by_document_[passage.document];  // by their beginnings
  const std::size_t size = passage.range.size();
  const std::size_t from = passage.range.begin > size ? passage.range.begin - size : 0;
  const auto end = own.upper_bound(passage.range.end);
  for (auto known = own.lower_bound(from); known != end; ++known) {
    Variant& other = passages_[known->second];
    if (other.language != passage.language || shared(other.range, passage.range) < kSamePassage) {
      continue;
    }
    if (other.speaker.empty()) other.speaker = passage.speaker;
    return known->second;
  }
  own.emplace(passage.range.begin, passages_.size());
  passages_.push_back(passage);
  passages_.back().confidence = 0;
  return passages_.size() - 1;
}

void Ties::tie(std::size_t left, std::size_t right, double confidence) {
  if (left != right) ties_.push_back({left, right, confidence});
}

std::vector<std::vector<std::size_t>> Ties::components() {
  std::ranges::stable_sort(
      ties_, [](const Tie& left, const Tie& right) { return left.confidence > right.confidence; });
  std::vector<std::size_t> root(passages_.size());
  std::iota(root.begin(), root.end(), std::size_t{0});
  std::vector<std::vector<std::size_t>> members(passages_.size());
  for (std::size_t i = 0; i < members.size(); ++i) members[i] = {i};
  for (const Tie& tie : ties_) {
    std::size_t left = root[tie.left];
    std::size_t right = root[tie.right];
    if (members[left].size() < members[right].size()) std::swap(left, right);
    if (left == right || !compatible(members[left], members[right])) continue;
    for (const std::size_t member : members[right]) root[member] = left;
    members[left].insert(members[left].end(), members[right].begin(), members[right].end());
    members[right].clear();
    for (const std::size_t end : {tie.left, tie.right}) {
      passages_[end].confidence = std::max(passages_[end].confidence, tie.confidence);
    }
  }
  std::erase_if(members, [](const auto& list) { return list.size() < 2; });
  return members;
}

bool Ties::compatible(const std::vector<std::size_t>& left,
                      const std::vector<std::size_t>& right) const {
  return std::ranges::all_of(left, [&](std::size_t i) {
    return std::ranges::all_of(right, [&](std::size_t k) {
      const Variant& one = passages_[i];
      const Variant& two = passages_[k];
      return one.document != two.document || one.language != two.language ||
             one.range.overlaps(two.range);
    });
  });
}

}  // namespace duizhao::collate
