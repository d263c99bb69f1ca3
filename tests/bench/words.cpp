#include <benchmark/benchmark.h>

#include <algorithm>
#include <duizhao/words/word_aligner.hpp>

#include "texts.hpp"

namespace {

constexpr std::size_t kSentences = 2000;

/// Pairs a second, of a dozen Chinese words each.
void link_translations(benchmark::State& state) {
  const duizhao::Lexicon lexicon = duizhao::Lexicon::load_default();
  const auto texts = bench::made_up_pair(lexicon, kSentences);
  const std::size_t pairs = std::min(texts.chinese.size(), texts.english.size());
  const duizhao::WordAligner aligner(lexicon, "zh", "en");
  for (auto _ : state) {
    for (std::size_t k = 0; k < pairs; ++k) {
      benchmark::DoNotOptimize(aligner.align(texts.chinese[k], texts.english[k]).links.size());
    }
  }
  state.SetItemsProcessed(state.iterations() * static_cast<int64_t>(pairs));
}

/// The same for two English texts.
void link_versions(benchmark::State& state) {
  const duizhao::Lexicon lexicon = duizhao::Lexicon::load_default();
  const auto texts = bench::made_up_pair(lexicon, kSentences);
  const duizhao::WordAligner aligner(lexicon, "en", "en");
  for (auto _ : state) {
    for (std::size_t k = 1; k < texts.english.size(); ++k) {
      benchmark::DoNotOptimize(aligner.align(texts.english[k - 1], texts.english[k]).links.size());
    }
  }
  state.SetItemsProcessed(state.iterations() * static_cast<int64_t>(texts.english.size() - 1));
}

BENCHMARK(link_translations)->Unit(benchmark::kMillisecond);
BENCHMARK(link_versions)->Unit(benchmark::kMillisecond);

}  // namespace
