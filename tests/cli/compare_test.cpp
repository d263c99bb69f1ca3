#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "support/command.hpp"
#include "support/scratch.hpp"

using Catch::Contains;
using test::run_tool;

TEST_CASE("Texts are compared as they stand on the command line", "[cli][compare]") {
  const auto result = run_tool(
      {"compare", "--text", "The company has 30 shops.", "The company has three hundred shops."});
  CHECK(result.exit_code == 0);
  CHECK(result.output ==
        "A   The company has [30] shops.\nB   The company has [three hundred] shops.\n\n"
        "    number  A “30” | B “three hundred”\n");
}

TEST_CASE("Translations are compared with their original", "[cli][compare]") {
  const test::ScratchFolder scratch;
  const std::string zh = scratch.put("zh.txt", "他有三十家店。\n\n今天下雨。\n").string();
  const std::string one = scratch.put("one.txt", "He has 30 shops.\n\nIt rains today.\n").string();
  const std::string two = scratch.put("two.txt", "He has 300 shops.\n\nIt rains today.\n").string();
  const auto result = run_tool({"compare", one, two, "--original", zh});
  CHECK_THAT(result.output, Contains("== " + zh + ":1\n    他有三十家店。\n"));
  CHECK_THAT(result.output, Contains("number  A “30” | B “300”"));
  CHECK(result.output.find("rains") == std::string::npos);
  CHECK_THAT(result.errors, Contains("2 passages, 1 of them different"));
  const auto json = nlohmann::json::parse(
      run_tool({"compare", "--format", "json", one, two, "--original", zh}).output);
  const auto& first = json.at("comparisons").at(0);
  CHECK(first.at("original").at("document") == zh);
  CHECK(first.at("witnesses").at(1).at("document") == two);
  CHECK(first.at("witnesses").at(1).at("text") == "He has 300 shops.");
  CHECK(first.at("differences").at(0).at("kind") == "number");
  CHECK(first.at("differences").at(0).at("readings").at(1).at("text") == "300");
  CHECK(first.at("likeness").at(0).at(0) == 1.0);
}

TEST_CASE("One text is no comparison", "[cli][compare]") {
  CHECK(run_tool({"compare", "--text", "One."}).exit_code == 2);
  CHECK(run_tool({"compare", "--text", "One text.", "一段文字。"}).exit_code == 3);
  CHECK(run_tool({"compare", "missing.txt", "other.txt"}).exit_code == 3);
}
