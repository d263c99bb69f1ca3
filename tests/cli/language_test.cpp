// The tool in Chinese.
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>
#include <regex>
#include <sstream>
#include <tuple>

#include "support/command.hpp"

using Catch::Contains;
using test::run_tool;

namespace {

const std::string kChinese = "data/interviews/passages.zh.txt";
const std::string kEnglish = "data/interviews/passages.en.txt";
const std::vector<std::string> kCommands = {"align",   "segment",    "variants", "trace",
                                            "check",   "score",      "eval",     "convert",
                                            "lexicon", "completion", "manual"};

/// Two English words in a row, in small letters: no name of an option, a format or a rule.
bool speaks_english(const std::string& text) {
  static const std::regex kWords("(^|[^-A-Za-z./_])[A-Za-z]?[a-z]+ [a-z]+($|[^-A-Za-z./_=])");
  return std::regex_search(text, kWords);
}

}  // namespace

TEST_CASE("The language is that of the option, else of the environment", "[cli]") {
  const auto language = [](const std::string& environment,
                           const std::vector<std::string>& arguments = {"align"}) {
    const std::string errors = run_tool(arguments, "", environment).errors;
    return errors.find("is required") != std::string::npos ? "en" : "zh";
  };
  CHECK(language("") == std::string("en"));
  CHECK(language("LANG=zh_CN.UTF-8") == std::string("zh"));
  CHECK(language("LANG=zh_CN") == std::string("zh"));
  CHECK(language("LANG=zh_Hans_CN.UTF-8") == std::string("zh"));
  CHECK(language("LANG=de_DE.UTF-8") == std::string("en"));
  CHECK(language("LANG=de_DE.UTF-8 LANGUAGE=de:zh_CN:en") == std::string("zh"));
  CHECK(language("LANG=C LANGUAGE=zh_CN") == std::string("en"));
  CHECK(language("LANG=zh_CN.UTF-8 LC_ALL=C.UTF-8") == std::string("en"));
  CHECK(language("LANG=en_US.UTF-8 LC_MESSAGES=zh_CN.UTF-8") == std::string("zh"));
  CHECK(language("LANG=zh_CN.UTF-8", {"align", "--ui-language", "en"}) == std::string("en"));
  CHECK(language("", {"align", "--ui-language=zh_CN"}) == std::string("zh"));
  CHECK(language("", {"--ui-language", "zh_CN", "align"}) == std::string("zh"));
  CHECK(language("", {"--ui-language", "zh_CN", "align", "--ui-language", "en"}) ==
        std::string("en"));
  CHECK(language("", {"align", "--glossary", "--ui-language=zh_CN"}) == std::string("en"));
  const auto unknown = run_tool({"align", "--ui-language", "tlh"});
  CHECK(unknown.exit_code == 2);
  CHECK_THAT(unknown.errors, Contains("tlh not in {en,zh_CN}"));
}

TEST_CASE("A check in Chinese speaks no English", "[cli]") {
  for (const std::string format : {"text", "html"}) {
    INFO(format);
    const auto result =
        run_tool({"check", "--lines", "--format", format, "--glossary", "examples/guides/terms.csv",
                  "examples/guides/original.txt", "examples/guides/translation.txt"},
                 "", "LANG=zh_CN.UTF-8");
    CHECK(result.exit_code == 0);
    CHECK_THAT(result.output, Contains("变成了"));
    CHECK_THAT(result.errors, Contains("个问题：高 "));
    CHECK_FALSE(speaks_english(result.errors));
  }
  const auto text = run_tool(
      {"check", "--lines", "examples/guides/original.txt", "examples/guides/translation.txt"}, "",
      "LANG=zh_CN.UTF-8");
  std::istringstream lines(text.output);
  for (std::string line; std::getline(lines, line);) {
    const bool is_finding = line.starts_with("  ") && !line.starts_with("    ");
    INFO(line);
    if (is_finding)
      CHECK_FALSE(speaks_english(std::regex_replace(line, std::regex("“[^”]*”"), "")));
  }
}

TEST_CASE("Formats for machines are the same bytes in every language", "[cli]") {
  const std::vector<std::string> pair = {"data/interviews/passages.zh.txt",
                                         "data/interviews/passages.en.txt"};
  const std::vector<std::string> guide = {"--lines", "--glossary", "examples/guides/terms.csv",
                                          "examples/guides/original.txt",
                                          "examples/guides/translation.txt"};
  const std::vector<std::string> article = {"data/interviews/quotations-in-learnings.en.txt",
                                            "--against", "data/interviews/interview-2024.en.md"};
  const std::vector<std::tuple<std::string, std::vector<std::string>, std::vector<std::string>>>
      commands = {{"align", {"jsonl", "tsv", "beads", "ladder", "tmx", "xliff", "intertext"}, pair},
                  {"check", {"json", "sarif"}, guide},
                  {"segment", {"jsonl"}, {pair.front()}},
                  {"trace", {"jsonl"}, article},
                  {"variants",
                   {"json", "tei", "graphml"},
                   {"data/interviews/interview-2024.en.md", pair.front(), pair.back()}}};
  // Memories and exchange files say when they were written.
  const std::regex clock("(creationdate=)\"[^\"]*\"");
  for (const auto& [command, formats, operands] : commands) {
    for (const std::string& format : formats) {
      std::vector<std::string> words = {command, "--format", format};
      words.insert(words.end(), operands.begin(), operands.end());
      INFO(command << ' ' << format);
      const auto english = run_tool(words, "", "LANG=C.UTF-8");
      const auto chinese = run_tool(words, "", "LANG=zh_CN.UTF-8");
      CHECK(english.exit_code == 0);
      CHECK_FALSE(english.output.empty());
      CHECK(std::regex_replace(english.output, clock, "$1") ==
            std::regex_replace(chinese.output, clock, "$1"));
    }
  }
}

TEST_CASE("Help in Chinese speaks no English", "[cli]") {
  for (const std::string& command : kCommands) {
    const std::string help = run_tool({command, "--help"}, "", "LANG=zh_CN.UTF-8").output;
    std::istringstream lines(help.substr(0, help.find("示例")));
    for (std::string line; std::getline(lines, line);) {
      INFO(line);
      if (!line.starts_with("用法")) CHECK_FALSE(speaks_english(line));
    }
    CHECK_THAT(help, Contains("用法: duizhao"));
    CHECK_THAT(help, Contains("--ui-language"));
  }
}

TEST_CASE("Wrong usage is told in Chinese", "[cli]") {
  const std::vector<std::vector<std::string>> wrong = {
      {"algin"},
      {"--versoin"},
      {"lexicon", "lokup", "x"},
      {"lexicon", "lookup", "--limit", "0", "x"},
      {"check", "--describe", "poetry"},
      {"align"},
      {"lexicon"},
      {"align", "--format", "poem", "a", "b"},
      {"align", "--frmat", "text", "a", "b"},
      {"align", "--min-confidence", "7", "a", "b"},
      {"align", "--min-confidence", "x", "a", "b"},
      {"align", "--min-confidence"},
      {"align", "--jobs", "x", "a", "b"},
      {"align", "--source-language", "Klingon", "a", "b"},
      {"align", "--encoding", "morse", "a", "b"},
      {"lexicon", "lookup", "--most", "-1", "a"},
      {"check", "--rules", "poetry", "a", "b"},
      {"check", "--set", "length", "a", "b"},
      {"check", "--set", "length.deviation=-1", "a", "b"},
      {"completion", "tcsh"},
      {"segment", "--format", "text", "--lines=maybe", "-"}};
  for (const auto& arguments : wrong) {
    const auto result = run_tool(arguments, "", "LANG=zh_CN.UTF-8");
    INFO(result.errors);
    CHECK(result.exit_code == 2);
    CHECK_THAT(result.errors, Contains("（参见 --help）"));
    CHECK_FALSE(speaks_english(result.errors));
  }
}

TEST_CASE("Bad input is told in Chinese", "[cli]") {
  const auto missing = run_tool({"segment", "no/such/file"}, "", "LANG=zh_CN.UTF-8");
  CHECK(missing.exit_code == 3);
  CHECK(missing.errors == "duizhao: no/such/file: 需要可读的文件，但出错：没有那个文件或目录\n");
  const auto broken = run_tool({"convert", "--from", "tmx", "--to", "tsv", "-", "-"}, "<tmx><b>",
                               "LANG=zh_CN.UTF-8");
  CHECK(broken.exit_code == 3);
  CHECK_THAT(broken.errors, Contains("第 1 行，字节 "));
  CHECK_FALSE(speaks_english(broken.errors));
}
