// The whole alignment of the nine passages, repeated: segmentation, search, posteriors.
#include <benchmark/benchmark.h>

#include <duizhao/aligner.hpp>
#include <duizhao/read_document.hpp>

#include "texts.hpp"

namespace {

void align(benchmark::State& state) {
  const auto times = static_cast<std::size_t>(state.range(0));
  const std::string chinese = bench::interview("passages.zh.txt");
  const std::string english = bench::interview("passages.en.txt");
  const duizhao::Document source =
      duizhao::parse_document(bench::repeated(chinese, times * chinese.size()), "zh");
  const duizhao::Document target =
      duizhao::parse_document(bench::repeated(english, times * english.size()), "en");
  const duizhao::Aligner aligner(duizhao::Lexicon::load_default());
  std::size_t beads = 0;
  for (auto _ : state) beads = aligner.align(source, target).beads().size();
  state.counters["beads"] = static_cast<double>(beads);
}

BENCHMARK(align)->Arg(1)->Arg(10)->Arg(60)->Unit(benchmark::kMillisecond);

}  // namespace
