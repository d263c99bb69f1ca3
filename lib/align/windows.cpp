#include "align/windows.hpp"

#include <algorithm>
#include <atomic>
#include <future>
#include <map>
#include <optional>
#include <utility>

#include "align/anchors.hpp"
#include "align/candidates.hpp"
#include "align/second_pass.hpp"

namespace duizhao::align {
namespace {

constexpr std::size_t kStretch = 100;   // source sentences between two posts
constexpr std::size_t kStretches = 10;  // of a window, without those that it shares
constexpr std::size_t kBarren = 2'000;  // without an anchor, so that posts are set on the diagonal

/// Places through which the texts are led, from the beginning to the end, some kStretch source
/// sentences from one to the next.
std::vector<Place> posts_between(const std::vector<Anchor>& anchors, const Place& end) {
  std::vector<Place> posts{{0, 0}};
  const auto lead_to = [&](const Place& next) {
    const Place last = posts.back();
    const std::size_t height = next.source - last.source;
    const std::size_t width = next.target - last.target;
    for (std::size_t step = kStretch; height > kBarren && step + kStretch <= height;
         step += kStretch) {
      posts.push_back({last.source + step, last.target + width * step / height});
    }
    posts.push_back(next);
  };
  for (const Anchor& anchor : anchors) {
    if (anchor.source < posts.back().source + kStretch) continue;
    lead_to({anchor.source, anchor.target});
  }
  lead_to(end);
  return posts;
}

/// Both passes over a window.
Path search_window(const Text& source, const Text& target, const words::LexicalModel& model,
                   const Constraints& constraints, const Window& window) {
  const auto& [from, to] = window;
  const Text source_part = source.slice(from.source, to.source);
  const Text target_part = target.slice(from.target, to.target);
  // Words that are frequent in the whole are rare in a window: it has anchors of its own.
  const Candidates candidates(source_part, target_part, model, constraints.slice(from, to));
  Path path = second_pass(source_part, target_part, candidates);
  for (ScoredSpan& bead : path.beads) {
    bead.span.source_begin += from.source;
    bead.span.target_begin += from.target;
  }
  return path;
}

/// Where the path of one window goes over into that of the next: how many beads of each end there.
struct Joint {
  std::size_t kept = 0;
  std::size_t skipped = 0;
};

/// The place that both paths are surest of; nothing if they have none in common.
std::optional<Joint> joint_of(const Path& path, const Path& next) {
  std::map<Place, std::size_t> places;  // where beads of the path end, and how many end by then
  for (std::size_t k = path.beads.size(); k-- > 0;) {
    const Place place = path.beads[k].span.to();
    if (place < next.beads.front().span.from()) break;
    places.emplace(place, k + 1);
  }
  double surest = 0;
  std::optional<Joint> joint;
  for (std::size_t k = 0; k < next.beads.size(); ++k) {
    const auto common = places.find(next.beads[k].span.to());
    if (common == places.end()) continue;
    const double both = std::min(path.passed[common->second - 1], next.passed[k]);
    if (both <= surest) continue;
    surest = both;
    joint = {common->second, k + 1};
  }
  return joint;
}

/// The beads of `path` up to a joint, and those of `next` from there on.
void join(Path& path, const Path& next, const Joint& joint) {
  path.beads.resize(joint.kept);
  path.passed.resize(joint.kept);
  const auto skipped = static_cast<std::ptrdiff_t>(joint.skipped);
  path.beads.insert(path.beads.end(), next.beads.begin() + skipped, next.beads.end());
  path.passed.insert(path.passed.end(), next.passed.begin() + skipped, next.passed.end());
}

}  // namespace

std::vector<Window> windows_between(const std::vector<Anchor>& anchors, const Place& end) {
  const std::vector<Place> posts = posts_between(anchors, end);
  const std::size_t last = posts.size() - 1;
  const std::size_t count = std::max<std::size_t>(1, last / kStretches);
  std::vector<Window> windows;
  for (std::size_t k = 0; k < count; ++k) {
    const std::size_t begin = k == 0 ? 0 : k * kStretches - 1;
    const std::size_t behind = k + 1 == count ? last : (k + 1) * kStretches + 1;
    windows.push_back({posts[begin], posts[std::min(behind, last)]});
  }
  return windows;
}

std::vector<ScoredSpan> search_windows(const Text& source, const Text& target,
                                       const words::LexicalModel& model,
                                       const Constraints& constraints, std::size_t threads,
                                       const ProgressReport& progress) {
  const Place end{source.tokens.sentence_count(), target.tokens.sentence_count()};
  std::vector<Anchor> anchors;  // only what takes more than one window is led by some
  if (end.source >= 2 * kStretches * kStretch) {
    anchors = constraints.with_locks(find_anchors(source.tokens, target.tokens, model));
  }
  const std::vector<Window> windows = windows_between(anchors, end);
  const auto search = [&](const Window& window) {
    return search_window(source, target, model, constraints, window);
  };
  std::vector<Path> paths(windows.size());
  std::atomic<std::size_t> next{0}, done{0};
  const auto work = [&](const ProgressReport& report) {
    for (std::size_t k = next++; k < windows.size(); k = next++) {
      paths[k] = search(windows[k]);
      ++done;
      if (report) report(done, windows.size());
    }
  };
  std::vector<std::future<void>> others;
  for (std::size_t t = 1; t < std::min(threads, windows.size()); ++t) {
    // Where no thread can start the work is done below.
    constexpr auto kThread = std::launch::async | std::launch::deferred;
    others.push_back(std::async(kThread, work, ProgressReport()));
  }
  work(progress);
  for (std::future<void>& other : others) other.get();
  Path path = std::move(paths.front());
  std::size_t settled = 0;  // beads before the last joint
  for (std::size_t k = 1; k < paths.size(); ++k) {
    auto joint = joint_of(path, paths[k]);
    if (!joint) {
      // They know no common place: what lies behind the last joint is searched as one.
      const Place from = settled > 0 ? path.beads[settled - 1].span.to() : Place{0, 0};
      paths[k] = search({from, windows[k].to});
      joint = {settled, 0};
    }
    join(path, paths[k], *joint);
    settled = joint->kept;
  }
  return std::move(path.beads);
}

}  // namespace duizhao::align
