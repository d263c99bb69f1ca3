// Inline codes of translation memories: kept byte for byte from a format to itself, and no part of
// the text.
#include <catch2/catch.hpp>
#include <duizhao/io/exchange.hpp>

using namespace duizhao;
using Catch::Contains;

namespace {

struct Converted {
  std::vector<TranslationUnit> units;
  std::string bytes;
  UnitsRead read;
  std::map<Loss, std::size_t> losses;
};

Converted convert(AlignmentFormat from, const std::string& bytes, AlignmentFormat to) {
  Converted result;
  Losses losses(to);
  const auto writer = unit_writer(to, [&](std::string_view piece) { result.bytes += piece; }, {});
  result.read = read_units(from, memory_source(bytes), "in", {}, [&](TranslationUnit unit) {
    losses.add(unit);
    writer->write(unit);
    result.units.push_back(std::move(unit));
  });
  writer->finish();
  result.losses = losses.counts();
  return result;
}

std::string tmx(const std::string& source, const std::string& target,
                const std::string& attributes = {}) {
  return "<tmx version=\"1.4\"" + attributes +
         "><header srclang=\"zh\"/><body><tu><tuv xml:lang=\"zh\"><seg>" + source +
         "</seg></tuv><tuv xml:lang=\"en\"><seg>" + target + "</seg></tuv></tu></body></tmx>";
}

std::string old_xliff(const std::string& unit) {
  return "<xliff version=\"1.2\" xmlns=\"urn:oasis:names:tc:xliff:document:1.2\" "
         "xmlns:t=\"urn:tool\"><file source-language=\"zh\" target-language=\"en\"><body>"
         "<trans-unit id=\"1\">" +
         unit + "</trans-unit></body></file></xliff>";
}

}  // namespace

TEST_CASE("Codes go from TMX to TMX byte for byte", "[codes]") {
  const std::string source = "点击<bpt i=\"1\" type='b'>&lt;b&gt;</bpt>保存<ept i=\"1\" />。";
  const std::string target = "Click <hi>Save<!-- now --></hi>&#x2E;<ph><sub>note</sub></ph>";
  const auto once = convert(AlignmentFormat::tmx, tmx(source, target), AlignmentFormat::tmx);
  REQUIRE(once.units.size() == 1);
  CHECK(once.units[0].source[0].text == "点击保存。");
  CHECK(once.units[0].target[0].text == "Click Save.");
  CHECK_THAT(once.bytes, Contains("<seg>" + source + "</seg>"));
  CHECK_THAT(once.bytes, Contains("<seg>" + target + "</seg>"));
  CHECK(once.losses.count(Loss::codes) == 0);
  const auto twice = convert(AlignmentFormat::tmx, once.bytes, AlignmentFormat::tmx);
  CHECK(twice.bytes == once.bytes);
}

TEST_CASE("Codes of XLIFF keep its version", "[codes]") {
  const std::string source = "<source>点击 <g id=\"1\">保存</g><x id=\"2\"/>。</source>";
  const std::string target = "<target>Click <g id=\"1\">Save</g><x id=\"2\"/>.</target>";
  const auto old =
      convert(AlignmentFormat::xliff, old_xliff(source + target), AlignmentFormat::xliff);
  CHECK_THAT(old.bytes, Contains("document:1.2"));
  CHECK_THAT(old.bytes, Contains(source));
  CHECK_THAT(old.bytes, Contains("Click <g id=\"1\">Save</g><x id=\"2\"/>.</target>"));
  CHECK(convert(AlignmentFormat::xliff, old.bytes, AlignmentFormat::xliff).bytes == old.bytes);

  const auto recent = convert(
      AlignmentFormat::xliff,
      "<xliff xmlns=\"urn:oasis:names:tc:xliff:document:2.0\" version=\"2.0\" srcLang=\"zh\" "
      "trgLang=\"en\"><file id=\"f\"><unit id=\"u\"><segment><source>甲<pc "
      "id=\"1\">乙</pc></source>"
      "<target>A <pc id=\"1\">B</pc></target></segment></unit></file></xliff>",
      AlignmentFormat::xliff);
  CHECK_THAT(recent.bytes, Contains("<target>A <pc id=\"1\">B</pc></target>"));
  CHECK_THAT(recent.bytes, Contains("version=\"2.0\""));
}

TEST_CASE("Marked segments keep codes of their own", "[codes]") {
  const auto units =
      convert(
          AlignmentFormat::xliff,
          old_xliff("<source>甲乙</source><seg-source><mrk mtype=\"seg\" mid=\"1\">甲"
                    "<ph id=\"1\">x</ph></mrk><mrk mtype=\"seg\" mid=\"2\">乙</mrk></seg-source>"
                    "<target><mrk mtype=\"seg\" mid=\"1\">A<ph id=\"1\">x</ph></mrk>"
                    "<mrk mtype=\"seg\" mid=\"2\">B</mrk></target>"),
          AlignmentFormat::xliff)
          .units;
  REQUIRE(units.size() == 2);
  CHECK(units[0].markup->source == "甲<ph id=\"1\">x</ph>");
  CHECK(units[0].markup->target == "A<ph id=\"1\">x</ph>");
  CHECK(units[0].target[0].text == "A");
  CHECK(units[1].markup->source.empty());
}

TEST_CASE("A segment that is marked in the source itself spoils no codes", "[codes]") {
  const std::string source = "<mrk mtype=\"seg\" mid=\"1\">你好</mrk> <g id=\"1\">世界</g>";
  const auto converted = convert(
      AlignmentFormat::xliff,
      old_xliff("<source>" + source + "</source><target>Hello <g id=\"1\">world</g></target>"),
      AlignmentFormat::xliff);
  CHECK_THAT(converted.bytes, Contains("<source>" + source + "</source>"));
  CHECK(converted.units[0].source[0].text == "你好 世界");
}

TEST_CASE("Units inside of marked segments begin anew", "[codes]") {
  const auto units =
      convert(AlignmentFormat::xliff,
              old_xliff("<source>a</source><seg-source><mrk mtype=\"seg\" mid=\"1\">hello "
                        "<trans-unit id=\"2\"><source>甲</source><target>A</target></trans-unit>"
                        "text</mrk></seg-source><target>B</target>"),
              AlignmentFormat::tsv)
          .units;
  REQUIRE_FALSE(units.empty());
  CHECK(units[0].source[0].text == "甲");
}

TEST_CASE("Where a code stood there is one space", "[codes]") {
  const auto units = convert(AlignmentFormat::tmx,
                             tmx("参见<ph/>说明。", "See the <ph/> note, <it>x</it> please  wait."),
                             AlignmentFormat::tsv)
                         .units;
  CHECK(units[0].target[0].text == "See the note, please  wait.");
}

TEST_CASE("Codes that cannot be kept are counted", "[codes]") {
  const auto other =
      convert(AlignmentFormat::tmx, tmx("甲<ph/>", "A<ph/>"), AlignmentFormat::xliff);
  CHECK(other.losses.at(Loss::codes) == 1);
  CHECK_THAT(other.bytes, Contains("<target>A</target>"));
  // Prefixes mean nothing in another file.
  const auto foreign = convert(AlignmentFormat::xliff,
                               old_xliff("<source>甲<t:ch v=\"1\"/></source><target>A</target>"),
                               AlignmentFormat::xliff);
  CHECK(foreign.read.codes == 1);
  CHECK_THAT(foreign.bytes, Contains("<source>甲</source>"));
  const auto prefixed = convert(
      AlignmentFormat::xliff,
      "<x:xliff xmlns:x=\"urn:oasis:names:tc:xliff:document:1.2\"><x:file source-language=\"zh\" "
      "target-language=\"en\"><x:body><x:trans-unit id=\"1\"><x:source>甲<x:g id=\"1\">乙</x:g>"
      "</x:source><x:target>A</x:target></x:trans-unit></x:body></x:file></x:xliff>",
      AlignmentFormat::xliff);
  CHECK(prefixed.read.codes == 1);
  CHECK_THAT(prefixed.bytes, Contains("<source>甲乙</source>"));
}
