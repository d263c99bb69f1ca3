// The interview's answers as others might quote them: in Chinese, in fragments, in halves.
#include <catch2/catch.hpp>
#include <duizhao/duizhao.hpp>
#include <fstream>
#include <map>
#include <sstream>

namespace {

struct Count {
  std::size_t all = 0;
  std::size_t first = 0;  // the right passage comes first
  std::size_t right = 0;  // and has been found, or nothing has where nothing is
};

/// Of each kind this share at least: what was found when the floor was set, rounded down to a
/// twentieth.
const std::map<std::string, double> kFloors = {{"Chinese", 0.9},
                                               {"made up Chinese", 1},
                                               {"fragment", 1},
                                               {"made up fragment", 1},
                                               {"half", 1}};

}  // namespace

TEST_CASE("Chinese quotes, a few words and halves are found in an English interview",
          "[trace][verdict]") {
  const duizhao::Tracer tracer(
      duizhao::Lexicon::load_default(),
      {duizhao::Segmenter().segment(
          duizhao::read_document(DUIZHAO_SOURCE_FOLDER "/data/interviews/interview-2024.en.md"))});
  std::ifstream lines(DUIZHAO_SOURCE_FOLDER "/tests/golden/interview-quotes.tsv");
  std::map<std::string, Count> counts;
  std::string missed;
  for (std::string line; std::getline(lines, line);) {
    if (line.starts_with('#')) continue;
    std::istringstream cells(line);
    std::string kind, quote, words;
    std::getline(cells, kind, '\t');
    std::getline(cells, quote, '\t');
    std::getline(cells, words, '\t');
    const auto trace = tracer.trace(quote);
    Count& count = counts[kind];
    ++count.all;
    const bool first = !words.empty() && !trace.matches.empty() &&
                       trace.matches.front().text.find(words) != std::string::npos;
    const bool right = words.empty() ? !trace.has_passage() : first && trace.has_passage();
    count.first += first;
    count.right += right;
    if (!right) missed += kind + ": " + quote + '\n';
  }
  INFO(missed);
  CHECK(counts.size() == kFloors.size());
  for (const auto& [kind, count] : counts) {
    INFO(kind << ": " << count.first << " first, " << count.right << " right of " << count.all);
    REQUIRE(kFloors.contains(kind));
    CHECK(static_cast<double>(count.right) >= kFloors.at(kind) * static_cast<double>(count.all));
  }
}
