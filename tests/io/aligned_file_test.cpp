// Files that hold texts and their translations, as alignments.
#include <catch2/catch.hpp>
#include <duizhao/duizhao.hpp>

#include "check/checking.hpp"

using namespace duizhao;

namespace {

/// An alignment written in a format and read again.
Alignment through(const Alignment& alignment, AlignmentFormat format) {
  return read_aligned(format, memory_source(to_format(alignment, format)), "pairs");
}

}  // namespace

TEST_CASE("What convert reads can be checked", "[check][formats]") {
  const Lexicon lexicon = Lexicon::load_default();
  const checking::Case pairs{
      {"公司有三百名员工。", "他们在海边买了一座旧灯塔。"},
      {"The company has thirty employees.", "They bought an old lighthouse by the sea."}};
  const Alignment alignment = checking::align(pairs, lexicon);
  const Checker checker(lexicon);
  for (const AlignmentFormat format :
       {AlignmentFormat::tmx, AlignmentFormat::xliff, AlignmentFormat::tsv, AlignmentFormat::jsonl,
        AlignmentFormat::hunalign}) {
    INFO(traits_of(format).name);
    const Alignment read = through(alignment, format);
    REQUIRE(read.beads().size() == 2);
    CHECK(read.source().document().language() == "zh");
    CHECK(read.target().document().language() == "en");
    CHECK(read.source_text(read.beads()[1]) == pairs.source[1]);
    CHECK(read.target_text(read.beads()[1]) == pairs.target[1]);
    const auto findings = checker.check(read);
    REQUIRE(findings.size() == 1);
    CHECK(findings[0].rule == "number");
    CHECK(findings[0].bead == 0);
  }
}

TEST_CASE("A format without texts is no aligned file", "[check][formats]") {
  for (const AlignmentFormat format :
       {AlignmentFormat::beads, AlignmentFormat::ladder, AlignmentFormat::moses}) {
    CHECK_THROWS_WITH(
        read_aligned(format, memory_source("[0]:[0]\n"), "gold"),
        Catch::Contains("gold: ") && Catch::Contains(std::string(traits_of(format).name)));
  }
}

TEST_CASE("Damaged files are errors with their place", "[check][formats]") {
  for (const AlignmentFormat format :
       {AlignmentFormat::tmx, AlignmentFormat::xliff, AlignmentFormat::jsonl}) {
    INFO(traits_of(format).name);
    CHECK_THROWS_AS(read_aligned(format, memory_source("{\"source\": <"), "damaged"), Error);
  }
}

TEST_CASE("Units stand on their own lines of the file", "[check][formats]") {
  const std::string catalogue =
      "msgid \"\"\nmsgstr \"Language: zh\\n\"\n\n#: a.c\nmsgid \"Twelve ships\"\nmsgstr "
      "\"十艘船\"\n";
  UnitsRead read;
  const Alignment alignment =
      read_aligned(AlignmentFormat::po, memory_source(catalogue), "ships.po", {}, &read);
  CHECK(read.units == 1);
  const auto findings = Checker(Lexicon::load_default()).check(alignment);
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].rule == "number");
  CHECK(findings[0].source->document == "ships.po");
  CHECK(findings[0].source->line == 5U);
  CHECK(alignment.target().document().language() == "zh");
}

TEST_CASE("Units that share a line of the file share it in findings", "[check][formats]") {
  const std::string file =
      "<xliff version=\"1.0\">\n<file source-language=\"en\" target-language=\"zh\"><body>"
      "<trans-unit id=\"1\"><source>Old ships</source><target>旧船</target></trans-unit>"
      "<trans-unit id=\"2\"><source>Twelve ships</source><target>十艘船</target></trans-unit>\n"
      "</body></file></xliff>\n";
  const Alignment alignment =
      read_aligned(AlignmentFormat::xliff, memory_source(file), "ships.xlf");
  const auto findings = Checker(Lexicon::load_default()).check(alignment);
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].source->line == 2U);
  CHECK(findings[0].source->text == "Twelve");
  CHECK(findings[0].target->line == 2U);
}
