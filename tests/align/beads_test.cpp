#include "duizhao/beads.hpp"
#include "duizhao/evaluation.hpp"

#include <catch2/catch.hpp>
#include <random>

#include "duizhao/error.hpp"

using namespace duizhao;

namespace {

Bead bead(std::vector<std::size_t> source, std::vector<std::size_t> target, double confidence = 0) {
  Bead made;
  made.source = std::move(source);
  made.target = std::move(target);
  made.confidence = confidence;
  return made;
}

Evaluation evaluate(const std::vector<Bead>& gold, const std::vector<Bead>& test) {
  Evaluator evaluator;
  evaluator.add(gold, test);
  return evaluator.result();
}

}  // namespace

TEST_CASE("Beads are read in every spelling", "[beads]") {
  const std::vector<Bead> beads =
      parse_beads("[0, 1]:[2]:0.5\n\n[2,3] : []\r\n[]:[3]:-1.25e-1\n", "test");
  REQUIRE(beads.size() == 3);
  CHECK(beads[0] == bead({0, 1}, {2}, 0.5));
  CHECK(beads[1] == bead({2, 3}, {}));
  CHECK(beads[2] == bead({}, {3}, -0.125));
  CHECK(parse_beads("", "test").empty());
}

TEST_CASE("Beads that are written are read back", "[beads]") {
  std::mt19937 random(5);
  std::vector<Bead> beads;
  std::size_t i = 0;
  std::size_t j = 0;
  for (int k = 0; k < 200; ++k) {
    Bead made;
    for (auto n = random() % 4; n > 0; --n) made.source.push_back(i++);
    for (auto n = random() % 4; n > 0; --n) made.target.push_back(j++);
    made.confidence = static_cast<double>(random() % 10'001) / 10'000;
    beads.push_back(made);
  }
  CHECK(parse_beads(to_beads(beads), "test") == beads);
}

TEST_CASE("Malformed beads are errors with line and byte", "[beads]") {
  const auto place = [](std::string_view text) {
    try {
      parse_beads(text, "test");
    } catch (const Error& error) {
      CHECK(error.code() == ErrorCode::format);
      return std::pair(error.place().line.value(), error.place().byte.value());
    }
    FAIL("no error for " << text);
    return std::pair(std::size_t{0}, std::size_t{0});
  };
  using Place = std::pair<std::size_t, std::size_t>;
  CHECK(place("nonsense") == Place{1, 0});
  CHECK(place("[0]:[0]\n[1][1]") == Place{2, 11});
  CHECK(place("[0]:[a]") == Place{1, 5});
  CHECK(place("[0]:[1") == Place{1, 6});
  CHECK(place("[0]:[1]:x") == Place{1, 8});
  CHECK(place("[0]:[1]:0.5 more") == Place{1, 12});
  CHECK(place("[1, 1]:[1]") == Place{1, 5});
  CHECK(place("[-1]:[1]") == Place{1, 1});
  CHECK(place("[1]:[1]:nan") == Place{1, 8});
}

TEST_CASE("Equal beads score one", "[beads]") {
  const std::vector<Bead> gold = {bead({0}, {0}), bead({1, 2}, {1}), bead({3}, {})};
  const Evaluation evaluation = evaluate(gold, gold);
  CHECK(evaluation.strict.precision == 1);
  CHECK(evaluation.strict.recall == 1);
  CHECK(evaluation.strict.f1 == 1);
  CHECK(evaluation.lax.f1 == 1);
}

TEST_CASE("Null beads count for precision and not for recall", "[beads]") {
  const std::vector<Bead> gold = {bead({0}, {0}), bead({1}, {1})};
  const std::vector<Bead> test = {bead({0}, {0}), bead({1}, {}), bead({}, {1})};
  const Evaluation evaluation = evaluate(gold, test);
  CHECK(evaluation.strict.precision == Approx(1.0 / 3));
  CHECK(evaluation.strict.recall == Approx(1.0 / 2));
  CHECK(evaluation.strict.f1 == Approx(0.4));
}

TEST_CASE("Overlapping beads are right in the lax sense", "[beads]") {
  const std::vector<Bead> gold = {bead({0}, {0}), bead({1}, {1, 2})};
  const std::vector<Bead> test = {bead({0}, {0, 1}), bead({1}, {2})};
  const Evaluation evaluation = evaluate(gold, test);
  CHECK(evaluation.strict.f1 == 0);
  CHECK(evaluation.lax.precision == 1);
  CHECK(evaluation.lax.recall == 1);
}

TEST_CASE("Counts add up over files, by type", "[beads]") {
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

TEST_CASE("Stretches where gold and test differ are counted", "[beads]") {
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

TEST_CASE("Nothing against nothing is no division by zero", "[beads]") {
  const Evaluation evaluation = evaluate({}, {});
  CHECK(evaluation.strict.f1 == 0);
  CHECK(evaluation.lax.f1 == 0);
}
