// Pairs of texts in one language go through every rule.
#include <catch2/catch.hpp>
#include <duizhao/duizhao.hpp>

#include "check/checking.hpp"
#include "check/engine/rule.hpp"

using namespace duizhao;

namespace {

/// Checks a pair and gives the findings; their places must lie in the texts.
std::vector<Finding> checked(const checking::Case& texts) {
  static const Lexicon lexicon = Lexicon::load_default();
  static const Checker checker(lexicon);
  return checker.check(checking::align(texts, lexicon));
}

}  // namespace

TEST_CASE("Two Chinese texts are checked by the words of each", "[check]") {
  CHECK_NOTHROW(checked({{"公司"}, {"有三"}}));
  CHECK_NOTHROW(checked({{"有三"}, {"公司"}}));
  // Numbers are read on both sides: the vocabulary of the target is not that of the source.
  const auto findings = checked({{"公司有三百名员工。"}, {"我们今年一共招聘了三十名新的员工。"}});
  CHECK(std::any_of(findings.begin(), findings.end(),
                    [](const Finding& each) { return each.rule == "number"; }));
}

TEST_CASE("Two English texts are checked by the words of each", "[check]") {
  CHECK_NOTHROW(checked({{"The firm"}, {"It has three hundred people in two offices."}}));
  const auto findings =
      checked({{"The firm has 300 people."}, {"Our small company now employs 30 people."}});
  CHECK(std::any_of(findings.begin(), findings.end(),
                    [](const Finding& each) { return each.rule == "number"; }));
}

TEST_CASE("Every rule runs on its own examples against themselves", "[check]") {
  for (const check::Rule& rule : check::all_rules()) {
    for (const RuleExample& example : rule.description.examples) {
      INFO(rule.description.name);
      CHECK_NOTHROW(checked({{example.source.begin(), example.source.end()},
                             {example.source.begin(), example.source.end()}}));
      CHECK_NOTHROW(checked({{example.target.begin(), example.target.end()},
                             {example.target.begin(), example.target.end()}}));
    }
  }
}
