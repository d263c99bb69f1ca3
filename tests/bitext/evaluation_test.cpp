#include "duizhao/bitext/evaluation.hpp"

#include <catch2/catch.hpp>

#include "duizhao/io/beads.hpp"

using namespace duizhao;

namespace {

Bead bead(std::vector<std::size_t> source, std::vector<std::size_t> target) {
  Bead made;
  made.source = std::move(source);
  made.target = std::move(target);
  return made;
}

Evaluation evaluate(const std::vector<Bead>& gold, const std::vector<Bead>& test) {
  Evaluator evaluator;
  evaluator.add(gold, test);
  return evaluator.result();
}

}  // namespace

TEST_CASE("Equal beads score one", "[evaluation]") {
  const std::vector<Bead> gold = {bead({0}, {0}), bead({1, 2}, {1}), bead({3}, {})};
  const Evaluation evaluation = evaluate(gold, gold);
  CHECK(evaluation.strict.precision == 1);
  CHECK(evaluation.strict.recall == 1);
  CHECK(evaluation.strict.f1 == 1);
  CHECK(evaluation.lax.f1 == 1);
}

TEST_CASE("Null beads count for precision and not for recall", "[evaluation]") {
  const std::vector<Bead> gold = {bead({0}, {0}), bead({1}, {1})};
  const std::vector<Bead> test = {bead({0}, {0}), bead({1}, {}), bead({}, {1})};
  const Evaluation evaluation = evaluate(gold, test);
  CHECK(evaluation.strict.precision == Approx(1.0 / 3));
  CHECK(evaluation.strict.recall == Approx(1.0 / 2));
  CHECK(evaluation.strict.f1 == Approx(0.4));
}

TEST_CASE("Overlapping beads are right in the lax sense", "[evaluation]") {
  const std::vector<Bead> gold = {bead({0}, {0}), bead({1}, {1, 2})};
  const std::vector<Bead> test = {bead({0}, {0, 1}), bead({1}, {2})};
  const Evaluation evaluation = evaluate(gold, test);
  CHECK(evaluation.strict.f1 == 0);
  CHECK(evaluation.lax.precision == 1);
  CHECK(evaluation.lax.recall == 1);
}

TEST_CASE("Counts add up over files, by type", "[evaluation]") {
  Evaluator evaluator;
  evaluator.add({bead({0}, {0})}, {bead({0}, {0})});
  evaluator.add({bead({0}, {0, 1})}, {bead({0}, {0}), bead({}, {1})});
  const Evaluation evaluation = evaluator.result();
  CHECK(evaluation.strict.precision == Approx(1.0 / 3));
  CHECK(evaluation.strict.recall == Approx(1.0 / 2));
  CHECK(evaluation.types.at({1, 1}).gold == 1);
  CHECK(evaluation.types.at({1, 1}).test == 2);
  CHECK(evaluation.types.at({1, 1}).correct == 1);
  CHECK(evaluation.types.at({1, 2}).correct == 0);
}

TEST_CASE("Stretches where gold and test differ are counted", "[evaluation]") {
  const std::string gold = "[0]:[0,1]\n[1]:[2]\n[2]:[3]\n[3]:[4,5]\n[4]:[6]\n[5]:[]\n";
  const std::string test = "[0]:[0]\n[1]:[1,2]\n[2]:[3]\n[3]:[4]\n[4]:[5,6]\n[5]:[]\n";
  Evaluator evaluator;
  evaluator.add(parse_beads(gold, "gold"), parse_beads(test, "test"));
  evaluator.add(parse_beads("[0,1]:[0]\n", "gold"), parse_beads("[0]:[0]\n[1]:[]\n", "test"));
  evaluator.add(parse_beads("[0]:[5]\n", "gold"), parse_beads("[0]:[4]\n", "test"));
  const auto confusions = evaluator.result().confusions;
  REQUIRE(confusions.size() == 2);
  CHECK(confusions[0].count == 2);
  CHECK(confusions[0].gold == Confusion::Types{{1, 2}, {1, 1}});
  CHECK(confusions[0].test == Confusion::Types{{1, 1}, {1, 2}});
  CHECK(confusions[1].count == 1);
  CHECK(confusions[1].gold == Confusion::Types{{2, 1}});
  CHECK(confusions[1].test == Confusion::Types{{1, 1}, {1, 0}});
}

TEST_CASE("Nothing against nothing is no division by zero", "[evaluation]") {
  const Evaluation evaluation = evaluate({}, {});
  CHECK(evaluation.strict.f1 == 0);
  CHECK(evaluation.lax.f1 == 0);
}
