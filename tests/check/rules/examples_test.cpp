// What the documentation of the rules says of them, and the selection of rules.
#include <algorithm>
#include <catch2/catch.hpp>
#include <duizhao/duizhao.hpp>

#include "check/checking.hpp"

using namespace duizhao;

namespace {

std::vector<std::string> strings(const std::vector<std::string_view>& views) {
  return {views.begin(), views.end()};
}

}  // namespace

TEST_CASE("Rules find in their examples what they say", "[check]") {
  const Lexicon lexicon = Lexicon::load_default();
  for (const RuleDescription& rule : rules()) {
    for (const RuleExample& example : rule.examples) {
      checking::Case pairs{strings(example.source), strings(example.target)};
      pairs.turns = rule.name == "speaker";
      if (!example.glossary.empty()) pairs.glossary = parse_glossary(example.glossary, "terms");
      const auto findings = checking::check(pairs, lexicon);
      INFO(rule.name << ": " << example.source.front() << " | " << example.target.front());
      CHECK(checking::found(findings, std::string(rule.name)) == example.flagged);
    }
  }
}

TEST_CASE("Rules are documented with examples of both verdicts", "[check]") {
  for (const RuleDescription& rule : rules()) {
    INFO(rule.name);
    bool verdicts[2] = {};
    for (const RuleExample& example : rule.examples) {
      verdicts[example.flagged ? 1 : 0] = true;
      CHECK(example.source.size() == example.target.size());
    }
    CHECK((verdicts[0] && verdicts[1]));
    CHECK_FALSE(rule.summary.empty());
    // Catalogues know messages by their English, in ASCII.
    CHECK(std::ranges::all_of(rule.summary, [](char c) { return (c & 0x80) == 0; }));
  }
}

TEST_CASE("Severity follows from probability", "[check]") {
  CHECK(severity_of(0.8) == Severity::high);
  CHECK(severity_of(0.79) == Severity::medium);
  CHECK(severity_of(0.5) == Severity::medium);
  CHECK(severity_of(0.49) == Severity::low);
  const Lexicon lexicon = Lexicon::load_default();
  for (const RuleDescription& rule : rules()) {
    for (const RuleExample& example : rule.examples) {
      CheckOptions options;
      options.min_confidence = 0;
      const auto alignment =
          checking::align({strings(example.source), strings(example.target)}, lexicon);
      for (const Finding& finding : Checker(lexicon, options).check(alignment)) {
        INFO(finding.rule << ": " << message_of(finding));
        CHECK(finding.probability >= 0);
        CHECK(finding.probability <= 1);
        CHECK(finding.severity == severity_of(finding.probability));
      }
      for (const Finding& finding : Checker(lexicon).check(alignment)) {
        CHECK(finding.probability >= CheckOptions{}.min_confidence);
      }
    }
  }
}

TEST_CASE("Rules are selected by lists", "[check]") {
  const auto only = RuleSelection::parse("number, name");
  CHECK(only.contains("number"));
  CHECK_FALSE(only.contains("term"));
  CHECK_FALSE(RuleSelection().contains("term-collision"));  // only where it is asked for
  CHECK(RuleSelection::parse("term-collision").contains("term-collision"));
  CHECK(RuleSelection::parse("all").contains("term-collision"));
  const auto without = RuleSelection::parse("-term");
  CHECK(without.contains("number"));
  CHECK_FALSE(without.contains("term"));
  const auto both = RuleSelection::parse("all,-number");
  CHECK(both.contains("term"));
  CHECK_FALSE(both.contains("number"));
  CHECK_THROWS_WITH(RuleSelection::parse("numbers"), Catch::Contains("number, name, term"));
}

TEST_CASE("Settings that no rule has are errors", "[check]") {
  CHECK_THROWS_WITH(Checker(Lexicon(), {{}, {}, {{"length.deviaton", 4}}}),
                    Catch::Contains("length.deviation"));
}

TEST_CASE("Settings change what is found", "[check]") {
  const Lexicon lexicon = Lexicon::load_default();
  const auto alignment =
      checking::align({{"我们先把基础研究做好，再考虑商业化的问题。"}, {"Research."}}, lexicon);
  CHECK(checking::found(Checker(lexicon).check(alignment), "length"));
  const Checker lenient(lexicon, {{}, {}, {{"length.deviation", 20}}});
  CHECK_FALSE(checking::found(lenient.check(alignment), "length"));
}
