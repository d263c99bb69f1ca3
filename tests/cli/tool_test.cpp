#include <algorithm>
#include <catch2/catch.hpp>
#include <cstdlib>
#include <duizhao/duizhao.hpp>
#include <filesystem>
#include <nlohmann/json.hpp>

#include "support/command.hpp"
#include "support/golden.hpp"
#include "support/scratch.hpp"

using Catch::Contains;
using Catch::StartsWith;
using test::run_tool;
namespace fs = std::filesystem;

namespace {

const std::string kChinese = "data/interviews/passages.zh.txt";
const std::string kEnglish = "data/interviews/passages.en.txt";

std::size_t count_lines(const std::string& text) {
  return static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n'));
}

}  // namespace

TEST_CASE("The tool alone shows how to begin", "[cli]") {
  const auto result = run_tool({});
  CHECK(result.exit_code == 2);
  CHECK(result.output.empty());
  CHECK_THAT(result.errors, Contains("duizhao align CHINESE ENGLISH"));
}

TEST_CASE("Help and version are results", "[cli]") {
  CHECK(run_tool({"--version"}).output == "duizhao " + std::string(duizhao::version()) + "\n");
  const auto help = run_tool({"--help"});
  CHECK(help.exit_code == 0);
  CHECK(help.errors.empty());
  for (const char* command :
       {"align", "segment", "trace", "variants", "check", "score", "eval", "convert", "lexicon"}) {
    CHECK_THAT(help.output, Contains(command));
    const auto own = run_tool({command, "--help"});
    CHECK(own.exit_code == 0);
    if (std::string(command) != "lexicon") CHECK_THAT(own.output, Contains("Examples:"));
  }
  CHECK_THAT(run_tool({"lexicon", "lookup", "--help"}).output, Contains("Examples:"));
}

TEST_CASE("Shells can complete commands and options", "[cli]") {
  for (const std::string shell : {"bash", "zsh", "fish"}) {
    const auto script = run_tool({"completion", shell});
    CHECK(script.exit_code == 0);
    for (const char* word : {"align", "convert", "min-confidence", "write-baseline"}) {
      CHECK_THAT(script.output, Contains(word));
    }
  }
  CHECK(run_tool({"completion", "csh"}).exit_code == 2);
  // What bash makes of it.
  const test::ScratchFolder scratch;
  scratch.put("script", run_tool({"completion", "bash"}).output);
  const std::string check =
      "source " + (scratch.path() / "script").string() +
      "; COMP_WORDS=(duizhao align --min); COMP_CWORD=2; _duizhao; test \"$COMPREPLY\" = "
      "--min-confidence && COMP_WORDS=(duizhao seg); COMP_CWORD=1; _duizhao; "
      "test \"$COMPREPLY\" = segment";
  CHECK(std::system(("bash -c '" + check + "'").c_str()) == 0);
}

TEST_CASE("Misspelt commands and options suggest the right one", "[cli]") {
  const auto errors = [](const std::vector<std::string>& arguments) {
    const auto result = run_tool(arguments);
    CHECK(result.exit_code == 2);
    return result.errors;
  };
  CHECK_THAT(errors({"algin"}), Contains("no such command: algin (did you mean align?)"));
  CHECK_THAT(errors({"varient"}), Contains("(did you mean variants?)"));
  CHECK_THAT(errors({"nonsense"}), !Contains("did you mean"));
  CHECK_THAT(errors({"align", kChinese, kEnglish, "--fromat", "tsv"}),
             Contains("(did you mean --format?)"));
  CHECK_THAT(errors({"check", kChinese, kEnglish, "--fail_on=high"}),
             Contains("(did you mean --fail-on?)"));
  CHECK_THAT(errors({"align", kChinese, kEnglish, "--poetry"}), !Contains("did you mean"));
}

TEST_CASE("Wrong usage is one line and exit code 2", "[cli]") {
  const std::vector<std::vector<std::string>> wrong = {
      {"nonsense"},
      {"align"},
      {"align", kChinese},
      {"align", kChinese, kEnglish, "--format", "poem"},
      {"align", kChinese, kEnglish, "--no-such-option"},
      {"align", kChinese, kEnglish, kEnglish, "--format", "tsv"},
      {"segment"},
      {"segment", kChinese, "--input", "poem"},
      {"eval", "one"},
      {"eval", "one", "two", "--fail-below", "x"},
      {"lexicon"},
      {"lexicon", "lookup"},
      {"segment", kChinese, "--jobs", "0"},
      {"segment", "-", "-"},
      {"align", "-", "-"},
      {"segment", kChinese, "--source-language", "poem"},
      {"segment", kChinese, "--encoding", "poem"},
      {"lexicon", "lookup", "好", "--limit", "0"}};
  for (const auto& arguments : wrong) {
    const auto result = run_tool(arguments);
    INFO(Catch::StringMaker<std::vector<std::string>>::convert(arguments));
    CHECK(result.exit_code == 2);
    CHECK(result.output.empty());
    CHECK(count_lines(result.errors) == 1);
    CHECK_THAT(result.errors, StartsWith("duizhao: "));
  }
}

TEST_CASE("Bad input is one line with its place and exit code 3", "[cli]") {
  const test::ScratchFolder scratch;
  const std::string bad = scratch.put("bad.txt", "fine\nnot \xFF fine\n").string();
  const std::string cut = scratch.put("cut.txt", "fine \xE4\xB8").string();
  const std::string beads = scratch.put("bad.beads", "[0]:[0]\n[1]=[1]\n").string();
  struct Case {
    std::vector<std::string> arguments;
    std::string message;
  };
  const Case cases[] = {
      {{"segment", "no-such-file"},
       "no-such-file: expected a file that can be read, found: No such"},
      {{"segment", "data"}, "data: expected a file, found: Is a directory"},
      {{"segment", bad}, bad + ": line 2, byte 9: expected UTF-8, found byte 0xFF"},
      {{"segment", cut}, cut + ": line 1, byte 5: expected a UTF-8 sequence of 3 bytes"},
      {{"align", kChinese, bad}, bad + ": line 2, byte 9"},
      {{"align", "no-such-file", kEnglish}, "no-such-file"},
      {{"align", kEnglish, kEnglish, "--source-language", "zh"}, "expected text in the language"},
      {{"eval", beads, beads}, beads + ": line 2, byte 11: expected \":\""},
      {{"eval", "data/interviews", "no-such-folder"}, "expected"}};
  for (const Case& each : cases) {
    const auto result = run_tool(each.arguments);
    INFO(result.errors);
    CHECK(result.exit_code == 3);
    CHECK(result.output.empty());
    CHECK(count_lines(result.errors) == 1);
    CHECK_THAT(result.errors, Contains(each.message));
  }
}

TEST_CASE("A result that cannot be written is exit code 4 and leaves nothing", "[cli]") {
  const test::ScratchFolder scratch;
  const auto result =
      run_tool({"segment", kChinese, "-o", (scratch.path() / "no" / "file").string()});
  CHECK(result.exit_code == 4);
  CHECK(count_lines(result.errors) == 1);
  CHECK(fs::is_empty(scratch.path()));
}

TEST_CASE("Results are the same in a file and on standard output", "[cli]") {
  const test::ScratchFolder scratch;
  const std::string path = (scratch.path() / "result").string();
  for (const char* format : {"text", "jsonl", "tsv", "beads"}) {
    const auto direct = run_tool({"align", kChinese, kEnglish, "--format", format});
    const auto result =
        run_tool({"align", kChinese, kEnglish, "--format", format, "-o", path, "--quiet"});
    CHECK(direct.exit_code == 0);
    CHECK(result.output.empty());
    CHECK(result.errors.empty());
    CHECK(duizhao::read_file(path) == direct.output);
  }
}

TEST_CASE("The nine passages come out as they should", "[cli][golden]") {
  const auto result = run_tool({"align", kChinese, kEnglish});
  CHECK(result.exit_code == 0);
  test::check_golden("passages.txt", result.output);
  CHECK_THAT(result.errors, Contains("27 beads: 23 1:1, 3 1:2, 1 1:3"));
  test::check_golden("passages.jsonl",
                     run_tool({"align", kChinese, kEnglish, "-f", "jsonl"}).output);
  test::check_golden("passages.tsv", run_tool({"align", kChinese, kEnglish, "-f", "tsv"}).output);
  test::check_golden("passages.beads",
                     run_tool({"align", kChinese, kEnglish, "-f", "beads"}).output);
}

TEST_CASE("Standard input is read as a dash", "[cli]") {
  const auto result = run_tool({"segment", "-", "--format", "jsonl"}, "他走了。她留下了。");
  CHECK(result.exit_code == 0);
  CHECK(count_lines(result.output) == 2);
  CHECK(nlohmann::json::parse(result.output.substr(0, result.output.find('\n')))["document"] ==
        "-");
  const auto aligned = run_tool({"align", "-", kEnglish, "-f", "beads"},
                                duizhao::read_file(DUIZHAO_SOURCE_FOLDER "/" + kChinese));
  CHECK(aligned.output == run_tool({"align", kChinese, kEnglish, "-f", "beads"}).output);
}

TEST_CASE("Encodings are detected or named", "[cli]") {
  const test::ScratchFolder scratch;
  const std::string gb = scratch.put("gb.txt", "\xC4\xE3\xBA\xC3\xA1\xA3").string();  // 你好。
  CHECK_THAT(run_tool({"segment", gb}).output, Contains("你好。"));
  CHECK_THAT(run_tool({"segment", gb, "--encoding", "gb18030"}).output, Contains("你好。"));
  CHECK(run_tool({"segment", gb, "--encoding", "utf-8"}).exit_code == 3);
}

TEST_CASE("Several targets are aligned with one source", "[cli]") {
  const auto result = run_tool(
      {"align", kChinese, kEnglish, "data/interviews/interview-2024.en.md", "-f", "jsonl"});
  CHECK(result.exit_code == 0);
  CHECK_THAT(result.output, Contains("\"target_document\":\"" + kEnglish + "\""));
  CHECK_THAT(result.output, Contains("interview-2024.en.md"));
  const auto one_job = run_tool({"align", kChinese, kEnglish,
                                 "data/interviews/interview-2024.en.md", "-f", "jsonl", "-j", "1"});
  CHECK(one_job.output == result.output);
}

TEST_CASE("Locks, glossaries, explanations and doubts are asked for", "[cli]") {
  const test::ScratchFolder scratch;
  const std::string locks = scratch.put("locks", "[0]:[0, 1]\n").string();
  const std::string glossary = scratch.put("glossary.csv", "鲶鱼,catfish\n").string();
  const auto locked = run_tool({"align", kChinese, kEnglish, "--lock", locks, "-f", "jsonl"});
  CHECK(locked.exit_code == 0);
  const auto first = nlohmann::json::parse(locked.output.substr(0, locked.output.find('\n')));
  CHECK(first["locked"] == true);
  CHECK(first["target"].size() == 2);
  const auto explained =
      run_tool({"align", kChinese, kEnglish, "--explain", "--glossary", glossary, "-f", "jsonl"});
  const auto bead = nlohmann::json::parse(explained.output.substr(0, explained.output.find('\n')));
  CHECK(bead["evidence"][0]["probability"] > 0.9);
  CHECK(bead["evidence"][0]["source"]["text"].is_string());
  CHECK_THAT(run_tool({"align", kChinese, kEnglish, "--explain"}).output, Contains(" = process "));
  const auto doubted = run_tool({"align", kChinese, kEnglish, "--min-confidence", "1"});
  CHECK_THAT(doubted.output, Contains(" ?"));
  CHECK_THAT(doubted.errors, Contains("below confidence 1"));
}

TEST_CASE("Bad locks and glossaries are errors with their place", "[cli]") {
  const test::ScratchFolder scratch;
  const std::string locks = scratch.put("locks", "[0]:[0]\n[40]:[1]\n").string();
  const std::string glossary = scratch.put("glossary.csv", "鲶鱼,catfish\n暗涌\n").string();
  const auto out_of_range = run_tool({"align", kChinese, kEnglish, "--lock", locks});
  CHECK(out_of_range.exit_code == 3);
  CHECK_THAT(out_of_range.errors, Contains(locks + ": line 2, byte 8: expected sentences"));
  const auto malformed = run_tool({"align", kChinese, kEnglish, "--glossary", glossary});
  CHECK(malformed.exit_code == 3);
  CHECK_THAT(malformed.errors, Contains(glossary + ": line 2, byte 15: expected a term"));
  CHECK(run_tool({"align", kChinese, kEnglish, "--min-confidence", "2"}).exit_code == 2);
  CHECK(run_tool({"align", kChinese, kEnglish, kEnglish, "--lock", locks}).exit_code == 2);
}

TEST_CASE("Texts that are no translations of each other are said to be so", "[cli]") {
  const test::ScratchFolder scratch;
  const std::string other =
      scratch
          .put("other",
               "The cat sleeps. It rains in the hills. Buy bread on your way home. "
               "Seven sailors sang. The king was dead. Nobody knew the reason.")
          .string();
  const auto result = run_tool({"align", kChinese, other, "-f", "beads"});
  CHECK(result.exit_code == 0);
  CHECK(count_lines(result.errors) == 1);
  CHECK_THAT(result.errors, Contains("hardly a translation of " + kChinese));
  CHECK(run_tool({"align", kChinese, kEnglish, "-f", "beads"}).errors.empty());
}

TEST_CASE("Beads score one against themselves, and fail below a bound", "[cli]") {
  const std::string gold = "tests/golden/passages.beads";
  const auto text = run_tool({"eval", gold, gold});
  CHECK(text.exit_code == 0);
  CHECK_THAT(text.output, Contains("strict      1.0000    1.0000    1.0000"));
  const auto json = nlohmann::json::parse(run_tool({"eval", gold, gold, "-f", "json"}).output);
  CHECK(json["strict"]["f1"] == 1.0);
  CHECK(json["types"].size() == 3);
  const test::ScratchFolder scratch;
  const std::string other = scratch.put("other.beads", "[0]:[0]\n").string();
  CHECK(run_tool({"eval", gold, other, "--fail-below", "0.9"}).exit_code == 1);
  CHECK(run_tool({"eval", gold, gold, "--fail-below", "0.9"}).exit_code == 0);
}

TEST_CASE("Folders of beads are scored by their names", "[cli]") {
  const test::ScratchFolder gold;
  const test::ScratchFolder test;
  for (const char* name : {"1", "2"}) {
    gold.put(name, "[0]:[0]\n[1]:[1]\n");
    test.put(name, "[0]:[0]\n[1]:[]\n[]:[1]\n");
  }
  const auto result =
      run_tool({"eval", gold.path().string(), test.path().string(), "--format", "json"});
  CHECK(result.exit_code == 0);
  const auto json = nlohmann::json::parse(result.output);
  CHECK(json["files"] == 2);
  CHECK(json["strict"]["recall"] == 0.5);
  fs::remove(test.path() / "2");
  CHECK(run_tool({"eval", gold.path().string(), test.path().string()}).exit_code == 3);
}

TEST_CASE("The lexicon shows both directions", "[cli]") {
  const auto chinese = run_tool({"lexicon", "lookup", "贡献者"});
  CHECK(chinese.exit_code == 0);
  CHECK_THAT(chinese.output, Contains("contributor"));
  CHECK_THAT(run_tool({"lexicon", "lookup", "contributor"}).output, Contains("贡献者"));
  const auto json =
      nlohmann::json::parse(run_tool({"lexicon", "lookup", "贡献者", "-f", "json"}).output);
  CHECK(json[0]["language"] == "zh");
  CHECK(json[0]["known"] == true);
  CHECK_THAT(run_tool({"lexicon", "lookup", "qqqqq"}).output, Contains("not in the lexicon"));
}

TEST_CASE("An article's quotes are traced", "[cli][golden]") {
  const std::string article = "data/interviews/quotations-in-learnings.en.txt";
  const std::string interview = "data/interviews/interview-2024.en.md";
  const auto text = run_tool({"trace", article, "--against", interview, kChinese, kEnglish});
  CHECK(text.exit_code == 0);
  CHECK_THAT(text.errors, Contains("27 quotes, "));
  test::check_golden("trace.txt", text.output);
  const auto lines = run_tool({"trace", article, "--against", interview, "-f", "jsonl"});
  CHECK(count_lines(lines.output) == 27);
  CHECK(run_tool({"trace", article, "--against", interview, "-f", "jsonl", "-j", "1"}).output ==
        lines.output);
  CHECK(run_tool({"trace", "--fail-on", "unattested", article, "--against", interview}).exit_code ==
        1);
  CHECK(run_tool({"trace", "--fail-on", "unattested", kEnglish, "--against", kChinese}).exit_code ==
        0);
  CHECK_THAT(run_tool({"trace", interview, "--turns", "--against", article}).output,
             Contains("Liang"));
  CHECK(run_tool({"trace", article}).exit_code == 2);
  CHECK(run_tool({"trace", article, "--against", interview, "--fail-on", "rain"}).exit_code == 2);
  CHECK(run_tool({"trace", article, "--against", "no-such-file"}).exit_code == 3);
}

TEST_CASE("Variants of a quote are grouped and collated", "[cli][golden]") {
  const std::vector<std::string> files = {"variants", kChinese, kEnglish,
                                          "data/interviews/interview-2024.en.md",
                                          "data/interviews/quotations-in-learnings.en.txt"};
  const auto with = [&](std::vector<std::string> options) {
    options.insert(options.begin(), files.begin(), files.end());
    return run_tool(options);
  };
  test::check_golden("variants.txt", with({}).output);
  const auto json = nlohmann::json::parse(with({"-f", "json"}).output);
  CHECK(json["groups"].size() > 20);
  CHECK(json["groups"][0]["original"]["document"] == kChinese);
  const auto moat = with({"--quote", "closed-source moats are temporary"});
  CHECK_THAT(moat.output, Contains("closed-source [moats] are temporary"));
  CHECK_THAT(moat.errors, Contains("1 group"));
  CHECK_THAT(with({"--quote", "catfish", "-f", "tei"}).output, Contains("catfish</rdg>"));
  CHECK_THAT(with({"-f", "graphml"}).output, Contains("<graphml"));
  CHECK(with({"--quote", ""}).exit_code == 2);
  CHECK(with({"--quote", "?!"}).exit_code == 3);
  CHECK(with({"--quote", "Seven lighthouse keepers painted boats"}).output.empty());
  CHECK(run_tool({"variants"}).exit_code == 2);
  const auto named = nlohmann::json::parse(
      run_tool({"variants", kEnglish, "--original", kChinese, "-f", "json"}).output);
  CHECK(named["groups"].size() == 27);  // of the beads of the two
}

TEST_CASE("Translations are scored as sacrebleu scores them", "[cli]") {
  const test::ScratchFolder scratch;
  const std::string mine =
      scratch.put("mine", "The cat is on the mat.\nIn 2024 he said it was.\n").string();
  const std::string other =
      scratch.put("other", "The cat sat on the mat.\r\nIt was 2024, he said.").string();
  const auto text = run_tool({"score", mine, other});
  CHECK(text.exit_code == 0);
  CHECK(text.errors.empty());
  CHECK_THAT(text.output, Contains("BLEU      30.08  78.6/41.7/20.0/12.5"));
  CHECK_THAT(text.output,
             Contains("BLEU|nrefs:1|case:mixed|eff:no|tok:13a|smooth:exp|version:2.6.0"));
  CHECK_THAT(text.output, Contains("edits 6 · shifts among them 1 · reference words 11.0"));
  const auto json = nlohmann::json::parse(
      run_tool({"score", mine, other, mine, "--metrics", "chrf++,ter", "-f", "json"}).output);
  REQUIRE(json.size() == 2);
  CHECK(json[0]["name"] == "chrF2++");
  CHECK(json[0]["score"] == 100.0);
  CHECK(json[1]["score"] == 0.0);
  CHECK_THAT(json[1]["signature"].get<std::string>(), StartsWith("TER|nrefs:2|"));
  const auto lines = nlohmann::json::parse(
      run_tool({"score", mine, other, "--sentence-level", "-f", "json"}).output);
  CHECK(lines[0]["segments"].size() == 2);
  CHECK_THAT(lines[0]["segment_signature"].get<std::string>(), Contains("eff:yes"));
  CHECK(run_tool({"score", mine, other, "-j", "1"}).output == text.output);
  CHECK_THAT(run_tool({"score", kChinese, kChinese}).errors, Contains("--tokenize zh"));
}

TEST_CASE("Segments that cannot be scored are errors with their place", "[cli]") {
  const test::ScratchFolder scratch;
  const std::string two = scratch.put("two", "a\nb\n").string();
  const std::string three = scratch.put("three", "a\n\nb\n").string();
  const std::string empty = scratch.put("empty", "").string();
  const std::string broken = scratch.put("broken", "a\nb\xFF\n").string();
  struct Case {
    std::vector<std::string> arguments;
    std::string message;
  };
  const std::vector<Case> cases = {
      {{"score", two, three}, three + ": line 3: expected as many lines as the hypothesis has: 2"},
      {{"score", three, two}, two + ": line 3: expected"},
      {{"score", empty, empty}, empty + ": line 1, byte 0: expected a segment"},
      {{"score", two, broken, "--encoding", "utf-8"}, broken + ": line 2, byte 3: expected"},
      {{"score", two, "no-such-file"}, "no-such-file"}};
  for (const Case& each : cases) {
    const auto result = run_tool(each.arguments);
    INFO(result.errors);
    CHECK(result.exit_code == 3);
    CHECK(result.output.empty());
    CHECK_THAT(result.errors, Contains(each.message));
  }
  CHECK(run_tool({"score", two}).exit_code == 2);
  CHECK(run_tool({"score", two, two, "--metrics", "bleu,poem"}).exit_code == 2);
}

TEST_CASE("Terms of a translation become a glossary", "[cli]") {
  const test::ScratchFolder scratch;
  const std::string terms = scratch.path() / "terms.tbx";
  const auto result = run_tool({"check", kChinese, kEnglish, "--write-terms", terms});
  CHECK(result.exit_code == 0);
  const auto found = duizhao::parse_glossary(duizhao::read_file(terms), terms);
  CHECK_FALSE(found.empty());
  CHECK(run_tool({"check", kChinese, kEnglish, "--glossary", terms}).exit_code == 0);
}

TEST_CASE("Translations are checked", "[cli][golden]") {
  const auto text = run_tool({"check", kChinese, kEnglish});
  CHECK(text.exit_code == 0);
  test::check_golden("check.txt", text.output);
  CHECK(run_tool({"check", kChinese, kEnglish, "-j", "1"}).output == text.output);

  const test::ScratchFolder scratch;
  const std::string source = scratch.put("zh", "公司有三百名员工。\n大模型很贵。\n").string();
  const std::string target =
      scratch.put("en", "The company has thirty employees.\nBig models are expensive.\n").string();
  const std::string beads = scratch.put("beads", "[0]:[0]\n[1]:[1]\n").string();
  const std::string terms = scratch.put("terms.csv", "大模型,large model,big model\n").string();
  const std::vector<std::string> check = {"check", "--lines", "--alignment", beads,
                                          source,  target,    "--glossary",  terms};
  const auto with = [&](std::vector<std::string> more) {
    more.insert(more.begin(), check.begin(), check.end());
    return run_tool(more);
  };
  const auto json = nlohmann::json::parse(with({"-f", "json"}).output);
  REQUIRE(json["findings"].size() == 2);
  CHECK(json["findings"][0]["rule"] == "number");
  CHECK(json["findings"][0]["target"]["text"] == "thirty");
  CHECK(json["findings"][1]["rule"] == "glossary");
  CHECK(json["findings"][1]["suggestion"] == "large model");
  CHECK(with({"--fail-on", "high"}).exit_code == 1);
  CHECK(with({"--rules", "-number,-glossary", "--fail-on", "low"}).exit_code == 0);
  CHECK(nlohmann::json::parse(with({"-f", "sarif"}).output)["runs"][0]["results"].size() == 2);

  const std::string known = scratch.put("known.json", "").string();
  CHECK(with({"--write-baseline", known}).exit_code == 0);
  const auto hidden = with({"--baseline", known, "--fail-on", "low"});
  CHECK(hidden.exit_code == 0);
  CHECK(hidden.output.empty());
  CHECK_THAT(hidden.errors, Contains("2 known by the baseline"));

  const std::string memory =
      scratch
          .put("memory.tmx",
               "<tmx><header srclang=\"zh\"/><body><tu><tuv xml:lang=\"zh\"><seg>他在上海。</seg>"
               "</tuv><tuv xml:lang=\"en\"><seg>He is in Beijing.</seg></tuv></tu></body></tmx>")
          .string();
  CHECK_THAT(run_tool({"check", memory}).output,
             Contains("\"上海\" became \"Beijing\" → Shanghai"));
}

TEST_CASE("Texts are checked line by line, and files that hold both", "[cli]") {
  const test::ScratchFolder scratch;
  const std::string source = scratch.put("zh", "公司有三百名员工。\n大模型很贵。\n").string();
  const std::string target =
      scratch.put("en", "The company has thirty employees.\nBig models are expensive.\n").string();
  const auto findings = [](const std::vector<std::string>& arguments) {
    const auto result = run_tool(arguments);
    CHECK(result.exit_code == 0);
    return nlohmann::json::parse(result.output)["findings"];
  };
  const auto pairs = findings({"check", "--pairs", source, target, "-f", "json"});
  REQUIRE(pairs.size() == 1);
  CHECK(pairs[0]["target"]["line"] == 1);
  CHECK(pairs[0]["probability"].get<double>() > 0.8);
  CHECK(findings({"check", "--pairs", source, target, "-f", "json", "--min-confidence", "1"})
            .empty());
  CHECK(run_tool({"check", "--pairs", source, target, "--min-confidence", "2"}).exit_code == 2);
  CHECK(run_tool({"check", "--pairs", source}).exit_code == 2);
  const std::string shorter = scratch.put("short", "Only one line.\n").string();
  const auto refused = run_tool({"check", "--pairs", source, shorter});
  CHECK(refused.exit_code == 3);
  CHECK(refused.errors.find("expected 2 lines") != std::string::npos);

  const std::string table =
      scratch
          .put("pairs.tsv",
               "source\ttarget\n公司有三百名员工。\tThe company has thirty employees.\n")
          .string();
  CHECK(findings({"check", table, "-f", "json"}).size() == 1);
}

TEST_CASE("Rules are listed and described", "[cli]") {
  const auto list = run_tool({"check", "--list-rules"});
  CHECK(list.exit_code == 0);
  CHECK(count_lines(list.output) == duizhao::rules().size());
  CHECK(run_tool({"check", "--describe", "number"}).output ==
        duizhao::to_markdown(
            *std::ranges::find(duizhao::rules(), "number", &duizhao::RuleDescription::name)));
  const auto json = nlohmann::json::parse(run_tool({"check", "--list-rules", "-f", "json"}).output);
  CHECK(json["rules"].size() == duizhao::rules().size());
}

TEST_CASE("Checks refuse what they cannot use", "[cli]") {
  const test::ScratchFolder scratch;
  const std::string broken = scratch.put("broken", "{\n").string();
  const std::string beyond = scratch.put("beyond", "[0]:[0]\n[99]:[1]\n").string();
  const std::string twice = scratch.put("twice", "[0]:[0]\n[0]:[1]\n").string();
  const std::string terms = scratch.put("terms", "大模型\n").string();
  const std::vector<std::vector<std::string>> wrong = {
      {"check"},
      {"check", kChinese, kEnglish, "--rules", "poem"},
      {"check", kChinese, kEnglish, "--set", "number.poem=1"},
      {"check", kChinese, kEnglish, "--set", "length.deviation=x"},
      {"check", kChinese, kEnglish, "--fail-on", "poem"},
      {"check", "--describe", "poem"},
      {"check", kChinese, kEnglish, kEnglish, "--alignment", beyond}};
  for (const auto& arguments : wrong) CHECK(run_tool(arguments).exit_code == 2);
  CHECK_THAT(run_tool(wrong[1]).errors, Contains("number, name, term"));
  const std::vector<std::vector<std::string>> bad = {
      {"check", kChinese, kEnglish, "--baseline", broken},
      {"check", kChinese, kEnglish, "--glossary", terms},
      {"check", kChinese, kEnglish, "--alignment", beyond},
      {"check", kChinese, kEnglish, "--alignment", twice},
      {"check", broken},
      {"check", "no-such-file", kEnglish}};
  for (const auto& arguments : bad) {
    const auto result = run_tool(arguments);
    INFO(result.errors);
    CHECK(result.exit_code == 3);
    CHECK(result.output.empty());
    CHECK(count_lines(result.errors) == 1);
  }
  CHECK_THAT(run_tool(bad[2]).errors, Contains(beyond + ": line 2"));
}

TEST_CASE("Odd input gives a result", "[cli]") {
  const test::ScratchFolder scratch;
  const std::string empty = scratch.put("empty", "").string();
  const std::string nul = scratch.put("nul", std::string("a\0b. C.", 7)).string();
  const std::string blank = scratch.put("blank", std::string(100'000, '\n')).string();
  const std::string line = scratch.put("line", std::string(10'000'000, 'x')).string();
  CHECK(run_tool({"segment", empty}).exit_code == 0);
  CHECK(run_tool({"segment", blank}).output.empty());
  CHECK(count_lines(run_tool({"segment", nul, "-f", "jsonl"}).output) == 2);
  CHECK(run_tool({"segment", line}).output.size() > 10'000'000);
  CHECK(run_tool({"align", empty, empty}).exit_code == 0);
  CHECK(count_lines(run_tool({"align", kChinese, empty, "-f", "beads"}).output) == 27);
  CHECK(run_tool({"align", line, kEnglish, "-f", "beads"}).exit_code == 0);
  CHECK(run_tool({"align", "--lines", blank, kEnglish, "-f", "beads"}).exit_code == 0);
}

TEST_CASE("A manifest stands for its texts", "[cli]") {
  const std::string manifest = "data/interviews/manifest.json";
  const auto listed = run_tool({"variants", "-f", "json", manifest});
  CHECK(listed.exit_code == 0);
  const auto groups = nlohmann::json::parse(listed.output)["groups"];
  CHECK(groups.size() > 9);
  CHECK(groups[0]["original"]["document"] == kChinese);
  // Texts that are named besides are not read twice.
  const auto both = run_tool({"variants", "-f", "json", kChinese, kEnglish, manifest});
  CHECK(nlohmann::json::parse(both.output)["groups"].size() == groups.size());
  CHECK_THAT(run_tool({"variants", "-f", "html", manifest}).output,
             Contains("<span>Anyong, a sub-brand of 36Kr</span>"));
  CHECK(run_tool({"variants", "--original", manifest}).exit_code == 2);
  CHECK(run_tool({"trace", kEnglish, "--against", "tests/cli/missing.json"}).exit_code == 3);
}
