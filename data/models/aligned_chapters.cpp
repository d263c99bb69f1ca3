#include "aligned_chapters.hpp"

#include <algorithm>
#include <duizhao/io/beads.hpp>
#include <duizhao/text/file.hpp>
#include <random>
#include <set>

#include "read_lines.hpp"

namespace training {
namespace {

namespace fs = std::filesystem;
using duizhao::align::Place;
using duizhao::align::Span;
using Sentences = std::vector<std::string>;

/// The beads where they lie, each after the other.
std::vector<Span> read_spans(const fs::path& path) {
  std::vector<Span> spans;
  Place here{0, 0};
  for (const auto& bead : duizhao::parse_beads(duizhao::read_file(path), path.string())) {
    spans.push_back({here.source, bead.source.size(), here.target, bead.target.size()});
    here = spans.back().to();
  }
  return spans;
}

std::vector<Span> one_to_one(std::size_t count) {
  std::vector<Span> spans;
  for (std::size_t k = 0; k < count; ++k) spans.push_back({k, 1, k, 1});
  return spans;
}

/// A sample that grows bead by bead.
class Builder {
 public:
  explicit Builder(std::string name) { sample_.name = std::move(name); }

  /// Of a bead with one side only, a null bead for each sentence.
  void add(const Sentences& source, const Sentences& target) {
    const Place here{sample_.source.size(), sample_.target.size()};
    if (!source.empty() && !target.empty()) {
      sample_.gold.push_back({here.source, source.size(), here.target, target.size()});
    } else {
      for (std::size_t k = 0; k < source.size(); ++k) {
        sample_.gold.push_back({here.source + k, 1, here.target, 0});
      }
      for (std::size_t k = 0; k < target.size(); ++k) {
        sample_.gold.push_back({here.source, 0, here.target + k, 1});
      }
    }
    sample_.source.insert(sample_.source.end(), source.begin(), source.end());
    sample_.target.insert(sample_.target.end(), target.begin(), target.end());
  }

  const Sample& sample() const { return sample_; }

 private:
  Sample sample_;
};

/// Numbers that are the same everywhere, which those of the standard library are not.
class Dice {
 public:
  explicit Dice(std::uint32_t seed) : engine_(seed) {}

  bool happens(double probability) { return static_cast<double>(engine_()) < probability * 0x1p32; }
  std::size_t below(std::size_t count) { return engine_() % count; }

 private:
  std::mt19937 engine_;
};

/// Walks over the beads of a sample and makes another one of them.
class Editor {
 public:
  Editor(const Sample& sample, const Sample& other, Edit edit, std::uint32_t seed)
      : sample_(sample),
        other_(other),
        edit_(edit),
        of_source_(edit != Edit::moved && seed % 2 == 0),
        dice_(seed),
        builder_(sample.name) {
    if (edit == Edit::preface) add_preface();
    for (std::size_t k = 0; k < sample.gold.size();) k = take(k);
    if (edit == Edit::moved) add_one_side(of_source_, taken_out_);
  }

  const Sample& result() const { return builder_.sample(); }

 private:
  static Sentences slice(const Sentences& list, std::size_t begin, std::size_t end) {
    return {list.begin() + static_cast<std::ptrdiff_t>(begin),
            list.begin() + static_cast<std::ptrdiff_t>(end)};
  }
  /// The sentences of beads `first` to `last`.
  Sentences source(std::size_t first, std::size_t last) const {
    return slice(sample_.source, sample_.gold[first].source_begin, sample_.gold[last].source_end());
  }
  Sentences target(std::size_t first, std::size_t last) const {
    return slice(sample_.target, sample_.gold[first].target_begin, sample_.gold[last].target_end());
  }

  void add_one_side(bool of_source, const Sentences& sentences) {
    of_source ? builder_.add(sentences, {}) : builder_.add({}, sentences);
  }

  /// Takes the bead `k`, and those behind it that belong to the same edit; gives the next.
  std::size_t take(std::size_t k) {
    const bool linked = !sample_.gold[k].is_null();
    if (linked && edit_ == Edit::single && dice_.happens(1 / 14.)) return drop_one(k);
    if (linked && edit_ == Edit::rare && dice_.happens(.02)) return drop_one(k);
    if (edit_ == Edit::runs && dice_.happens(.02)) return drop_run(k);
    if (edit_ == Edit::extra && dice_.happens(1 / 16.)) add_foreign();
    if (edit_ == Edit::merged && dice_.happens(.33) && can_merge(k)) return merge(k);
    if (lies_in_stretch(k)) return drop(k, of_source_);
    builder_.add(source(k, k), target(k, k));
    return k + 1;
  }

  bool lies_in_stretch(std::size_t k) const {
    constexpr std::size_t kMostMoved = 50;
    const std::size_t n = sample_.gold.size();
    if (edit_ == Edit::stretch) return n * 2 / 5 <= k && k < n * 3 / 5;
    return edit_ == Edit::moved && n / 4 <= k && k < n / 4 + std::min(kMostMoved, n / 4);
  }

  std::size_t drop(std::size_t k, bool of_source) {
    const Sentences side = of_source ? source(k, k) : target(k, k);
    taken_out_.insert(taken_out_.end(), side.begin(), side.end());
    add_one_side(!of_source, of_source ? target(k, k) : source(k, k));
    return k + 1;
  }

  /// One sentence of a side, a whole side of a bead of one.
  std::size_t drop_one(std::size_t k) {
    Sentences from = source(k, k);
    Sentences to = target(k, k);
    Sentences& side = dice_.happens(.5) ? from : to;
    side.erase(side.begin() + static_cast<std::ptrdiff_t>(dice_.below(side.size())));
    builder_.add(from, to);
    return k + 1;
  }

  std::size_t drop_run(std::size_t k) {
    const bool of_source = dice_.happens(.5);
    const std::size_t end = std::min(sample_.gold.size(), k + 2 + dice_.below(5));
    while (k < end) k = drop(k, of_source);
    return k;
  }

  void add_foreign() {
    const bool in_source = dice_.happens(.5);
    const Sentences& side = in_source ? other_.source : other_.target;
    add_one_side(in_source, {side[dice_.below(side.size())]});
  }

  void add_preface() {
    const Sentences& side = of_source_ ? other_.source : other_.target;
    add_one_side(of_source_,
                 slice(side, 0, std::min<std::size_t>(side.size(), of_source_ ? 30 : 40)));
  }

  bool can_merge(std::size_t k) const {
    const auto single = [&](const Span& span) {
      return span.source_count == 1 && span.target_count == 1;
    };
    return k + 1 < sample_.gold.size() && single(sample_.gold[k]) && single(sample_.gold[k + 1]);
  }

  std::size_t merge(std::size_t k) {
    Sentences from = source(k, k + 1);
    Sentences to = target(k, k + 1);
    if (dice_.happens(.5)) {
      from = {from[0] + from[1]};
    } else {
      to = {to[0] + " " + to[1]};
    }
    builder_.add(from, to);
    return k + 2;
  }

  const Sample& sample_;
  const Sample& other_;
  Edit edit_;
  bool of_source_;  // the side that a stretch, a preface or what moves is of
  Dice dice_;
  Builder builder_;
  Sentences taken_out_;
};

}  // namespace

std::vector<Sample> read_samples(const fs::path& folder) {
  std::set<std::string> names;
  for (const auto& entry : fs::directory_iterator(folder / "zh")) {
    names.insert(entry.path().filename().string());
  }
  std::vector<Sample> samples;
  for (const std::string& name : names) {
    Sample& sample = samples.emplace_back(
        Sample{name, read_lines(folder / "zh" / name), read_lines(folder / "en" / name), {}});
    sample.gold = fs::exists(folder / "gold") ? read_spans(folder / "gold" / name)
                                              : one_to_one(sample.source.size());
  }
  return samples;
}

Sample edited(const Sample& sample, const Sample& other, Edit edit, std::uint32_t seed) {
  return Editor(sample, other, edit, seed).result();
}

}  // namespace training
