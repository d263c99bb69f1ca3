#include <benchmark/benchmark.h>

#include <duizhao/lexicon/lexicon.hpp>

#include "texts.hpp"

namespace {

void load_lexicon(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(duizhao::Lexicon::load_default().size());
}

void cut_words(benchmark::State& state) {
  const duizhao::Lexicon lexicon = duizhao::Lexicon::load_default();
  const std::string text = bench::interview("passages.zh.txt");
  for (auto _ : state) benchmark::DoNotOptimize(lexicon.chinese_words(text).size());
  state.SetBytesProcessed(static_cast<int64_t>(state.iterations()) *
                          static_cast<int64_t>(text.size()));
}

void look_up_english(benchmark::State& state) {
  const duizhao::Lexicon lexicon = duizhao::Lexicon::load_default();
  for (auto _ : state) benchmark::DoNotOptimize(lexicon.chinese_for("contributor").size());
}

BENCHMARK(load_lexicon)->Unit(benchmark::kMillisecond);
BENCHMARK(cut_words)->Unit(benchmark::kMicrosecond);
BENCHMARK(look_up_english)->Unit(benchmark::kMillisecond);

}  // namespace
