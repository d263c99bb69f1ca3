#include <catch2/catch.hpp>
#include <duizhao/duizhao.hpp>

#include "check/checking.hpp"

using namespace duizhao;

namespace {

const checking::Case kPairs{{"公司有三百名员工。", "他在上海工作。", "公司有三百名员工。"},
                            {"The company has thirty employees.", "He works in Beijing.",
                             "The company has thirty employees."}};

}  // namespace

TEST_CASE("A baseline hides what it holds, and no more", "[check]") {
  const Lexicon lexicon = Lexicon::load_default();
  const auto findings = checking::check(kPairs, lexicon);
  REQUIRE(findings.size() >= 3);
  const Baseline baseline(findings);
  CHECK(baseline.size() == findings.size());
  const Baseline read = Baseline::parse(baseline.to_json(), "baseline");
  CHECK(read.to_json() == baseline.to_json());
  CHECK(read.remove_from(findings).empty());

  checking::Case more = kPairs;  // a line before moves all places, and the last is a third one
  more.source.insert(more.source.begin(), "你好。");
  more.target.insert(more.target.begin(), "Hello.");
  more.source.push_back(kPairs.source.front());
  more.target.push_back(kPairs.target.front());
  const auto left = read.remove_from(checking::check(more, lexicon));
  REQUIRE_FALSE(left.empty());
  for (const Finding& finding : left) CHECK(finding.bead == 4);
}

TEST_CASE("Fingerprints change with the sentence", "[check]") {
  const Lexicon lexicon = Lexicon::load_default();
  const auto one = checking::check({{"他在上海工作。"}, {"He works in Beijing."}}, lexicon);
  const auto two = checking::check({{"他在上海工作。"}, {"He lives in Beijing."}}, lexicon);
  REQUIRE((!one.empty() && !two.empty()));
  CHECK(one.front().fingerprint != two.front().fingerprint);
}

TEST_CASE("Numbers that are too large are an error of the baseline", "[check]") {
  CHECK_THROWS_WITH(Baseline::parse("{\"version\":1,\"findings\":[1e999]}", "known.json"),
                    Catch::Contains("known.json: line 1, byte 0: expected numbers"));
}

TEST_CASE("Malformed baselines are errors with their place", "[check]") {
  const auto place_of = [](const std::string& bytes) {
    try {
      Baseline::parse(bytes, "known.json");
    } catch (const Error& error) {
      CHECK(error.code() != ErrorCode::io);
      return error.place().line.value_or(0);
    }
    return std::size_t{0};
  };
  CHECK(place_of("") == 1);
  CHECK(place_of("{\"version\":1,\n\"findings\":[,]}") == 2);
  CHECK(place_of("[]") == 1);
  CHECK(place_of("{\"version\":2,\"findings\":[]}") == 1);
  CHECK(place_of("{\"version\":1,\"findings\":[{\"rule\":\"number\"}]}") == 1);
  CHECK(place_of("{\"version\":1,\"findings\":[{\"fingerprint\":\"0\",\"count\":-1}]}") == 1);
  CHECK(place_of("\xFF") == 1);
}
