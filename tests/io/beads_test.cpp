#include "duizhao/io/beads.hpp"

#include <catch2/catch.hpp>
#include <random>

#include "duizhao/text/error.hpp"

using namespace duizhao;

namespace {

Bead bead(std::vector<std::size_t> source, std::vector<std::size_t> target, double confidence = 0) {
  Bead made;
  made.source = std::move(source);
  made.target = std::move(target);
  made.confidence = confidence;
  return made;
}

}  // namespace

TEST_CASE("Beads are read in every spelling", "[beads]") {
  const std::vector<Bead> beads =
      parse_beads("[0, 1]:[2]:0.5\n\n[2,3] : []\r\n[]:[3]:-1.25e-1\n", "test");
  REQUIRE(beads.size() == 3);
  CHECK(beads[0] == bead({0, 1}, {2}, 0.5));

  CHECK(beads[1] == bead({2, 3}, {}, 1));
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
