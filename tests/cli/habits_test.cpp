// What users of command lines expect: progress, a manual page.
#include <algorithm>
#include <catch2/catch.hpp>
#include <duizhao/duizhao.hpp>
#include <filesystem>

#include "support/command.hpp"
#include "support/scratch.hpp"

using Catch::Contains;
using test::run_tool;

namespace {

const std::string kChinese = "data/interviews/passages.zh.txt";
const std::string kEnglish = "data/interviews/passages.en.txt";

std::string bytes_of(const std::string& path) {
  return duizhao::read_file(std::filesystem::path(DUIZHAO_SOURCE_FOLDER) / path);
}

}  // namespace

TEST_CASE("Progress is shown when asked for, and not to programs", "[cli]") {
  const std::vector<std::vector<std::string>> commands = {
      {"segment", kChinese, kEnglish},
      {"align", kChinese, kEnglish},
      {"check", kChinese, kEnglish},
      {"trace", kEnglish, "--against", kChinese},
      {"variants", kChinese, kEnglish},
      {"score", kEnglish, kEnglish},
      {"convert", "--to", "tsv", "tests/golden/passages.jsonl", "-"}};
  for (std::vector<std::string> command : commands) {
    INFO(command.front());
    const auto plain = run_tool(command, "", "TERM=xterm");
    CHECK(plain.exit_code == 0);
    CHECK(plain.errors.find('%') == std::string::npos);
    command.insert(command.end(), {"--progress", "always"});
    const auto shown = run_tool(command);
    CHECK_THAT(shown.errors, Contains("  100 %  ━━━━━━━━━━━━━━━━━━━━  "));
    CHECK(shown.errors.find('\x1b') == std::string::npos);
    CHECK(shown.output == plain.output);
    command.push_back("--quiet");
    CHECK(run_tool(command).errors.empty());
  }
}

TEST_CASE("On a terminal a bar shows the work, and is gone when it is done", "[cli]") {
  const std::vector<std::string> trace = {
      "trace",     "data/interviews/quotations-in-learnings.en.txt",
      "--against", "data/interviews/interview-2024.en.md",
      "--format",  "jsonl",
      "--jobs",    "1"};
  std::vector<std::string> shown_always = trace;
  shown_always.insert(shown_always.end(), {"--progress", "always"});
  for (const int columns : {60, 80, 200}) {
    const std::string shown = test::run_on_terminal(shown_always, columns);
    const std::size_t begin = shown.find("\rduizhao: tracing");
    REQUIRE(begin != std::string::npos);
    const std::string line = shown.substr(begin + 1, shown.find("\x1b[K", begin) - begin - 1);
    INFO(line);
    CHECK_THAT(line, Contains(" left"));
    CHECK(duizhao::display_width(line) < static_cast<std::size_t>(columns));
    // The result begins on a clean line.
    const std::size_t result = shown.find("{\"quote\"");
    REQUIRE(result != std::string::npos);
    CHECK(shown.substr(0, result).ends_with("\r\x1b[K"));
    CHECK(shown.find("tracing", result) == std::string::npos);
  }
  std::vector<std::string> shown_never = trace;
  shown_never.insert(shown_never.end(), {"--progress", "never"});
  CHECK(test::run_on_terminal(shown_never, 80).find("tracing") == std::string::npos);
}

TEST_CASE("Help is as wide as the terminal", "[cli]") {
  for (const int columns : {60, 80, 120}) {
    const std::string shown = test::run_on_terminal({"score", "--help"}, columns);
    std::size_t widest = 0;
    for (std::size_t at = 0; at < shown.find("Examples:");) {
      const std::size_t end = shown.find("\r\n", at);
      widest = std::max(widest, duizhao::display_width(shown.substr(at, end - at)));
      at = end + 2;
    }
    CHECK(widest <= static_cast<std::size_t>(columns));
  }
}

TEST_CASE("The manual page names every command", "[cli]") {
  const auto manual = run_tool({"manual"});
  CHECK(manual.exit_code == 0);
  CHECK_THAT(manual.output, Catch::StartsWith(".TH DUIZHAO 1 "));
  for (const std::string command : {"align", "segment", "variants", "trace", "check", "score",
                                    "eval", "convert", "lexicon lookup", "completion", "manual"}) {
    CHECK_THAT(manual.output, Contains(".SS \"duizhao " + command + "\"\n"));
  }
  CHECK_THAT(manual.output, Contains("\\fB\\-f\\fR, \\fB\\-\\-format\\fR \\fIFORMAT\\fR"));
  CHECK_THAT(run_tool({"manual"}, "", "LANG=zh_CN.UTF-8").output, Contains(".SH 退出状态\n"));
}

TEST_CASE("Every command reads a pipe and writes to one", "[cli]") {
  const std::string chinese = bytes_of(kChinese);
  const auto works = [&](const std::vector<std::string>& arguments, const std::string& input) {
    const auto result = run_tool(arguments, input);
    INFO(arguments.front() << ": " << result.errors);
    CHECK(result.exit_code == 0);
    CHECK_FALSE(result.output.empty());
  };
  works({"segment", "-", "-o", "-"}, chinese);
  works({"align", "-", kEnglish, "-o", "-"}, chinese);
  works({"check", "-", kEnglish, "-o", "-"}, chinese);
  works({"check", kChinese, kEnglish, "--alignment", "-"},
        run_tool({"align", "--format", "beads", kChinese, kEnglish}).output);
  works({"trace", "-", "--against", kEnglish}, "“In fact, top talent in China is undervalued.”\n");
  works({"variants", "-", kEnglish}, chinese);
  works({"score", "-", kEnglish}, bytes_of(kEnglish));
  works({"eval", "-", "tests/golden/passages.beads"}, bytes_of("tests/golden/passages.beads"));
  works({"convert", "--from", "jsonl", "--to", "tmx", "-", "-"},
        bytes_of("tests/golden/passages.jsonl"));
}
