// Many texts at once: records of JSON in, one answer for each, in order.
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <catch2/catch.hpp>
#include <csignal>
#include <duizhao/text/file.hpp>
#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>

#include "support/command.hpp"
#include "support/scratch.hpp"

using Catch::Contains;
using Json = nlohmann::json;

namespace {

/// The answers of `duizhao batch` to lines on standard input.
std::vector<Json> answers(const std::string& lines, const std::vector<std::string>& options = {},
                          std::string* bytes = nullptr) {
  std::vector<std::string> arguments = {"batch"};
  arguments.insert(arguments.end(), options.begin(), options.end());
  const auto result = test::run_tool(arguments, lines);
  CAPTURE(result.errors);
  REQUIRE(result.exit_code == 0);
  if (bytes != nullptr) *bytes = result.output;
  std::istringstream in(result.output);
  std::vector<Json> list;
  for (std::string line; std::getline(in, line);) list.push_back(Json::parse(line));
  return list;
}

Json answer(const Json& record, const std::vector<std::string>& options = {}) {
  const auto list = answers(record.dump() + '\n', options);
  REQUIRE(list.size() == 1);
  return list.front();
}

const Json kPair = {{"id", "p"},
                    {"source", "他有3个苹果。我们没有去。"},
                    {"target", "He has 5 apples. We did not go."}};

}  // namespace

TEST_CASE("A record is aligned, cut, linked, checked or scored", "[cli][batch]") {
  const Json aligned = answer(kPair);
  CHECK(aligned["id"] == "p");
  REQUIRE(aligned["beads"].size() == 2);
  CHECK(aligned["beads"][1]["source"] == Json{1});
  CHECK(aligned["beads"][1]["confidence"].get<double>() > 0.5);
  CHECK(aligned["sentences"]["target"] == Json{"He has 5 apples.", "We did not go."});

  const Json cut = answer({{"id", 7}, {"source", "他来了。我走了。"}}, {"--do", "segment"});
  CHECK(cut["id"] == 7);
  CHECK(cut["sentences"][1]["text"] == "我走了。");
  CHECK(cut["sentences"][1]["begin"] == 12);

  const Json words = answer({{"source", "我们"}, {"target", "we"}}, {"--do", "words"});
  CHECK(words["id"].is_null());
  CHECK(words["links"][0]["source"] == 0);

  const Json findings = answer(kPair, {"--do", "check", "--rules", "number"});
  REQUIRE(findings["findings"].size() == 1);
  CHECK(findings["findings"][0]["arguments"] == Json{"3", "5"});
  CHECK(findings["summary"]["beads"] == 2);

  const Json scores = answer({{"source", "a b c d e"}, {"target", "a b c d e"}}, {"--do", "score"});
  CHECK(scores["scores"][0]["score"].get<double>() == Approx(100));
}

TEST_CASE("What a record asks for comes before what all are told", "[cli][batch]") {
  const Json text = {{"source", "One. Two."}};
  CHECK(answer(text, {"--do", "segment"})["sentences"].size() == 2);
  CHECK(answer(text, {"--do", "segment", "--lines"})["sentences"].size() == 1);
  Json own = kPair;
  own["options"] = {{"rules", "negation"}};
  CHECK(answer(own, {"--do", "check", "--rules", "number"})["findings"].empty());
  own["options"] = {{"min_confidence", 0.999}, {"pairs", false}};
  CHECK(answer(own, {"--do", "check", "--rules", "number"})["findings"].empty());
}

TEST_CASE("A record may name files", "[cli][batch]") {
  const test::ScratchFolder folder;
  const std::string source = folder.put("zh.txt", "他来了。\n");
  const std::string target = folder.put("en.txt", "He came.\n");
  const Json found = answer({{"id", "f"}, {"source_file", source}, {"target_file", target}});
  CHECK(found["beads"].size() == 1);
  const Json broken = answer({{"source_file", folder.put("broken.txt", "ok\n\xFFmore\n")},
                              {"target", "a"},
                              {"options", {{"encoding", "utf-8"}}}});
  CHECK_THAT(broken["error"]["message"].get<std::string>(), Contains("broken.txt"));
  CHECK_THAT(broken["error"]["message"].get<std::string>(), Contains("2"));
}

TEST_CASE("A bad record harms no other", "[cli][batch]") {
  const std::string good = kPair.dump() + '\n';
  const std::vector<std::string> bad = {
      "no JSON",
      "[1, 2]",
      "{\"id\": [[]], \"source\": \"a\", \"target\": \"b\"}",
      "{\"id\": \"x\", \"source\": \"a\"}",
      "{\"id\": \"x\", \"source\": 1, \"target\": \"b\"}",
      "{\"id\": \"x\", \"source\": \"a\", \"source_file\": \"a\", \"target\": \"b\"}",
      "{\"id\": \"x\", \"source_file\": \"/does/not/exist\", \"target\": \"b\"}",
      "{\"id\": \"x\", \"source\": \"a\", \"target\": \"b\", \"options\": {\"nope\": 1}}",
      "{\"id\": \"x\", \"source\": \"a\", \"target\": \"b\", \"options\": {\"encoding\": \"no\"}}",
      "{\"id\": \"x\", \"source\": \"a\", \"target\": \"b\", \"options\": [1]}",
      "{\"id\": 1.50, \"source\": \"a\", \"target\": \"b\"}",
      "{\"id\": 12345678901234567890123, \"source\": \"a\", \"target\": \"b\"}",
      "{\"id\": 1e999, \"source\": \"a\", \"target\": \"b\"}",
      "{\"id\": \"\xFF\"}",
      "",
      "{\"id\": \"x\", \"source\": \"a\", \"target\": \"b\", \"options\": {\"glossary\": \"-\"}}",
      "{\"id\":" + std::string(300'000, '[') + std::string(300'000, ']') +
          ", \"source\": \"a\", \"target\": \"b\", \"more\": 1}",
      "{\"id\": \"x\", \"options\":" + std::string(300'000, '[') + std::string(300'000, ']') + "}",
      std::string(100'000, '[')};
  for (const std::string& line : bad) {
    CAPTURE(line.substr(0, 100));
    const auto list = answers(good + line + '\n' + good);
    REQUIRE(list.size() == 3);
    CHECK(list[0] == list[2]);
    CHECK(list[0]["beads"].size() == 2);
    CHECK_FALSE(list[1]["error"]["message"].get<std::string>().empty());
    CHECK(list[1]["error"]["line"] == 2);
    const bool has_id = line.find("\"x\"") != std::string::npos;
    CHECK(list[1]["id"] == (has_id ? Json("x") : Json(nullptr)));
  }
  CHECK(test::run_tool({"batch", "--nope"}, "").exit_code == 2);
  CHECK(test::run_tool({"batch", "--glossary", "-"}, good).exit_code == 2);
  CHECK(test::run_tool({"batch", "--do", "nothing"}, "").exit_code == 2);
  CHECK(answers("").empty());
}

TEST_CASE("Answers come in the order of records, whatever the jobs", "[cli][batch]") {
  std::string lines;
  for (int k = 0; k < 200; ++k) {
    Json record = kPair;
    record["id"] = k;
    if (k % 7 == 0) {
      for (int n = 0; n < 6; ++n)
        record["source"] = record["source"].get<std::string>() + "他来了。";
    }
    if (k % 31 == 0) record.erase("target");
    lines += record.dump() + '\n';
  }
  std::string serial;
  const auto list = answers(lines, {"--jobs", "1"}, &serial);
  REQUIRE(list.size() == 200);
  for (int k = 0; k < 200; ++k) CHECK(list[static_cast<std::size_t>(k)]["id"] == k);
  for (const char* jobs : {"2", "7"}) {
    std::string parallel;
    answers(lines, {"--jobs", jobs}, &parallel);
    CHECK(parallel == serial);
  }
}

TEST_CASE("An answer does not wait for the next record", "[cli][batch]") {
  std::array<int, 2> in{};
  std::array<int, 2> out{};
  REQUIRE(::pipe(in.data()) == 0);
  REQUIRE(::pipe(out.data()) == 0);
  const pid_t child = ::fork();
  if (child == 0) {
    ::dup2(in[0], STDIN_FILENO);
    ::dup2(out[1], STDOUT_FILENO);
    for (const int each : {in[0], in[1], out[0], out[1]}) ::close(each);
    ::execl(DUIZHAO_TOOL, DUIZHAO_TOOL, "batch", "--jobs", "3", nullptr);
    ::_exit(127);
  }
  ::close(in[0]);
  ::close(out[1]);
  ::alarm(60);  // rather than hang
  for (int k = 0; k < 3; ++k) {
    const std::string line = kPair.dump() + '\n';
    REQUIRE(::write(in[1], line.data(), line.size()) == static_cast<ssize_t>(line.size()));
    std::string got;
    for (char c = 0; c != '\n';) {
      REQUIRE(::read(out[0], &c, 1) == 1);
      got += c;
    }
    CHECK(Json::parse(got)["beads"].size() == 2);
  }
  ::alarm(0);
  ::close(in[1]);
  int status = 0;
  ::waitpid(child, &status, 0);
  CHECK(WEXITSTATUS(status) == 0);
  ::close(out[0]);
}
