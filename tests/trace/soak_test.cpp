// The same work again and again in one process does not grow its memory. DUIZHAO_SOAK_ROUNDS makes
// it as long as wanted.
#include <catch2/catch.hpp>
#include <cstdlib>
#include <duizhao/duizhao.hpp>
#include <fstream>
#include <string>

using namespace duizhao;

namespace {

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr int kRounds = 2;  // what they keep of freed memory says nothing
#else
constexpr int kRounds = 12;
#endif

/// Bytes of this process that are in memory; 0 where the system does not say.
std::size_t resident() {
  std::ifstream statm("/proc/self/statm");
  std::size_t all = 0, pages = 0;
  constexpr std::size_t kPage = 4096;
  return statm >> all >> pages ? pages * kPage : 0;
}

}  // namespace

TEST_CASE("Repeated work keeps its memory", "[soak]") {
  const char* wanted = std::getenv("DUIZHAO_SOAK_ROUNDS");
  const int rounds = wanted != nullptr ? std::atoi(wanted) : kRounds;
  const std::string folder = DUIZHAO_SOURCE_FOLDER "/data/interviews/";
  const Lexicon lexicon = Lexicon::load_default();
  const Checker checker(lexicon);
  const Segmenter segmenter;
  [[maybe_unused]] std::size_t settled = 0;
  for (int round = 0; round < rounds; ++round) {
    const Aligner aligner(lexicon);
    const auto source = aligner.segment(read_document(folder + "passages.zh.txt"));
    const auto target = aligner.segment(read_document(folder + "passages.en.txt"));
    const Alignment alignment = aligner.align(source, target);
    CHECK_FALSE(checker.check(alignment).empty());
    const Document article = read_document(folder + "quotations-in-learnings.en.txt");
    const Tracer tracer(lexicon, {source, target});
    CHECK_FALSE(tracer.trace(find_quotes(article)).empty());
    if (round == rounds / 2) settled = resident();
  }
#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
  constexpr std::size_t kSlack = 4 << 20;  // what an allocator keeps
  CHECK(resident() <= settled + kSlack);
#endif
}
