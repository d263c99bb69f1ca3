// Findings as data.
#include <catch2/catch.hpp>
#include <duizhao/duizhao.hpp>
#include <nlohmann/json.hpp>

#include "check/checking.hpp"
#include "support/golden.hpp"

using namespace duizhao;
using Json = nlohmann::json;

namespace {

const checking::Case kPairs{{"公司有三百名员工。", "我们没有融资计划。"},
                            {"The company has thirty employees.", ""}};

}  // namespace

TEST_CASE("Findings as JSON have the fields of the contract", "[check][formats]") {
  const Lexicon lexicon = Lexicon::load_default();
  const auto alignment = checking::align(kPairs, lexicon);
  const auto json = Json::parse(to_json(Checker(lexicon).check(alignment), {alignment}));
  CHECK(json["documents"] == Json::parse(R"(["source","target"])"));
  CHECK(json["summary"]["beads"] == 2);
  CHECK(json["summary"]["high"] == 2);
  for (const Json& finding : json["findings"]) {
    for (const char* field : {"rule", "severity", "message", "source", "target"}) {
      CHECK(finding.contains(field));
    }
    for (const char* field : {"document", "begin", "end", "line", "text"}) {
      CHECK(finding["source"].contains(field));
    }
  }
}

TEST_CASE("Findings as SARIF have what the standard requires", "[check][formats]") {
  const Lexicon lexicon = Lexicon::load_default();
  const auto findings = Checker(lexicon).check(checking::align(kPairs, lexicon));
  REQUIRE(findings.size() == 2);
  const auto sarif = Json::parse(to_sarif(findings));
  CHECK(sarif["version"] == "2.1.0");
  const Json& run = sarif["runs"][0];
  CHECK(run["tool"]["driver"]["name"] == "duizhao");
  const Json& known = run["tool"]["driver"]["rules"];
  CHECK(known.size() == rules().size());
  for (const Json& rule : known) {
    CHECK(rule["id"].is_string());
    CHECK(rule["shortDescription"]["text"].is_string());
    CHECK(rule["help"]["text"].is_string());
  }
  for (const Json& result : run["results"]) {
    CHECK(known[result["ruleIndex"].get<std::size_t>()]["id"] == result["ruleId"]);
    CHECK(result["message"]["text"].is_string());
    CHECK(result["level"] == "error");
    const Json& place = result["locations"][0]["physicalLocation"];
    CHECK(place["artifactLocation"]["uri"].is_string());
    CHECK(place["region"]["startLine"] >= 1);
    CHECK(place["region"]["byteOffset"].is_number_unsigned());
    CHECK(place["region"]["byteLength"].is_number_unsigned());
    CHECK(result["partialFingerprints"].size() == 1);
  }
}

TEST_CASE("Paths become URIs in SARIF", "[check][formats]") {
  Finding finding;
  finding.rule = "number";
  finding.target = FindingPlace{"译文 1.txt", {0, 1}, 1, "x"};
  const auto sarif = Json::parse(to_sarif({finding}));
  CHECK(sarif["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]
             ["uri"] == "%E8%AF%91%E6%96%87%201.txt");
}

namespace {

/// What stands above each rule's section in the model.
std::map<std::string, std::string> figures_by_rule() {
  std::istringstream lines(
      read_file(std::string(DUIZHAO_SOURCE_FOLDER) + "/data/models/findings.tsv"));
  std::map<std::string, std::string> figures;
  std::string last;
  for (std::string line; std::getline(lines, line);) {
    if (line.starts_with("[") && !last.empty()) figures[line.substr(1, line.size() - 2)] = last;
    last = line.starts_with("# of ") ? line.substr(2) : "";
  }
  return figures;
}

}  // namespace

TEST_CASE("The pages of the rules are those that are stored", "[check][golden]") {
  const std::string folder = "../../lib/check/rules/";
  std::string index =
      "# Rules\n\nA page for each rule that `duizhao check` has, generated from what the library "
      "knows of it; the figures are those of data/models/findings.tsv.\n\n"
      "| rule | finds | measured |\n| --- | --- | --- |\n";
  const auto figures = figures_by_rule();
  for (const RuleDescription& rule : rules()) {
    const std::string name(rule.name);
    const auto measured = figures.find(name);
    index += "| [" + name + "](" + name + ".md) | " + std::string(rule.summary) + " | " +
             (measured == figures.end() ? "not fitted" : measured->second) + " |\n";
    test::check_golden(folder + name + ".md", to_markdown(rule));
  }
  test::check_golden(folder + "README.md", index);
}
