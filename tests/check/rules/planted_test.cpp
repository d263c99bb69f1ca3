// Faults that were planted, and translations that are right: tests/check/rules/planted.jsonl, a
// JSON object a line. They were written for these tests, by people who did not know how the rules
// work.
#include <catch2/catch.hpp>
#include <duizhao/duizhao.hpp>
#include <map>
#include <nlohmann/json.hpp>
#include <sstream>

#include "check/checking.hpp"

using namespace duizhao;
using Json = nlohmann::json;

namespace {

std::vector<Json> cases() {
  std::istringstream lines(
      read_file(std::string(DUIZHAO_SOURCE_FOLDER) + "/tests/check/rules/planted.jsonl"));
  std::vector<Json> cases;
  for (std::string line; std::getline(lines, line);) cases.push_back(Json::parse(line));
  return cases;
}

checking::Case case_of(const Json& json) {
  checking::Case pairs;
  pairs.source = json["source"].get<std::vector<std::string>>();
  pairs.target = json["target"].get<std::vector<std::string>>();
  pairs.turns = json.value("format", "") == "text";
  if (json.value("direction", "") == "en-zh") {
    std::swap(pairs.source_language, pairs.target_language);
  }
  for (const Json& term : json.value("glossary", Json::array())) {
    pairs.glossary.push_back({term[0], term[1], {}, false});
    if (term[2] != "") pairs.glossary.push_back({term[0], term[2], {}, true});
  }
  return pairs;
}

/// The share of its planted faults that each rule must find: what it found when the floor was set,
/// rounded down to a twentieth. A weak rule cannot hide among the others.
const std::map<std::string, double> kFloors = {
    {"addition", 0.90},    {"doubled-word", 1.00},   {"glossary", 1.00},    {"inconsistent", 1.00},
    {"length", 1.00},      {"mixed-width", 1.00},    {"modality", 1.00},    {"mojibake", 1.00},
    {"name", 0.75},        {"negation", 0.80},       {"number", 0.95},      {"omission", 0.75},
    {"punctuation", 0.80}, {"quote", 0.80},          {"spacing", 1.00},     {"speaker", 1.00},
    {"term", 0.85},        {"term-collision", 0.90}, {"untranslated", 1.00}};

}  // namespace

TEST_CASE("Planted faults are found, and what is right is left alone", "[check]") {
  const Lexicon lexicon = Lexicon::load_default();
  std::size_t faults = 0;
  std::size_t faults_found = 0;
  std::size_t clean = 0;
  std::size_t clean_flagged = 0;
  std::map<std::string, std::string> missed;
  std::map<std::string, std::pair<std::size_t, std::size_t>> by_rule;  // found, of all
  for (const Json& json : cases()) {
    const auto findings = checking::check(case_of(json), lexicon);
    const std::string expected = json["expect"];
    const std::string id = json["id"];
    if (expected == "clean") {
      ++clean;
      for (const Finding& finding : findings) {
        if (finding.severity < Severity::medium) continue;
        ++clean_flagged;
        missed["in vain"] += ' ' + id;
        break;
      }
    } else {
      ++faults;
      ++by_rule[expected].second;
      if (checking::found(findings, expected)) {
        ++faults_found;
        ++by_rule[expected].first;
      } else {
        missed[expected] += ' ' + id;
      }
    }
  }
  std::string told;
  for (const auto& [rule, ids] : missed) told += rule + ":" + ids + "\n";
  INFO(told);
  for (const auto& [rule, counts] : by_rule) {
    const auto [found, all] = counts;
    INFO(rule << ": " << found << " of " << all);
    REQUIRE(kFloors.contains(rule));
    CHECK(static_cast<double>(found) >= kFloors.at(rule) * static_cast<double>(all));
  }
  CHECK(by_rule.size() == kFloors.size());
  CHECK(faults >= 300);
  CHECK(clean >= 300);
  CHECK(static_cast<double>(faults_found) >= 0.90 * static_cast<double>(faults));
  CHECK(static_cast<double>(clean_flagged) <= 0.05 * static_cast<double>(clean));
}
