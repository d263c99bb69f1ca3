#include "duizhao/lexicon/glossary.hpp"

#include <catch2/catch.hpp>
#include <duizhao/align/aligner.hpp>
#include <duizhao/document/read_document.hpp>
#include <duizhao/text/error.hpp>

using namespace duizhao;
using Catch::Contains;

namespace {

std::string listed(const std::string& bytes) {
  std::string list;
  for (const Term& term : parse_glossary(bytes, "terms")) {
    list += term.source + "=" + term.target + ";";
  }
  return list;
}

/// The word pairs of the only bead, `source=target`, weightiest first.
std::vector<std::string> pairs(const std::string& source, const std::string& target,
                               const std::string& glossary) {
  AlignOptions options;
  options.glossary = parse_glossary(glossary, "terms");
  const Aligner aligner(Lexicon::load_default(), options);
  const Alignment alignment =
      aligner.align(parse_document(source, "source"), parse_document(target, "target"));
  std::vector<std::string> list;
  const auto explanations = aligner.explain(alignment);
  for (const WordPair& pair : explanations.at(0)) {
    list.push_back(pair.source.text + "=" + pair.target.text);
  }
  return list;
}

bool has(const std::vector<std::string>& list, const std::string& value) {
  return std::find(list.begin(), list.end(), value) != list.end();
}

}  // namespace

TEST_CASE("Glossaries are read as CSV and as TSV", "[glossary]") {
  CHECK(listed("鲶鱼,catfish\n搭便车,\"free ride, freeride\"\n") ==
        "鲶鱼=catfish;搭便车=free ride, freeride;");
  CHECK(listed("zh,en\r\n鲶鱼,catfish\r\n") == "鲶鱼=catfish;");
  CHECK(listed("鲶鱼\tcatfish\t\tnote\n# a comment\n\n暗涌\tAn \"Yong\"\n") ==
        "鲶鱼=catfish;暗涌=An \"Yong\";");
  CHECK(listed("\"鲶鱼\"\t\"cat\tfish\"\n") == "鲶鱼=cat\tfish;");
  CHECK(listed("\xEF\xBB\xBF鲶鱼,catfish") == "鲶鱼=catfish;");
  CHECK(listed("\"two\nlines\",x\n鲶鱼,catfish\n") == "two\nlines=x;鲶鱼=catfish;");
  CHECK(listed("").empty());
}

TEST_CASE("Terms know their line", "[glossary]") {
  const auto terms = parse_glossary("# terms\n\"a\nb\",c\n\n鲶鱼,catfish\n", "terms");
  REQUIRE(terms.size() == 2);
  CHECK(terms[0].place.line == 2U);
  CHECK(terms[1].place.line == 5U);
  CHECK(terms[1].place.byte == 17U);
}

TEST_CASE("Malformed glossaries are errors with their place", "[glossary]") {
  CHECK_THROWS_WITH(listed("鲶鱼,catfish\n暗涌\n"),
                    Contains("terms: line 2, byte 15: expected a term and its rendering"));
  CHECK_THROWS_WITH(listed("鲶鱼,\n"), Contains("line 1, byte 0"));
  CHECK_THROWS_WITH(listed("鲶鱼,\"catfish\n"), Contains("quotation marks in pairs"));
  CHECK_THROWS_WITH(listed("a,b\nc\xFF,d\n"), Contains("line 2, byte 5"));
}

TEST_CASE("A glossary outranks the lexicon", "[glossary]") {
  const std::string source = "我们养了猫和狗。";
  const std::string target = "We kept a dog and a cat.";
  CHECK(has(pairs(source, target, ""), "猫=cat"));
  for (const std::string glossary : {"猫,dog\n狗,cat", "dog,猫\ncat,狗"}) {
    CHECK(has(pairs(source, target, glossary), "猫=dog"));
    CHECK_FALSE(has(pairs(source, target, glossary), "猫=cat"));
    CHECK(has(pairs(target, source, glossary), "dog=猫"));
  }
}

TEST_CASE("Terms that the lexicon does not know are linked", "[glossary]") {
  const auto list = pairs("幻方量化的人。", "People of High-Flyer.", "幻方量化,High-Flyer\n");
  CHECK(has(list, "幻方=High-Flyer"));
  CHECK(has(pairs("GPT猫很大。", "The Wug is big.", "GPT猫,Wug\n"), "猫=Wug"));
}

TEST_CASE("Words of a term that know each other keep to themselves", "[glossary]") {
  const auto list = pairs("微软Windows系统很贵。", "The Microsoft Windows system is expensive.",
                          "微软Windows系统,Microsoft Windows system\n");
  CHECK(has(list, "Windows=Windows"));
  CHECK(has(list, "系统=system"));
  CHECK_FALSE(has(list, "系统=Microsoft"));
  CHECK_FALSE(has(list, "Windows=system"));
}

TEST_CASE("Traditional text keeps to a glossary in simplified characters", "[glossary]") {
  CHECK(has(pairs("我們養了鯰魚。", "We kept a disruptor.", "鲶鱼,disruptor"), "鯰魚=disruptor"));
}
