// Glossaries with forbidden renderings, and in TBX.
#include <catch2/catch.hpp>
#include <duizhao/duizhao.hpp>

using namespace duizhao;

namespace {

std::string told(const std::vector<Term>& terms) {
  std::string text;
  for (const Term& term : terms) {
    text += term.source + (term.forbidden ? " != " : " = ") + term.target + '\n';
  }
  return text;
}

constexpr const char* kBasic =
    "<?xml version='1.0'?>\n<martif type='TBX-Basic' xml:lang='zh'><text><body>\n"
    "<termEntry id='1'><langSet xml:lang='zh'><tig><term>大模型</term></tig></langSet>\n"
    "<langSet xml:lang='en'><tig><term>large model</term></tig>\n"
    "<tig><term>big model</term><termNote type='administrativeStatus'>deprecatedTerm-admn-sts"
    "</termNote></tig></langSet></termEntry>\n</body></text></martif>\n";

constexpr const char* kCore =
    "<tbx style='dct' xmlns='urn:iso:std:iso:30042:ed-2' xmlns:min='http://www.tbxinfo.net/ns/min'>"
    "<text><body><conceptEntry><langSec "
    "xml:lang='zh'><termSec><term>开源</term></termSec></langSec>"
    "<langSec xml:lang='en'><termSec><term>open &amp; free</term>"
    "<min:administrativeStatus>supersededTerm-admn-sts</min:administrativeStatus></termSec>"
    "</langSec></conceptEntry></body></text></tbx>";

}  // namespace

TEST_CASE("A third column forbids", "[glossary]") {
  CHECK(told(parse_glossary("大模型,large model | LLM,big model\n", "t")) ==
        "大模型 = large model\n大模型 = LLM\n大模型 != big model\n");
  CHECK(told(parse_glossary("source,target,forbidden\n开源,,free software\n", "t")) ==
        "开源 != free software\n");
  CHECK(told(parse_glossary("source,target,note\n开源,open source,free software\n", "t")) ==
        "开源 = open source\n");
  CHECK_THROWS_AS(parse_glossary("大模型,,\n", "t"), Error);
}

TEST_CASE("Glossaries are read as TBX of both kinds", "[glossary]") {
  CHECK(told(parse_glossary(kBasic, "t")) == "大模型 = large model\n大模型 != big model\n");
  CHECK(told(parse_glossary(kCore, "t")) == "开源 != open & free\n");
  CHECK(parse_glossary(kBasic, "t").back().place.line == 5);
}

TEST_CASE("Malformed TBX is an error with its place", "[glossary]") {
  const auto line = [](const std::string& bytes) {
    try {
      parse_glossary(bytes, "t");
    } catch (const Error& error) {
      return error.place().line.value_or(0);
    }
    return std::size_t{0};
  };
  CHECK(line("<html></html>") == 1);
  CHECK(line("<martif>\n<text>") == 2);
  CHECK(line("<martif><text><body><termEntry><langSet xml:lang='zh'><tig>\n<term> </term></tig>"
             "</langSet><langSet xml:lang='en'><tig><term>x</term></tig></langSet></termEntry>"
             "</body></text></martif>") == 2);
}

TEST_CASE("Glossaries are written as TBX and read again", "[glossary]") {
  const std::vector<Term> terms =
      parse_glossary("大模型,large model|LLM,big model\n开源,open & <free>\n", "t");
  CHECK(told(parse_glossary(to_tbx(terms, "zh", "en"), "t.tbx")) == told(terms));
  const std::vector<Term> odd = {{"坏\x02", "b\"ad", {}, false}};
  CHECK(told(parse_glossary(to_tbx(odd, "zh", "en"), "t.tbx")) == "坏\uFFFD = b\"ad\n");
  CHECK(parse_glossary(to_tbx({}, "zh", "en"), "t.tbx").empty());
}
