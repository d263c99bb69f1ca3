#include "duizhao/bitext/locks.hpp"

#include <catch2/catch.hpp>
#include <duizhao/align/aligner.hpp>
#include <duizhao/document/corpus.hpp>
#include <duizhao/document/read_document.hpp>
#include <duizhao/io/beads.hpp>
#include <duizhao/text/error.hpp>
#include <random>

#include "align/units.hpp"

using namespace duizhao;
using Catch::Contains;

namespace {

const Aligner& aligner() {
  static const Aligner shared(Lexicon::load_default());
  return shared;
}

Document passages(const char* id) {
  static const Corpus corpus = Corpus::load(DUIZHAO_SOURCE_FOLDER "/data/interviews/manifest.json");
  return corpus.read(*corpus.find(id));
}

Alignment aligned(const std::string& locks) {
  return aligner().align(passages("passages-zh"), passages("passages-en"),
                         parse_locks(locks, "locks"));
}

const Bead* find(const Alignment& alignment, const std::vector<std::size_t>& source,
                 const std::vector<std::size_t>& target) {
  for (const Bead& bead : alignment.beads()) {
    if (bead.source == source && bead.target == target) return &bead;
  }
  return nullptr;
}

/// Every sentence of 27 and 32 in exactly one bead, in order.
void check_covers(const Alignment& alignment) {
  std::size_t source = 0;
  std::size_t target = 0;
  for (const Bead& bead : alignment.beads()) {
    for (const std::size_t index : bead.source) CHECK(index == source++);
    for (const std::size_t index : bead.target) CHECK(index == target++);
  }
  CHECK(source == 27);
  CHECK(target == 32);
}

}  // namespace

TEST_CASE("Locked beads are kept, and the rest is aligned about them", "[locks]") {
  // 0 renders 0, 5 and 6 render 7 and 8, 20 renders 23: all these locks go against the text.
  const Alignment alignment = aligned("[0]:[0, 1]\n[5, 6]:[7]\n[20]:[]\n[]:[30, 31]\n");
  check_covers(alignment);
  std::size_t locked = 0;
  for (const Bead& bead : alignment.beads()) locked += bead.locked;
  CHECK(locked == 4);
  for (const auto& [source, target] :
       {std::pair<std::vector<std::size_t>, std::vector<std::size_t>>{{0}, {0, 1}},
        {{5, 6}, {7}},
        {{20}, {}},
        {{}, {30, 31}}}) {
    const Bead* bead = find(alignment, source, target);
    REQUIRE(bead != nullptr);
    CHECK(bead->locked);
    CHECK(bead->confidence == Approx(1).margin(1e-9));
  }
  CHECK(find(alignment, {15}, {18}) != nullptr);
}

TEST_CASE("Locks of right beads change no other bead", "[locks]") {
  const Alignment free = aligned("");
  const Alignment locked = aligned("[3]:[3, 4, 5]\n[22]:[25, 26]\n");
  REQUIRE(free.beads().size() == locked.beads().size());
  for (std::size_t k = 0; k < free.beads().size(); ++k) {
    CHECK(free.beads()[k].source == locked.beads()[k].source);
    CHECK(free.beads()[k].target == locked.beads()[k].target);
  }
}

TEST_CASE("Locks hold in the other direction", "[locks]") {
  const Alignment alignment = aligner().align(passages("passages-en"), passages("passages-zh"),
                                              parse_locks("[0, 1]:[0]\n[23]:[]\n", "locks"));
  CHECK(find(alignment, {0, 1}, {0})->locked);
  CHECK(find(alignment, {23}, {})->locked);
}

TEST_CASE("All beads may be locked, however large", "[locks]") {
  const Alignment alignment = aligned(
      "[0,1,2,3,4,5,6,7,8,9]:[0,1,2,3,4,5,6,7,8,9,10,11,12]\n"
      "[10,11,12,13,14,15,16,17,18,19,20,21,22,23,24,25,26]:"
      "[13,14,15,16,17,18,19,20,21,22,23,24,25,26,27,28,29,30,31]\n");
  CHECK(alignment.beads().size() == 2);
  check_covers(alignment);
}

TEST_CASE("Random locks that do not cross are kept", "[locks]") {
  std::mt19937 random(4);
  for (int round = 0; round < 30; ++round) {
    std::string locks;
    std::vector<std::pair<std::size_t, std::size_t>> pairs;
    std::size_t i = random() % 6;
    std::size_t j = random() % 6;
    while (i < 27 && j < 32) {
      pairs.emplace_back(i, j);
      locks += "[" + std::to_string(i) + "]:[" + std::to_string(j) + "]\n";
      i += 1 + random() % 8;
      j += 1 + random() % 8;
    }
    const Alignment alignment = aligned(locks);
    check_covers(alignment);
    for (const auto& [source, target] : pairs) CHECK(find(alignment, {source}, {target}));
  }
}

TEST_CASE("Locks that cannot be kept are errors with their line", "[locks]") {
  CHECK_THROWS_WITH(aligned("[0]:[0]\n\n[99]:[1]\n"),
                    Contains("locks: line 3, byte 9: expected sentences of the documents, found "
                             "[99]:[1]"));
  CHECK_THROWS_WITH(aligned("[26, 27]:[1]\n"), Contains("expected sentences of the documents"));
  CHECK_THROWS_WITH(aligned("[0, 2]:[1]\n"), Contains("expected neighbouring sentences"));
  CHECK_THROWS_WITH(aligned("[0, 1]:[1]\n[1, 2]:[3]\n"),
                    Contains("line 2, byte 11: expected sentences that no other lock holds"));
  CHECK_THROWS_WITH(aligned("[5]:[1]\n[3]:[4]\n"), Contains("expected beads that do not cross"));
  CHECK_THROWS_WITH(parse_locks("[0]:1\n", "locks"), Contains("locks: line 1, byte 4"));
}

TEST_CASE("A band that is clipped by locks leads through their corners", "[locks]") {
  align::Constraints constraints(10, 12);
  constraints.lock(2, 5);
  constraints.lock(7, 6);
  align::Band band =
      align::band_around(constraints.with_locks({{2, 1, 1}, {5, 3, 1}, {8, 8, 1}}), 10, 12);
  constraints.clip(band);
  for (std::size_t i = 0; i <= 10; ++i) {
    CHECK(band.rows[i].begin < band.rows[i].end);
    if (i <= 2) CHECK(band.rows[i].end <= 6);
    if (i >= 3) CHECK(band.rows[i].begin >= 6);
    if (i <= 7) CHECK(band.rows[i].end <= 7);
    if (i >= 8) CHECK(band.rows[i].begin >= 7);
  }
}
