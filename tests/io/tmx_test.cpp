// Translation memories that are read.
#include <catch2/catch.hpp>
#include <duizhao/duizhao.hpp>

#include "support/encoded.hpp"

using namespace duizhao;

namespace {

const std::string kMemory =
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    "<!DOCTYPE tmx SYSTEM \"tmx14.dtd\">\n"
    "<tmx version=\"1.4\"><header creationtool=\"x\" creationtoolversion=\"1\" "
    "segtype=\"sentence\" "
    "o-tmf=\"x\" adminlang=\"en\" srclang=\"zh-CN\" datatype=\"plaintext\"/><body>\n"
    "<tu><tuv xml:lang=\"en\"><seg>AT&amp;T has <bpt i=\"1\">&lt;b&gt;</bpt>thirty<ept i=\"1\"/> "
    "people.</seg></tuv>\n"
    "<tuv xml:lang=\"zh-CN\"><seg>AT&amp;T有三百人。</seg></tuv></tu>\n"
    "<tu><tuv xml:lang=\"zh-CN\"><seg>你好。</seg></tuv></tu>\n"
    "</body></tmx>\n";

std::size_t line_of_error(const std::string& bytes) {
  try {
    parse_tmx(bytes, "memory.tmx");
  } catch (const Error& error) {
    CHECK(error.code() == ErrorCode::format);
    CHECK(error.place().byte.has_value());
    return error.place().line.value_or(0);
  }
  return 0;
}

}  // namespace

TEST_CASE("A translation memory is an alignment", "[tmx]") {
  const Alignment alignment = parse_tmx(kMemory, "memory.tmx");
  REQUIRE(alignment.beads().size() == 2);
  CHECK(alignment.source().document().language() == "zh");
  CHECK(alignment.source_text(alignment.beads()[0]) == "AT&T有三百人。");
  CHECK(alignment.target_text(alignment.beads()[0]) == "AT&T has thirty people.");
  CHECK(alignment.beads()[1].target.empty());
}

TEST_CASE("Findings in a translation memory lie in the file", "[tmx]") {
  const Lexicon lexicon = Lexicon::load_default();
  const auto findings = Checker(lexicon).check(parse_tmx(kMemory, "memory.tmx"));
  REQUIRE(findings.size() == 2);
  CHECK(findings[0].rule == "number");
  REQUIRE(findings[0].target);
  CHECK(findings[0].target->line == 4);
  const ByteRange range = findings[0].target->range;
  CHECK(kMemory.substr(range.begin, range.size()) == "thirty");
  CHECK(findings[1].rule == "omission");
}

TEST_CASE("Translation memories may be in UTF-16", "[tmx]") {
  std::string text = kMemory;
  text.replace(text.find("UTF-8"), 5, "UTF-16");
  const Alignment alignment = parse_tmx(test::encoded("\uFEFF" + text, "UTF-16LE"), "memory.tmx");
  CHECK(alignment.source_text(alignment.beads()[1]) == "你好。");
}

TEST_CASE("Malformed translation memories are errors with their place", "[tmx]") {
  CHECK(line_of_error("") == 1);
  CHECK(line_of_error("<xliff/>") == 1);
  CHECK(line_of_error(kMemory.substr(0, kMemory.find("</tu>"))) == 5);
  CHECK(line_of_error("<tmx>\n<body><tu><tuv><seg>x</seg></tuv></tu></body></tmx>") == 2);
  CHECK(line_of_error("<tmx>\n\n<body>&unknown;</body></tmx>") == 3);
}

TEST_CASE("Entities neither grow nor reach out", "[tmx]") {
  std::string bomb = "<!DOCTYPE tmx [<!ENTITY a \"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\">";
  for (char name = 'b'; name < 'k'; ++name) {
    bomb += std::string("<!ENTITY ") + name + " \"";
    for (int i = 0; i < 20; ++i) bomb += std::string("&") + static_cast<char>(name - 1) + ';';
    bomb += "\">";
  }
  bomb += "]><tmx><body><tu><tuv xml:lang=\"zh\"><seg>&j;</seg></tuv></tu></body></tmx>";
  CHECK_THROWS_AS(parse_tmx(bomb, "bomb.tmx"), Error);
  const std::string outside =
      "<!DOCTYPE tmx [<!ENTITY x SYSTEM \"file:///etc/hostname\">]>"
      "<tmx><body><tu><tuv xml:lang=\"zh\"><seg>[&x;]</seg></tuv></tu></body></tmx>";
  CHECK_THROWS_AS(parse_tmx(outside, "outside.tmx"), Error);
}
