#include <benchmark/benchmark.h>

#include <duizhao/document/read_document.hpp>
#include <duizhao/quotes/quotes.hpp>
#include <duizhao/trace/tracer.hpp>

#include "texts.hpp"

namespace {

/// The interview and made-up English documents of a hundred sentences.
std::vector<duizhao::SegmentedDocument> documents(const duizhao::Lexicon& lexicon,
                                                  std::size_t count) {
  constexpr std::size_t kSentences = 100;
  const duizhao::Segmenter segmenter;
  std::vector<duizhao::SegmentedDocument> documents = {segmenter.segment(
      duizhao::parse_document(bench::interview("interview-2024.en.md"), "interview"))};
  const auto text = bench::made_up_pair(lexicon, count * kSentences).english;
  for (std::size_t first = 0; first + kSentences <= text.size(); first += kSentences) {
    const auto begin = text.begin() + static_cast<std::ptrdiff_t>(first);
    const std::vector<std::string> own(begin, begin + static_cast<std::ptrdiff_t>(kSentences));
    documents.push_back(segmenter.segment(duizhao::parse_document(
        bench::joined(own), std::to_string(first), {.format = duizhao::InputFormat::lines})));
  }
  return documents;
}

void index_documents(benchmark::State& state) {
  const duizhao::Lexicon lexicon = duizhao::Lexicon::load_default();
  const auto texts = documents(lexicon, static_cast<std::size_t>(state.range(0)));
  std::int64_t bytes = 0;
  for (const auto& text : texts) bytes += static_cast<std::int64_t>(text.document().bytes().size());
  for (auto _ : state) benchmark::DoNotOptimize(duizhao::Tracer(lexicon, texts));
  state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations()) * bytes);
}

void trace_quotes(benchmark::State& state) {
  const duizhao::Lexicon lexicon = duizhao::Lexicon::load_default();
  const duizhao::Tracer tracer(lexicon,
                               documents(lexicon, static_cast<std::size_t>(state.range(0))));
  const auto quotes = duizhao::find_quotes(
      duizhao::parse_document(bench::interview("quotations-in-learnings.en.txt"), "article"));
  for (auto _ : state) benchmark::DoNotOptimize(tracer.trace(quotes).size());
  state.SetItemsProcessed(static_cast<std::int64_t>(state.iterations() * quotes.size()));
}

BENCHMARK(index_documents)->Arg(100)->Arg(1000)->Unit(benchmark::kMillisecond);
BENCHMARK(trace_quotes)->Arg(10)->Arg(1000)->Unit(benchmark::kMillisecond);

}  // namespace
