// How likely findings are true.
#include "check/engine/confidence.hpp"

#include <catch2/catch.hpp>
#include <duizhao/duizhao.hpp>
#include <stdexcept>

#include "check/checking.hpp"

using namespace duizhao;

TEST_CASE("The model knows every kind of every rule, and no others", "[check]") {
  for (const RuleDescription& rule : rules()) {
    for (const RuleMessage& message : rule.messages) {
      INFO(rule.name << " " << message.kind);
      const double probability = check::probability_of(rule.name, message.kind, {});
      CHECK(probability > 0);
      CHECK(probability < 1);
    }
  }
  CHECK_THROWS_AS(check::probability_of("number", "no such kind", {}), std::logic_error);
  CHECK_THROWS_AS(check::probability_of("number", "changed", {{"no such sign", 1}}),
                  std::logic_error);
}

TEST_CASE("Links that bear a number out make it surer", "[check]") {
  const auto with = [](double linked) {
    return check::probability_of("number", "changed", {{"values", 1}, {"linked", linked}});
  };
  CHECK(with(1) > with(0));
}

TEST_CASE("Findings below a probability are left out", "[check]") {
  const Lexicon lexicon = Lexicon::load_default();
  const auto alignment = checking::align(
      {{"公司有三百名员工，可能还会再招人。"}, {"The company  has thirty employees."}}, lexicon);
  const auto count = [&](double least) {
    CheckOptions options;
    options.min_confidence = least;
    const auto findings = Checker(lexicon, options).check(alignment);
    for (const Finding& finding : findings) CHECK(finding.probability >= least);
    return findings.size();
  };
  CHECK(count(0) > count(0.5));
  CHECK(count(0.5) >= 1);
  CHECK(count(1) == 0);
}
