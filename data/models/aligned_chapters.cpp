#include "aligned_chapters.hpp"

#include <algorithm>
#include <duizhao/io/beads.hpp>
#include <duizhao/text/file.hpp>
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

Sentences slice(const Sentences& list, std::size_t begin, std::size_t end) {
  const auto at = [&](std::size_t index) {
    return list.begin() + static_cast<std::ptrdiff_t>(std::min(index, list.size()));
  };
  return {at(begin), at(end)};
}

void append(Sentences& list, const Sentences& more) {
  list.insert(list.end(), more.begin(), more.end());
}

/// Adds a bead; of one whose other side is gone, a bead for each sentence.
void add(std::vector<Span>& beads, const Span& span) {
  if (!span.is_null()) beads.push_back(span);
  for (std::size_t k = 0; span.target_count == 0 && k < span.source_count; ++k) {
    beads.push_back({span.source_begin + k, 1, span.target_begin, 0});
  }
  for (std::size_t k = 0; span.source_count == 0 && k < span.target_count; ++k) {
    beads.push_back({span.source_begin, 0, span.target_begin + k, 1});
  }
}

/// Without sentences [begin, end) of one side; beads keep what is left of them.
Sample without(const Sample& sample, Sentences Sample::*side, std::size_t begin, std::size_t end) {
  Sample rest = sample;
  rest.*side = slice(sample.*side, 0, begin);
  append(rest.*side, slice(sample.*side, end, (sample.*side).size()));
  rest.gold.clear();
  const auto moved = [&](std::size_t place) {
    return place < begin ? place : std::max(begin, place - std::min(place, end - begin));
  };
  for (Span span : sample.gold) {
    const bool target = side == &Sample::target;
    std::size_t& first = target ? span.target_begin : span.source_begin;
    std::size_t& count = target ? span.target_count : span.source_count;
    const std::size_t last = moved(first + count);
    first = moved(first);
    count = last - first;
    add(rest.gold, span);
  }
  return rest;
}

/// Sentences without a counterpart put before one side.
Sample with_preface(const Sample& sample, Sentences Sample::*side, const Sentences& preface) {
  Sample longer = sample;
  longer.*side = preface;
  append(longer.*side, sample.*side);
  longer.gold.clear();
  const bool target = side == &Sample::target;
  for (std::size_t i = 0; i < preface.size(); ++i) {
    longer.gold.push_back(target ? Span{0, 0, i, 1} : Span{i, 1, 0, 0});
  }
  for (Span span : sample.gold) {
    (target ? span.target_begin : span.source_begin) += preface.size();
    longer.gold.push_back(span);
  }
  return longer;
}

Sample with_moved(const Sample& sample, std::size_t begin, std::size_t end) {
  Sample moved = without(sample, &Sample::target, begin, end);
  for (std::size_t j = begin; j < std::min(end, sample.target.size()); ++j) {
    moved.gold.push_back({sample.source.size(), 0, moved.target.size(), 1});
    moved.target.push_back(sample.target[j]);
  }
  return moved;
}

}  // namespace

std::vector<Sample> read_samples(const fs::path& folder) {
  std::set<std::string> names;
  for (const auto& entry : fs::directory_iterator(folder / "gold")) {
    names.insert(entry.path().filename().string());
  }
  std::vector<Sample> samples;
  for (const std::string& name : names) {
    samples.push_back({name, read_lines(folder / "zh" / name), read_lines(folder / "en" / name),
                       read_spans(folder / "gold" / name)});
  }
  return samples;
}

std::vector<Sample> faulty_variants(const Sample& sample, const Sample& other) {
  const std::size_t n = sample.source.size();
  const std::size_t m = sample.target.size();
  return {without(sample, &Sample::target, m * 4 / 10, m * 6 / 10),
          without(sample, &Sample::source, n * 3 / 10, n * 5 / 10),
          with_preface(sample, &Sample::target, slice(other.target, 0, 40)),
          with_preface(sample, &Sample::source, slice(other.source, 0, 30)),
          with_moved(sample, m / 4, m / 4 + 50)};
}

}  // namespace training
