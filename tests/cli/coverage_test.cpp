// What align says about the parts of documents that are in no bead.
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "support/command.hpp"
#include "support/scratch.hpp"

using Catch::Contains;
using test::run_tool;

namespace {

const std::string kChinese =
    "---\nid: lamp\n---\n\n# 台灯\n\n按下按钮，灯就亮了。\n\n```\nlamp.on();\n```\n\n$$ p = u i "
    "$$\n\n"
    "晚上不要忘记关灯。\n";
const std::string kEnglish =
    "# The lamp\n\nPress the button, and the lamp lights up.\n\n```\nlamp.on();\n```\n\n"
    "$$ p = u i $$\n\nDo not forget to switch off the lamp at night.\n";

}  // namespace

TEST_CASE("The last line says what an alignment covers", "[cli][coverage]") {
  const test::ScratchFolder scratch;
  const std::string zh = scratch.put("zh.md", kChinese).string();
  const std::string en = scratch.put("en.md", kEnglish).string();
  const auto result = run_tool({"align", zh, en});
  CHECK(result.exit_code == 0);
  CHECK_THAT(result.errors,
             Contains(zh +
                      ": 3 sentences in beads, left out: 1 block of code, 1 formula, 1 piece "
                      "that is no text; " +
                      en + ": 3 sentences in beads, left out: 1 block of code, 1 formula\n"));
  CHECK(result.output.find("lamp.on") == std::string::npos);
}

TEST_CASE("JSON Lines and pages hold what was left out", "[cli][coverage]") {
  const test::ScratchFolder scratch;
  const std::string zh = scratch.put("zh.md", kChinese).string();
  const std::string en = scratch.put("en.md", kEnglish).string();
  const std::string lines = run_tool({"align", "--format", "jsonl", zh, en}).output;
  const std::size_t last = lines.rfind('\n', lines.size() - 2) + 1;
  CHECK(lines.find("coverage") >= last);
  const auto coverage = nlohmann::json::parse(lines.substr(last)).at("coverage");
  CHECK(coverage.at("source").at("linked") == 3);
  CHECK(coverage.at("source").at("matter") == 1);
  const auto part = coverage.at("target").at("left_out").at(0);
  CHECK(part.at("kind") == "code");
  CHECK(kEnglish.substr(part.at("begin"), part.at("end").get<std::size_t>() -
                                              part.at("begin").get<std::size_t>()) == "lamp.on();");
  const std::string page = run_tool({"align", "--format", "html", zh, en}).output;
  CHECK_THAT(page, Contains("<details class=\"left-out\">"));
  CHECK_THAT(page, Contains("<pre>lamp.on();</pre>"));
}

TEST_CASE("Code and formulas are shown when asked for", "[cli][coverage]") {
  const test::ScratchFolder scratch;
  const std::string zh = scratch.put("zh.md", kChinese).string();
  const std::string en = scratch.put("en.md", kEnglish).string();
  CHECK_THAT(run_tool({"segment", "--code", zh}).output, Contains("lamp.on();"));
  CHECK(run_tool({"align", "--code", "--format", "beads", zh, en}).output.substr(0, 9) ==
        "[0]:[0]:0");
  CHECK_THAT(run_tool({"align", "--code", zh, en}).errors, Contains("5 beads: 5 1:1"));
}

TEST_CASE("Strict coverage fails where prose is in no bead", "[cli][coverage]") {
  const test::ScratchFolder scratch;
  const std::string zh = scratch.put("zh.md", kChinese).string();
  const std::string en = scratch.put("en.md", kEnglish).string();
  CHECK(run_tool({"align", "--strict-coverage", zh, en}).exit_code == 0);
  const std::string both =
      scratch
          .put("both.txt",
               "按下按钮，灯就亮了。\n\nPress the button, and the lamp lights up.\n\n"
               "晚上不要忘记关灯。\n\nDo not forget to switch off the lamp at night.\n\n")
          .string();
  CHECK(run_tool({"align", "--strict-coverage", both, both}).exit_code == 0);
  const auto failed = run_tool({"align", "--format", "beads", "--strict-coverage", both, en});
  CHECK(failed.exit_code == 1);
  CHECK_THAT(failed.errors, Contains("2 sentences in another language"));
}

TEST_CASE("Texts that cannot be aligned in earnest are named", "[cli][coverage]") {
  const test::ScratchFolder scratch;
  const std::string zh = scratch.put("zh.md", kChinese).string();
  CHECK_THAT(run_tool({"align", zh, zh}).errors, Contains("aligned with itself"));
  const std::string other = scratch.put("other.md", "# 台灯\n\n按一下按钮，灯会亮。\n").string();
  CHECK_THAT(run_tool({"align", zh, other}).errors, Contains("in the same language as " + zh));
  CHECK(run_tool({"align", "--source-language", "zh", "--target-language", "zh", zh, other})
            .errors.find("same language") == std::string::npos);
  const std::string empty = scratch.put("empty.txt", std::string(60, '\n')).string();
  CHECK_THAT(run_tool({"align", "--lines", empty, empty}).errors,
             Contains("say the same, or nothing"));
}

TEST_CASE("Markup that never ends is named with its line", "[cli][coverage]") {
  const test::ScratchFolder scratch;
  const std::string open =
      scratch.put("open.md", "# 台灯\n\n```\nlamp.on();\n\n不要忘记关灯。\n").string();
  const auto result = run_tool({"segment", open});
  CHECK_THAT(result.errors, Contains(open + ":3: a block of code that never ends"));
  CHECK_THAT(result.output, Contains("不要忘记关灯。"));
}
