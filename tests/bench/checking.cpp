#include <benchmark/benchmark.h>

#include <duizhao/align/aligner.hpp>
#include <duizhao/check/checker.hpp>
#include <duizhao/document/read_document.hpp>

#include "texts.hpp"

namespace {

duizhao::Alignment made_up_alignment(const duizhao::Lexicon& lexicon, std::size_t sentences) {
  const bench::MadeUpPair pair = bench::made_up_pair(lexicon, sentences);
  const duizhao::Segmenter segmenter;
  const auto document = [&](const std::vector<std::string>& lines, const char* name) {
    return segmenter.segment(duizhao::parse_document(bench::joined(lines), name,
                                                     {.format = duizhao::InputFormat::lines}));
  };
  return duizhao::Aligner(lexicon).align(document(pair.chinese, "zh"),
                                         document(pair.english, "en"));
}

/// Every rule over the beads of one translation.
void check_translation(benchmark::State& state) {
  const duizhao::Lexicon lexicon = duizhao::Lexicon::load_default();
  const duizhao::Alignment alignment =
      made_up_alignment(lexicon, static_cast<std::size_t>(state.range(0)));
  const duizhao::Checker checker(lexicon);
  for (auto _ : state) benchmark::DoNotOptimize(checker.check(alignment).size());
  const auto beads = static_cast<std::int64_t>(alignment.beads().size());
  state.SetItemsProcessed(static_cast<std::int64_t>(state.iterations()) * beads);
}

BENCHMARK(check_translation)->Arg(1000)->Arg(5000)->Arg(20000)->Unit(benchmark::kMillisecond);

}  // namespace
