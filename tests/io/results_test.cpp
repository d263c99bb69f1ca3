#include "duizhao/io/results.hpp"

#include <catch2/catch.hpp>
#include <duizhao/align/aligner.hpp>
#include <duizhao/document/read_document.hpp>
#include <nlohmann/json.hpp>
#include <sstream>

using namespace duizhao;
using Json = nlohmann::json;

namespace {

std::vector<std::string> lines_of(const std::string& text) {
  std::istringstream in(text);
  std::vector<std::string> lines;
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

Alignment example() {
  const Document source = parse_document("\xEF\xBB\xBF**梁：** 他走了。她*留*下了。\n", "zh.md");
  const Document target = parse_document("He\tleft. She stayed.\n", "en.txt");
  return Aligner(Lexicon::load_default()).align(source, target);
}

}  // namespace

TEST_CASE("JSON Lines of sentences have what the contract names", "[formats]") {
  const Document document = parse_document("# Head\n\n**Liang:** \"Yes.\" No.\n", "a.md");
  const auto lines = lines_of(to_jsonl(Segmenter().segment(document)));
  REQUIRE(lines.size() == 3);
  CHECK(Json::parse(lines[0]) == Json::parse(R"({"document":"a.md","block":0,"kind":"heading",
      "language":"en","speaker":null,"index":0,"begin":2,"end":6,"text":"Head"})"));
  CHECK(Json::parse(lines[1]) == Json::parse(R"({"document":"a.md","block":1,"kind":"paragraph",
      "language":"en","speaker":"Liang","index":1,"begin":19,"end":25,"text":"\"Yes.\""})"));
}

TEST_CASE("JSON Lines of beads have what the contract names", "[formats]") {
  const Alignment alignment = example();
  const auto lines = lines_of(to_jsonl(alignment));
  REQUIRE(lines.size() == 2);
  const Json bead = Json::parse(lines[1]);
  CHECK(bead["source"] ==
        Json::parse(R"([{"index":1,"begin":26,"end":43,"text":"她留下了。","block":0}])"));
  CHECK(bead["source_language"] == "zh");
  CHECK(bead["target"][0]["text"] == "She stayed.");
  CHECK(bead["locked"] == false);
  CHECK(bead["score"].is_number());
  CHECK(bead["confidence"] >= 0);
  CHECK(bead["confidence"] <= 1);
  CHECK_FALSE(bead.contains("target_document"));
  CHECK(Json::parse(lines_of(to_jsonl(alignment, {.name_target = true}))[0])["target_document"] ==
        "en.txt");
}

TEST_CASE("Tabs inside the text do not break a table", "[formats]") {
  const auto lines = lines_of(to_tsv(example()));
  REQUIRE(lines.size() == 3);
  CHECK(lines[0] == "source_indices\ttarget_indices\tconfidence\tscore\tsource\ttarget");
  for (const std::string& line : lines) CHECK(std::count(line.begin(), line.end(), '\t') == 5);
  CHECK_THAT(lines[1], Catch::EndsWith("他走了。\tHe left."));
}
