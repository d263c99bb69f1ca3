// Segmentation rules of others.
#include <catch2/catch.hpp>
#include <duizhao/duizhao.hpp>

using namespace duizhao;

namespace {

const std::string kRules = R"(<?xml version="1.0"?>
<srx xmlns="http://www.lisa.org/srx20" version="2.0">
<header segmentsubflows="yes" cascade="yes"/>
<body><languagerules>
<languagerule languagerulename="English">
<rule break="no"><beforebreak>\b(?:Mr|Dr)\.</beforebreak><afterbreak>\s</afterbreak></rule>
<rule break="yes"><beforebreak>[.?!]+</beforebreak><afterbreak>\s+\p{Lu}</afterbreak></rule>
</languagerule>
<languagerule languagerulename="Chinese">
<rule><beforebreak>[。？！]</beforebreak><afterbreak/></rule>
</languagerule>
<languagerule languagerulename="Default">
<rule><beforebreak>;</beforebreak><afterbreak>\s</afterbreak></rule>
</languagerule>
</languagerules><maprules>
<languagemap languagepattern="EN.*" languagerulename="English"/>
<languagemap languagepattern="zh" languagerulename="Chinese"/>
<languagemap languagepattern=".*" languagerulename="Default"/>
</maprules></body></srx>
)";

std::vector<std::string> sentences(const std::string& rules, const std::string& text,
                                   const std::string& language) {
  const Segmenter segmenter({.rules = SrxRules::parse(rules, "rules.srx")});
  std::vector<std::string> found;
  for (const ByteRange& range : segmenter.split(text, language)) {
    found.push_back(text.substr(range.begin, range.size()));
  }
  return found;
}

using Texts = std::vector<std::string>;

std::string with(std::string rules, const std::string& old, const std::string& replacement) {
  const std::size_t at = rules.find(old);
  REQUIRE(at != std::string::npos);
  return rules.replace(at, old.size(), replacement);
}

}  // namespace

TEST_CASE("Rules of others say where sentences end", "[srx]") {
  CHECK(sentences(kRules, "Ask Mr. Li. He knows... Does he? 是的。", "en") ==
        Texts{"Ask Mr. Li.", "He knows...", "Does he? 是的。"});
  CHECK(sentences(kRules, "他走了。𠮷先生呢？没有；在。", "zh") ==
        Texts{"他走了。", "𠮷先生呢？", "没有；在。"});
  CHECK(sentences(kRules, "Eins. Zwei; drei.", "de") == Texts{"Eins. Zwei;", "drei."});
  CHECK(sentences(kRules, "", "en").empty());
}

TEST_CASE("Maps below the first count where rules cascade", "[srx]") {
  const std::string text = "One; two. Three.";
  CHECK(sentences(kRules, text, "en") == Texts{"One;", "two.", "Three."});
  const std::string alone = with(kRules, "cascade=\"yes\"", "cascade=\"no\"");
  CHECK(sentences(alone, text, "en") == Texts{"One; two.", "Three."});
}

TEST_CASE("Of a position the first rule that matches decides", "[srx]") {
  const std::string late = with(kRules, "<rule break=\"no\"><beforebreak>\\b(?:Mr|Dr)\\.",
                                "<rule break=\"yes\"><beforebreak>Mr\\.");
  CHECK(sentences(late, "Mr. Li.", "en") == Texts{"Mr.", "Li."});
}

TEST_CASE("Malformed rules are errors with their place", "[srx]") {
  struct Case {
    std::string rules;
    std::size_t line;
  };
  const std::vector<Case> cases = {
      {kRules.substr(0, 400), 9},
      {with(kRules, "srx20", "other"), 2},
      {"<tmx/>", 1},
      {with(kRules, "[.?!]+", "[.?!"), 7},
      {with(kRules, "languagerulename=\"Chinese\"/", "languagerulename=\"Chinois\"/"), 17},
      {with(kRules, "languagepattern=\"zh\" ", ""), 17},
  };
  for (const Case& each : cases) {
    try {
      SrxRules::parse(each.rules, "rules.srx");
      FAIL("no error");
    } catch (const Error& error) {
      INFO(error.what());
      CHECK(error.code() == ErrorCode::format);
      CHECK(error.place().line == each.line);
    }
  }
}

TEST_CASE("A rule without end is an error", "[srx]") {
  const std::string slow = with(kRules, "[.?!]+", "(x+x+)+y");
  CHECK_THROWS_AS(sentences(slow, std::string(40, 'x') + ". Z", "en"), Error);
}
