// Alignment as a whole and by its parts, on made-up texts of 250, 5,000 and 30,000 sentences.
#include <benchmark/benchmark.h>

#include <duizhao/align/aligner.hpp>
#include <duizhao/document/read_document.hpp>

#include "align/candidates.hpp"
#include "align/weights.hpp"
#include "texts.hpp"

namespace {

namespace align = duizhao::align;
namespace words = duizhao::words;

const duizhao::Lexicon& lexicon() {
  static const duizhao::Lexicon shared = duizhao::Lexicon::load_default();
  return shared;
}

const bench::MadeUpPair& pair(benchmark::State& state) {
  static bench::MadeUpPair made_up;
  const auto sentences = static_cast<std::size_t>(state.range(0));
  if (made_up.chinese.size() != sentences) made_up = bench::made_up_pair(lexicon(), sentences);
  return made_up;
}

align::Text text(const std::vector<std::string>& sentences, const std::string& language) {
  words::Tokenizer tokenizer(language, lexicon().tables());
  return {{sentences, tokenizer}, align::surfaces(sentences, language), {}};
}

/// From lines to beads.
void align_lines(benchmark::State& state) {
  const duizhao::ReadOptions lines{.format = duizhao::InputFormat::lines};
  const auto source = duizhao::parse_document(bench::joined(pair(state).chinese), "zh", lines);
  const auto target = duizhao::parse_document(bench::joined(pair(state).english), "en", lines);
  const duizhao::Aligner aligner(lexicon());
  std::size_t beads = 0;
  for (auto _ : state) beads = aligner.align(source, target).beads().size();
  state.counters["beads"] = static_cast<double>(beads);
}

/// Words and marks of both sides.
void tokenise(benchmark::State& state) {
  const bench::MadeUpPair& made_up = pair(state);
  for (auto _ : state) {
    benchmark::DoNotOptimize(text(made_up.chinese, "zh").tokens.sentence_count());
    benchmark::DoNotOptimize(text(made_up.english, "en").tokens.sentence_count());
  }
}

/// Anchors, band, evidence and the first pass, of the whole as one window.
void score_first_pass(benchmark::State& state) {
  const align::Text source = text(pair(state).chinese, "zh");
  const align::Text target = text(pair(state).english, "en");
  const words::LexicalModel model(source.tokens, target.tokens, lexicon().tables());
  for (auto _ : state) {
    const align::Candidates candidates(source, target, model);
    state.counters["candidates"] = static_cast<double>(candidates.graph().edges().size());
  }
}

/// The features of all candidates.
void score_second_pass(benchmark::State& state) {
  const align::Text source = text(pair(state).chinese, "zh");
  const align::Text target = text(pair(state).english, "en");
  const words::LexicalModel model(source.tokens, target.tokens, lexicon().tables());
  const align::Candidates candidates(source, target, model);
  const align::FeatureVector weights = align::fitted_weights(candidates.habits().freedom);
  for (auto _ : state) {
    const align::Features features = candidates.features();
    double sum = 0;
    for (std::size_t edge = 0; edge < candidates.graph().edges().size(); ++edge) {
      sum += align::score(weights, features(edge));
    }
    benchmark::DoNotOptimize(sum);
  }
}

void sizes(benchmark::internal::Benchmark* benchmark) {
  benchmark->Arg(250)->Arg(5'000)->Arg(30'000)->Unit(benchmark::kMillisecond);
}

BENCHMARK(align_lines)->Apply(sizes);
BENCHMARK(tokenise)->Apply(sizes);
BENCHMARK(score_first_pass)->Apply(sizes);
BENCHMARK(score_second_pass)->Apply(sizes);

}  // namespace
