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

class Editor {
 public:
  Editor(const Sample& sample, const Sample& other, Edit edit, std::uint32_t seed)
      : sample_(sample), other_(other), dice_(seed), builder_(sample.name) {
    for (std::size_t k = 0; k < sample.gold.size();) k = take(edit, k);
  }

  const Sample& result() const { return builder_.sample(); }

 private:
  Sentences source(const Span& span) const {
    return slice(sample_.source, span.source_begin, span.source_end());
  }
  Sentences target(const Span& span) const {
    return slice(sample_.target, span.target_begin, span.target_end());
  }
  static Sentences slice(const Sentences& list, std::size_t begin, std::size_t end) {
    return {list.begin() + static_cast<std::ptrdiff_t>(begin),
            list.begin() + static_cast<std::ptrdiff_t>(end)};
  }
  void keep(std::size_t k) { builder_.add(source(sample_.gold[k]), target(sample_.gold[k])); }
  void drop(std::size_t k, bool of_source) {
    builder_.add(of_source ? Sentences() : source(sample_.gold[k]),
                 of_source ? target(sample_.gold[k]) : Sentences());
  }

  /// One sentence of a side, a whole side of a bead of one.
  void drop_one(std::size_t k) {
    Sentences from = source(sample_.gold[k]);
    Sentences to = target(sample_.gold[k]);
    Sentences& side = dice_.happens(.5) ? from : to;
    side.erase(side.begin() + static_cast<std::ptrdiff_t>(dice_.below(side.size())));
    builder_.add(from, to);
  }

  /// Takes the bead `k`, and those behind it that belong to the same edit; gives the next.
  std::size_t take(Edit edit, std::size_t k) {
    const Span& span = sample_.gold[k];
    const bool linked = !span.is_null();
    if (linked && edit == Edit::single && dice_.happens(1 / 14.)) return drop_one(k), k + 1;
    if (linked && edit == Edit::rare && dice_.happens(.02)) return drop_one(k), k + 1;
    if (edit == Edit::runs && dice_.happens(.02)) return drop_run(k);
    if (edit == Edit::extra && dice_.happens(1 / 16.)) add_foreign();
    if (edit == Edit::merged && dice_.happens(.33) && can_merge(k)) return merge(k);
    keep(k);
    return k + 1;
  }

  std::size_t drop_run(std::size_t k) {
    const bool of_source = dice_.happens(.5);
    const std::size_t end = std::min(sample_.gold.size(), k + 2 + dice_.below(5));
    for (; k < end; ++k) drop(k, of_source);
    return k;
  }

  void add_foreign() {
    const bool in_source = dice_.happens(.5);
    const Sentences& side = in_source ? other_.source : other_.target;
    const Sentences sentence{side[dice_.below(side.size())]};
    builder_.add(in_source ? sentence : Sentences(), in_source ? Sentences() : sentence);
  }

  bool can_merge(std::size_t k) const {
    const auto single = [&](const Span& span) {
      return span.source_count == 1 && span.target_count == 1;
    };
    return k + 1 < sample_.gold.size() && single(sample_.gold[k]) && single(sample_.gold[k + 1]);
  }

  std::size_t merge(std::size_t k) {
    Sentences from =
        slice(sample_.source, sample_.gold[k].source_begin, sample_.gold[k + 1].source_end());
    Sentences to =
        slice(sample_.target, sample_.gold[k].target_begin, sample_.gold[k + 1].target_end());
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
  Dice dice_;
  Builder builder_;
};

Sentences first(const Sentences& list, std::size_t count) {
  return {list.begin(), list.begin() + static_cast<std::ptrdiff_t>(std::min(count, list.size()))};
}

/// The beads of a sample, with those that `goes` names at the end or, if `lost`, nowhere: of one
/// side.
template <typename Goes>
Sample without(const Sample& sample, bool of_source, bool lost, const Goes& goes) {
  Builder builder(sample.name);
  Sentences behind;
  for (std::size_t k = 0; k < sample.gold.size(); ++k) {
    const Span& span = sample.gold[k];
    Sentences source(sample.source.begin() + static_cast<std::ptrdiff_t>(span.source_begin),
                     sample.source.begin() + static_cast<std::ptrdiff_t>(span.source_end()));
    Sentences target(sample.target.begin() + static_cast<std::ptrdiff_t>(span.target_begin),
                     sample.target.begin() + static_cast<std::ptrdiff_t>(span.target_end()));
    if (goes(k)) {
      Sentences& side = of_source ? source : target;
      behind.insert(behind.end(), side.begin(), side.end());
      side.clear();
    }
    builder.add(source, target);
  }
  if (!lost) of_source ? builder.add(behind, {}) : builder.add({}, behind);
  return builder.sample();
}

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

const char* name_of(Edit edit) {
  switch (edit) {
    case Edit::none:
      return "as it is";
    case Edit::single:
      return "single";
    case Edit::rare:
      return "rare";
    case Edit::runs:
      return "runs";
    case Edit::extra:
      return "extra";
    case Edit::merged:
      return "merged";
    case Edit::stretch:
      return "stretch";
    case Edit::preface:
      return "preface";
    case Edit::moved:
      return "moved";
  }
  return "";
}

Sample edited(const Sample& sample, const Sample& other, Edit edit, std::uint32_t seed) {
  const std::size_t n = sample.gold.size();
  const bool of_source = seed % 2 == 0;
  if (edit == Edit::stretch) {
    return without(sample, of_source, true,
                   [n](std::size_t k) { return n * 2 / 5 <= k && k < n * 3 / 5; });
  }
  if (edit == Edit::moved) {
    return without(sample, false, false, [n](std::size_t k) {
      return n / 4 <= k && k < n / 4 + std::min<std::size_t>(50, n / 4);
    });
  }
  if (edit == Edit::preface) {
    Builder builder(sample.name);
    of_source ? builder.add(first(other.source, 30), {}) : builder.add({}, first(other.target, 40));
    Sample longer = builder.sample();
    const Place shift{longer.source.size(), longer.target.size()};
    longer.source.insert(longer.source.end(), sample.source.begin(), sample.source.end());
    longer.target.insert(longer.target.end(), sample.target.begin(), sample.target.end());
    for (Span span : sample.gold) {
      span.source_begin += shift.source;
      span.target_begin += shift.target;
      longer.gold.push_back(span);
    }
    return longer;
  }
  return Editor(sample, other, edit, seed).result();
}

}  // namespace training
