#include "duizhao/report/text.hpp"

#include <catch2/catch.hpp>
#include <duizhao/align/aligner.hpp>
#include <duizhao/document/corpus.hpp>
#include <duizhao/document/read_document.hpp>
#include <duizhao/text/file.hpp>
#include <sstream>

#include "support/golden.hpp"
#include "text/display.hpp"

using namespace duizhao;

namespace {

Alignment passages() {
  const Corpus corpus = Corpus::load(DUIZHAO_SOURCE_FOLDER "/data/interviews/manifest.json");
  return Aligner(Lexicon::load_default())
      .align(corpus.read(*corpus.find("passages-zh")), corpus.read(*corpus.find("passages-en")));
}

}  // namespace

TEST_CASE("The report of the passages reads as it should", "[report][golden]") {
  const Alignment alignment = passages();
  test::check_golden("passages.txt", text_report(alignment));
  test::check_golden("passages-80.txt", text_report(alignment, {.width = 80}));
  test::check_golden("passages-120.txt", text_report(alignment, {.width = 120}));
  test::check_golden("passages-120-colour.txt",
                     text_report(alignment, {.width = 120, .colour = true}));
}

TEST_CASE("No line is wider than the terminal, and columns line up", "[report]") {
  const Alignment alignment = passages();
  for (const std::size_t width : {40UL, 80UL, 100UL, 137UL}) {
    std::istringstream lines(text_report(alignment, {.width = width}));
    for (std::string line; std::getline(lines, line);) {
      CHECK(text::display_width(line) <= width);
    }
  }
}

TEST_CASE("The sentences of the interview read as they should", "[report][golden]") {
  const Corpus corpus = Corpus::load(DUIZHAO_SOURCE_FOLDER "/data/interviews/manifest.json");
  const Document interview = corpus.read(*corpus.find("interview-2024-en"));
  test::check_golden("interview-2024-segments.txt", text_report(Segmenter().segment(interview)));
}

TEST_CASE("Escape sequences in a text do not reach the terminal", "[report]") {
  const Document document = parse_document("He \x1b[31mleft. She stayed.\n", "test");
  const std::string report = text_report(Segmenter().segment(document), {.width = 80});
  CHECK(report.find('\x1b') == std::string::npos);
}
