// Linking words as a user would.
#include <catch2/catch.hpp>
#include <duizhao/duizhao.hpp>
#include <nlohmann/json.hpp>

#include "support/command.hpp"
#include "support/scratch.hpp"

using Catch::Contains;
using test::run_tool;

namespace {

const std::string kChinese = "examples/guides/original.txt";
const std::string kEnglish = "examples/guides/translation.txt";

std::string file(const test::ScratchFolder& folder, const std::string& name,
                 const std::string& text) {
  const std::string path = folder.path() / name;
  duizhao::write_file(path, text);
  return path;
}

}  // namespace

TEST_CASE("Words are shown with what renders them", "[cli][words]") {
  const auto result = run_tool({"words", kChinese, kEnglish});
  CHECK(result.exit_code == 0);
  CHECK(run_tool({"words", "--lines", kChinese, kEnglish}).output == result.output);
  CHECK_THAT(result.output, Contains("员工 = employees") && Contains("融资 = raise money"));
}

TEST_CASE("Lines of links are lines of pairs, empty ones too", "[cli][words]") {
  const test::ScratchFolder folder;
  const std::string zh = file(folder, "zh", "我们 走 吧\n\n好\n");
  const std::string en = file(folder, "en", "let us go\n\n\n");
  const auto result = run_tool({"words", "--tokenized", "--format", "pharaoh", zh, en,
                                "--source-language", "zh", "--target-language", "en"});
  CHECK(result.exit_code == 0);
  CHECK(std::count(result.output.begin(), result.output.end(), '\n') == 3);
  CHECK_THAT(result.output, Catch::EndsWith("\n\n\n") && Contains("1-2"));
}

TEST_CASE("JSON Lines have tokens, links, phrases and differences", "[cli][words]") {
  const auto result = run_tool({"words", "-f", "jsonl", kEnglish, "examples/guides/corrected.txt"});
  REQUIRE(result.exit_code == 0);
  const auto line = nlohmann::json::parse(result.output.substr(0, result.output.find('\n')));
  CHECK(line.at("source").at(3).at("text") == "thirty");
  CHECK(line.at("source").at(3).at("begin") == 16);
  CHECK(line.at("links").size() > 8);
  CHECK(line.at("phrases").size() > 8);
  CHECK(line.at("differences").at(0).at("kind") == "number");
}

TEST_CASE("Output is the same whatever the number of jobs", "[cli][words]") {
  std::string many;
  for (int k = 0; k < 450; ++k) many += k % 2 == 0 ? "He works in Beijing.\n" : "\n";
  const test::ScratchFolder folder;
  const std::string path = file(folder, "many", many);
  const auto one = run_tool({"words", "-j", "1", "-f", "jsonl", path, path});
  const auto two = run_tool({"words", "-j", "3", "-f", "jsonl", path, path});
  CHECK(one.output == two.output);
  CHECK(one.exit_code == 0);
}

TEST_CASE("Texts of unequal numbers of lines are an error with its place", "[cli][words]") {
  const test::ScratchFolder folder;
  const std::string zh = file(folder, "zh", "一\n二\n");
  const std::string en = file(folder, "en", "one\n");
  const auto result = run_tool({"words", zh, en});
  CHECK(result.exit_code == 3);
  CHECK(result.output.empty());
  CHECK_THAT(result.errors, Contains("line 2"));
}

TEST_CASE("Lines without words have no links", "[cli][words]") {
  const test::ScratchFolder folder;
  const std::string blank = file(folder, "blank", "\n");
  const auto result = run_tool({"words", "-f", "pharaoh", blank, blank});
  CHECK(result.exit_code == 0);
  CHECK(result.output == "\n");
}

TEST_CASE("A line that is too long is an error with its line", "[cli][words]") {
  const test::ScratchFolder folder;
  std::string longest;
  for (int k = 0; k < 100000; ++k) longest += "word ";
  const std::string en = file(folder, "en", "short\n" + longest + "\n");
  const std::string zh = file(folder, "zh", "短\n短\n");
  const auto result = run_tool({"words", zh, en});
  CHECK(result.exit_code == 3);
  CHECK_THAT(result.errors, Contains(en + ": line 2") && Contains("600"));
  const auto turned = run_tool({"words", en, zh});
  CHECK(turned.exit_code == 3);
  CHECK_THAT(turned.errors, Contains(en + ": line 2"));
}

TEST_CASE("Ill-formed bytes are an error with their place", "[cli][words]") {
  const test::ScratchFolder folder;
  const std::string bad = file(folder, "bad", "good\nbad \xFF\n");
  const auto result = run_tool({"words", "--encoding", "utf-8", bad, bad});
  CHECK(result.exit_code == 3);
  CHECK_THAT(result.errors, Contains("byte 9"));
}
