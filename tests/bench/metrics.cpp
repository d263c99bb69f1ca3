#include <benchmark/benchmark.h>

#include <duizhao/metrics/bleu.hpp>
#include <duizhao/metrics/chrf.hpp>
#include <duizhao/metrics/segments.hpp>
#include <duizhao/metrics/ter.hpp>

#include "texts.hpp"

namespace {

/// Each line of a text against the line after it.
template <typename Metric>
void score(benchmark::State& state, const Metric& metric) {
  const duizhao::Segments lines =
      duizhao::parse_segments(bench::interview("interview-2024.en.md"), "interview");
  duizhao::Segments next(lines.begin() + 1, lines.end());
  next.push_back(lines.front());
  for (auto _ : state) {
    benchmark::DoNotOptimize(duizhao::segment_statistics(metric, lines, {next}).size());
  }
  state.SetItemsProcessed(static_cast<int64_t>(state.iterations()) *
                          static_cast<int64_t>(lines.size()));
}

void score_bleu(benchmark::State& state) { score(state, duizhao::Bleu()); }
void score_chrf(benchmark::State& state) { score(state, duizhao::Chrf({.word_order = 2})); }
void score_ter(benchmark::State& state) { score(state, duizhao::Ter()); }

BENCHMARK(score_bleu)->Unit(benchmark::kMillisecond);
BENCHMARK(score_chrf)->Unit(benchmark::kMillisecond);
BENCHMARK(score_ter)->Unit(benchmark::kMillisecond);

}  // namespace
