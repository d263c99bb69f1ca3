#include "align/structure.hpp"

#include <catch2/catch.hpp>
#include <duizhao/align/aligner.hpp>
#include <duizhao/document/read_document.hpp>

using namespace duizhao;
using align::Break;
using align::continuation_in_block;
using align::Structure;
using align::structure_score;

namespace {

const Structure kTwoParagraphs = {Break::section, Break::none, Break::paragraph, Break::none};
const Structure kOneParagraph = {Break::section, Break::none, Break::none, Break::none};

std::string types(const std::string& source, const std::string& target) {
  static const Aligner aligner(Lexicon::load_default());
  const Alignment alignment =
      aligner.align(parse_document(source, "source"), parse_document(target, "target"));
  std::string list;
  for (const Bead& bead : alignment.beads()) {
    list += list.empty() ? "" : " ";
    list += std::to_string(bead.source.size()) + ":" + std::to_string(bead.target.size());
  }
  return list;
}

}  // namespace

TEST_CASE("Breaks that both sides have cost nothing", "[structure]") {
  CHECK(structure_score(kTwoParagraphs, kTwoParagraphs, {1, 2, 1, 2}) == 0);
  CHECK(structure_score(kTwoParagraphs, kTwoParagraphs, {2, 1, 2, 1}) == 0);
  CHECK(structure_score(kTwoParagraphs, kTwoParagraphs, {0, 1, 0, 2}) == 0);
}

TEST_CASE("Breaks that one side has cost by their kind", "[structure]") {
  const double paragraph = structure_score(kTwoParagraphs, kOneParagraph, {1, 2, 1, 2});
  CHECK(paragraph < 0);
  const Structure turns = {Break::section, Break::none, Break::section, Break::none};
  CHECK(structure_score(turns, kOneParagraph, {1, 2, 1, 2}) < paragraph);
  CHECK(structure_score(kTwoParagraphs, kOneParagraph, {2, 1, 2, 1}) < 0);
}

TEST_CASE("Lines have no structure", "[structure]") {
  CHECK(structure_score({}, kTwoParagraphs, {1, 2, 1, 2}) == 0);
  CHECK(structure_score(kTwoParagraphs, {}, {1, 2, 1, 2}) == 0);
}

TEST_CASE("Omissions go on more easily inside a block", "[structure]") {
  CHECK(continuation_in_block(kTwoParagraphs, kTwoParagraphs, {1, 1, 1, 1}) == 0);
  CHECK(continuation_in_block(kTwoParagraphs, kTwoParagraphs, {1, 1, 1, 0}) > 0);
  CHECK(continuation_in_block(kTwoParagraphs, kTwoParagraphs, {2, 1, 1, 0}) == 0);
  CHECK(continuation_in_block({}, {}, {1, 1, 1, 0}) == 0);
}

TEST_CASE("Paragraphs keep sentences apart that words alone would join", "[structure]") {
  CHECK(types("他走了。\n\n她也走了。", "He left. Then the night came.\n\nShe left too.") ==
        "1:2 1:1");
  CHECK(types("他走了。\n\n她也走了。", "He left.\n\nThen the night came. She left too.") ==
        "1:1 1:2");
}

TEST_CASE("Merged paragraphs are no obstacle", "[structure]") {
  CHECK(types("他走了。\n\n她也走了。\n\n天黑了。", "He left. She left too. It got dark.") ==
        "1:1 1:1 1:1");
}
