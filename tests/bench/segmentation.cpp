// Sentences of plain text in memory, reading not counted. Bytes are of UTF-8.
#include <benchmark/benchmark.h>

#include <duizhao/document/read_document.hpp>
#include <duizhao/segment/segmenter.hpp>

#include "texts.hpp"

namespace {

constexpr std::size_t kBytes = 8 << 20;

void segment(benchmark::State& state, const std::string& file) {
  const duizhao::Document document =
      duizhao::parse_document(bench::repeated(bench::interview(file), kBytes), file,
                              {.format = duizhao::InputFormat::text});
  const duizhao::Segmenter segmenter;
  for (auto _ : state) benchmark::DoNotOptimize(segmenter.segment(document).size());
  state.SetBytesProcessed(static_cast<int64_t>(state.iterations()) *
                          static_cast<int64_t>(document.bytes().size()));
}

void read(benchmark::State& state, const std::string& file, duizhao::InputFormat format) {
  const std::string text = bench::repeated(bench::interview(file), kBytes);
  for (auto _ : state) {
    benchmark::DoNotOptimize(
        duizhao::parse_document(text, file, {.format = format}).blocks().size());
  }
  state.SetBytesProcessed(static_cast<int64_t>(state.iterations()) *
                          static_cast<int64_t>(text.size()));
}

BENCHMARK_CAPTURE(segment, chinese, "passages.zh.txt")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(segment, english, "passages.en.txt")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(read, plain_text, "passages.zh.txt", duizhao::InputFormat::text)
    ->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(read, markdown, "interview-2024.en.md", duizhao::InputFormat::markdown)
    ->Unit(benchmark::kMillisecond);

}  // namespace
