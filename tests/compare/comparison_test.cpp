#include "duizhao/compare/comparison.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <duizhao/report/text.hpp>
#include <duizhao/text/error.hpp>
#include <set>

using namespace duizhao;
using Catch::Contains;

namespace {

const Comparer& comparer() {
  static const Comparer kComparer(Lexicon::load_default());
  return kComparer;
}

std::vector<std::string> statements(const std::vector<std::string>& witnesses,
                                    const std::string& original = {}) {
  return statements_of(comparer().compare(witnesses, original));
}

bool tells(const Comparison& comparison, VariationKind kind) {
  return std::ranges::any_of(comparison.differences, [kind](const Difference& difference) {
    return difference.kind == kind;
  });
}

using Lines = std::vector<std::string>;

}  // namespace

TEST_CASE("A comparison needs no files and five lines", "[comparison]") {
  const Comparison comparison = comparer().compare(
      {"We do not plan to raise money.", "There is no fundraising plan."}, "我们没有融资计划。");
  REQUIRE(comparison.differences.size() == 1);
  const Difference& difference = comparison.differences.front();
  CHECK(difference.readings[0].text == "raise money");
  CHECK(difference.readings[1].text == "fundraising");
  CHECK(comparison.likeness.size() == 2);
  CHECK(comparison.witnesses[0].language == "en");
  CHECK(comparison.original->language == "zh");
}

TEST_CASE("Numbers, denials, modals and names are told by their kinds", "[comparison]") {
  CHECK(statements({"The company has 30 shops.", "The company has three hundred shops."}) ==
        Lines{"number  A “30” | B “three hundred”"});
  CHECK(statements({"The museum was closed.", "The museum was not closed."}) ==
        Lines{"negation  A “closed” | B “not closed”"});
  CHECK(statements({"He will come to London.", "He may come to Berlin."}) ==
        Lines{"name  A “London” | B “Berlin”", "modality  A “will” | B “may”"});
  CHECK(statements({"The door can't be opened.", "The door cannot be opened."}).empty());
}

TEST_CASE("What is missing is an omission, what faces each other is another wording",
          "[comparison]") {
  const auto missing =
      statements({"The workers built the bridge in nine months despite the heavy snow.",
                  "The workers built the bridge in nine months."});
  REQUIRE(missing.size() == 1);
  CHECK_THAT(missing.front(), Contains("omission  B omits A “") && Contains("heavy snow”"));
  const auto lines =
      statements({"The mayor praised the old harbour.", "The mayor praised the narrow streets."});
  REQUIRE(lines.size() == 1);
  CHECK_THAT(lines.front(), Contains("harbour") && Contains("streets") && Contains(" | "));
}

TEST_CASE("What the surroundings say is no omission", "[comparison]") {
  const Witness first{.text =
                          "The workers built the bridge in nine months despite the heavy snow."};
  Witness second{.text = "The workers built the bridge in nine months."};
  second.after = "The heavy snow did not stop them, in spite of all, despite everything.";
  CHECK(statements_of(comparer().compare({first, second})).empty());
}

TEST_CASE("Values and persons that change places are differences", "[comparison]") {
  CHECK(tells(comparer().compare({"He sold ten in Paris and twenty in Rome.",
                                  "He sold twenty in Paris and ten in Rome."}),
              VariationKind::number));
  CHECK(tells(comparer().compare({"The mayor trusts the council, and that is all.",
                                  "The council trusts the mayor, and that is all."}),
              VariationKind::name));
  CHECK_FALSE(tells(comparer().compare({"The council trusts the mayor, and that is all.",
                                        "The mayor is trusted by the council, and that is all."}),
                    VariationKind::name));
}

TEST_CASE("Witnesses that say the same are one group", "[comparison]") {
  const auto lines = statements(
      {"He will open 30 shops in Paris next year.", "He may open three shops in Paris next year.",
       "He will not open thirty shops in Paris next year."},
      "他明年将在巴黎开三十家店。");
  CHECK(lines == Lines{"number  A “30”, C “thirty” | B “three”",
                       "negation  A, B “open” | C “not open”", "modality  A, C “will” | B “may”"});
}

TEST_CASE("The order of the witnesses changes nothing", "[comparison]") {
  const std::vector<std::string> texts = {"He will open 30 shops in Paris next year.",
                                          "He may open three stores in Paris.",
                                          "Next year he will not open thirty shops in London."};
  const auto contents = [&](const std::vector<std::size_t>& order) {
    std::vector<std::string> witnesses;
    for (const std::size_t k : order) witnesses.push_back(texts[k]);
    std::multiset<std::string> all;
    for (const Difference& difference : comparer().compare(witnesses).differences) {
      std::multiset<std::string> readings;
      for (const WitnessReading& reading : difference.readings) {
        readings.insert(std::to_string(order[reading.witness]) + reading.text);
      }
      std::string line(name_of(difference.kind));
      for (const std::string& reading : readings) line += '/' + reading;
      all.insert(line);
    }
    return all;
  };
  const auto first = contents({0, 1, 2});
  CHECK(contents({2, 1, 0}) == first);
  CHECK(contents({1, 2, 0}) == first);
}

TEST_CASE("Every word that says something lies in one unit", "[comparison]") {
  const Comparison comparison =
      comparer().compare({"Three boats put out to sea before dawn.", "Two boats set sail early."},
                         "三艘船在黎明前出海了。");
  for (std::size_t w = 0; w < 2; ++w) {
    std::set<std::size_t> begins;
    for (const CorrespondingUnit& unit : comparison.units) {
      REQUIRE(unit.witnesses.size() == 2);
      for (const ByteRange& range : unit.witnesses[w]) {
        CHECK(begins.insert(range.begin).second);
      }
    }
    for (const char* word : {"boats", w == 0 ? "dawn" : "early"}) {
      CHECK(begins.contains(comparison.witnesses[w].text.find(word)));
    }
  }
}

TEST_CASE("Readings stand in the texts as they are given", "[comparison]") {
  const Comparison comparison = comparer().compare(
      {"The “old” bridge — built in 1890 — fell.", "The ancient bridge, of 1980, collapsed."});
  CHECK_FALSE(comparison.differences.empty());
  for (const Difference& difference : comparison.differences) {
    for (const WitnessReading& reading : difference.readings) {
      if (!reading.range) continue;
      CHECK(comparison.witnesses[reading.witness].text.substr(
                reading.range->begin, reading.range->size()) == reading.text);
    }
  }
}

TEST_CASE("Generated pairs are told by their kinds", "[comparison]") {
  const std::vector<std::string> frames = {"The ministry said that {} would visit the factory.",
                                           "Last spring {} wrote about the river in a letter.",
                                           "The teacher asked {} to close the window.",
                                           "We met {} near the old market on Friday."};
  const std::vector<std::string> names = {"Hopkins", "Alvarez", "Lindgren", "Okafor", "Takeda"};
  const auto filled = [](std::string frame, const std::string& word) {
    return frame.replace(frame.find("{}"), 2, word);
  };
  for (const std::string& frame : frames) {
    for (std::size_t k = 0; k + 1 < names.size(); ++k) {
      INFO(frame << names[k]);
      CHECK(tells(comparer().compare({filled(frame, names[k]), filled(frame, names[k + 1])}),
                  VariationKind::name));
    }
  }
  const std::vector<std::string> counted = {"The bakery sold {} loaves before noon.",
                                            "About {} people waited in front of the museum.",
                                            "It took them {} days to repair the clock."};
  const std::vector<std::string> numbers = {"4", "seven", "25", "eighty", "300", "two thousand"};
  for (const std::string& frame : counted) {
    for (std::size_t k = 0; k + 1 < numbers.size(); ++k) {
      INFO(frame << numbers[k]);
      CHECK(tells(comparer().compare({filled(frame, numbers[k]), filled(frame, numbers[k + 1])}),
                  VariationKind::number));
    }
  }
  for (const std::string verb : {"is", "was", "will be", "could be", "has been"}) {
    const std::string other = verb.find(' ') == std::string::npos
                                  ? verb + " not"
                                  : std::string(verb).replace(verb.find(' '), 1, " not ");
    INFO(verb);
    CHECK(tells(comparer().compare({"The harbour " + verb + " open to visitors.",
                                    "The harbour " + other + " open to visitors."}),
                VariationKind::negation));
  }
}

TEST_CASE("Spelling, inflection, contraction and order are silent", "[comparison]") {
  const std::vector<std::pair<std::string, std::string>> pairs = {
      {"The colour of the theatre was old.", "The color of the theater was old."},
      {"They organised the defence of the harbour.", "They organized the defense of the harbor."},
      {"It's late, and we don't know why.", "It is late, and we do not know why."},
      {"He travelled by train.", "He traveled by train."},
      {"On Monday the shop opened.", "The shop opened on Monday."},
      {"The baker decides every morning.", "The baker decided every morning."},
      {"There were 30 chairs.", "There were thirty chairs."},
      {"Apples and pears were sold.", "Pears and apples were sold."}};
  for (const auto& [left, right] : pairs) {
    INFO(left << " | " << right);
    CHECK(statements({left, right}).empty());
  }
}

TEST_CASE("Chinese renderings are compared, too", "[comparison]") {
  const Comparison comparison = comparer().compare({"他去年买了三本书。", "他去年买了五本书。"});
  CHECK(tells(comparison, VariationKind::number));
}

TEST_CASE("What cannot be compared is an error", "[comparison]") {
  CHECK_THROWS_AS(comparer().compare(std::vector<std::string>{"One text."}), Error);
  CHECK_THROWS_AS(comparer().compare({"One text.", ""}), Error);
  CHECK_THROWS_AS(comparer().compare({"One text.", "…!"}), Error);
  CHECK_THROWS_AS(comparer().compare({"One text.", "一段文字。"}), Error);
  CHECK_THROWS_AS(comparer().compare({"One text.", "bad \xFF"}), Error);
  std::string longer;
  for (int k = 0; k < 700; ++k) longer += "word ";
  CHECK_THROWS_AS(comparer().compare({"One text.", longer}), Error);
  CHECK_NOTHROW(
      comparer().compare({"\xE2\x80\xAEOne\x07 text.", "One text, and many more words."}));
}

TEST_CASE("Fifty witnesses are compared", "[comparison]") {
  std::vector<std::string> witnesses;
  for (int k = 0; k < 50; ++k) {
    witnesses.push_back("The bridge has " + std::to_string(k % 3 + 4) + " arches.");
  }
  const Comparison comparison = comparer().compare(witnesses);
  REQUIRE(tells(comparison, VariationKind::number));
  CHECK(comparison.differences.front().readings.size() == 50);
}
