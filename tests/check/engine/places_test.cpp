// Where findings lie, and what several translations say about each other.
#include <algorithm>
#include <catch2/catch.hpp>
#include <duizhao/duizhao.hpp>

#include "check/checking.hpp"

using namespace duizhao;

namespace {

const Finding& only(const std::vector<Finding>& findings, const std::string& rule) {
  const auto found = std::ranges::find(findings, rule, &Finding::rule);
  REQUIRE(found != findings.end());
  return *found;
}

}  // namespace

TEST_CASE("Places are bytes and lines of the documents, markup left out", "[check]") {
  const Lexicon lexicon = Lexicon::load_default();
  const Document source = parse_document("# 公司\n\n公司有**三百名**员工。\n", "zh.md");
  const Document target =
      parse_document("# The company\n\nThe company has *thirty* employees.\n", "en.md");
  const Aligner aligner(lexicon);
  const auto findings = Checker(lexicon).check(aligner.align(source, target));
  const Finding& finding = only(findings, "number");
  REQUIRE((finding.source && finding.target));
  CHECK(finding.source->document == "zh.md");
  CHECK(finding.source->line == 3);
  CHECK(finding.target->text == "thirty");
  const ByteRange range = finding.target->range;
  CHECK(target.bytes().substr(range.begin, range.size()) == "thirty");
  CHECK(source.text(finding.source->range) == finding.source->text);
}

TEST_CASE("What is missing has a place on one side", "[check]") {
  const Lexicon lexicon = Lexicon::load_default();
  const auto findings =
      checking::check({{"你好。", "我们没有融资计划。"}, {"Hello.", ""}}, lexicon);
  const Finding& finding = only(findings, "omission");
  CHECK(finding.severity == Severity::high);
  REQUIRE(finding.source);
  CHECK(finding.source->line == 2);
  REQUIRE(finding.target);  // the line is there, but empty
  CHECK(finding.target->range.empty());
  CHECK(finding.target->line == 2);
}

TEST_CASE("Several translations tell about each other", "[check]") {
  const Lexicon lexicon = Lexicon::load_default();
  const auto alignment = [&](const std::string& target) {
    return checking::align({{"公司有三百名员工。"}, {target}}, lexicon);
  };
  const auto findings = Checker(lexicon).check(std::vector{
      alignment("The company has thirty employees."), alignment("It has 300 employees."),
      alignment("The firm has three thousand employees.")});
  const Finding& finding = only(findings, "number");
  REQUIRE(finding.evidence.size() == 2);
  CHECK(finding.evidence[0].place.text == "It has 300 employees.");
  CHECK(finding.evidence[0].kind == EvidenceKind::no_finding);
  CHECK(finding.evidence[1].kind == EvidenceKind::same_finding);
}

TEST_CASE("A term is one over several translations", "[check]") {
  const Lexicon lexicon = Lexicon::load_default();
  const std::vector<std::string> source = {"护城河很重要。", "我们没有护城河。"};
  const auto one = checking::align({source, {"Moats matter.", "We have no moat."}}, lexicon);
  const auto two = checking::align({source, {"Moats matter.", "We have no barrier."}}, lexicon);
  CHECK(checking::found(Checker(lexicon).check(std::vector{one, two}), "term"));
  CHECK_FALSE(checking::found(Checker(lexicon).check(std::vector{one, one}), "term"));
}

TEST_CASE("Translations of other originals are refused", "[check]") {
  const Lexicon lexicon = Lexicon::load_default();
  const auto one = checking::align({{"你好。"}, {"Hello."}}, lexicon);
  const auto two = checking::align({{"再见。"}, {"Goodbye."}}, lexicon);
  CHECK_THROWS_AS(Checker(lexicon).check(std::vector{one, two}), Error);
}

TEST_CASE("Texts without lexicon or words are checked as well", "[check]") {
  const Lexicon none;
  CHECK_NOTHROW(checking::check({{"公司有300名员工。"}, {"The company has 30."}}, none));
  const Lexicon lexicon = Lexicon::load_default();
  CHECK(checking::check({{"", "……", "***"}, {"", "...", "***"}}, lexicon).empty());
  CHECK(Checker(lexicon).check(Alignment()).empty());
  checking::Case german{{"Er hat 300 Leute."}, {"He has 30 people."}, "de", "en"};
  CHECK(checking::found(checking::check(german, lexicon), "number"));
}
