// Groups and traces as JSON, TEI and GraphML, read by the libraries that others read them with.
#include <catch2/catch.hpp>
#include <duizhao/duizhao.hpp>
#include <map>
#include <nlohmann/json.hpp>
#include <pugixml.hpp>
#include <set>
#include <sstream>

namespace {

/// A few documents, one with characters that are hard on XML.
struct Sample {
  duizhao::Tracer tracer;
  std::vector<duizhao::VariantGroup> groups;
  std::vector<duizhao::GroupComparison> comparisons;

  static duizhao::Tracer make_tracer() {
    const duizhao::Segmenter segmenter;
    const auto text = [&](const std::string& bytes, const std::string& name) {
      return segmenter.segment(duizhao::parse_document(bytes, name));
    };
    return {
        duizhao::Lexicon::load_default(),
        {text("“创新需要自信，年轻人更有自信。”", "original.zh"),
         text("He said: “Innovation requires confidence & young people have more of it.”", "a&b"),
         text("She wrote: “Innovation <needs> confidence, and\x01 the young have more.”", "c")}};
  }

  Sample() : tracer(make_tracer()), groups(duizhao::find_groups(tracer)) {
    const duizhao::Comparer comparer(duizhao::Lexicon::load_default());
    for (const auto& group : groups) {
      comparisons.push_back(duizhao::compare_group(comparer, group, tracer));
    }
  }
};

}  // namespace

TEST_CASE("Groups are written as JSON that CollateX users know", "[formats][variants]") {
  const Sample sample;
  const auto json =
      nlohmann::json::parse(duizhao::to_json(sample.groups, sample.comparisons, sample.tracer));
  REQUIRE(json["groups"].size() == 1);
  const auto& group = json["groups"][0];
  CHECK(group["id"] == 1);
  CHECK(group["original"]["document"] == "original.zh");
  REQUIRE(group["variants"].size() == 2);
  CHECK(group["variants"][0]["siglum"] == "A");
  CHECK(group["variants"][0]["confidence"] >= 0.5);
  const auto& collation = group["collation"];
  CHECK(collation["witnesses"] == nlohmann::json({"A", "B"}));
  CHECK(collation["table"].size() == collation["kinds"].size());
  std::vector<std::string> rebuilt(2);
  for (const auto& row : collation["table"]) {
    REQUIRE(row.size() == 2);
    for (std::size_t w = 0; w < 2; ++w) {
      for (const auto& token : row[w]) {
        CHECK(token["n"].is_string());
        rebuilt[w] += token["t"].get<std::string>();
      }
    }
  }
  for (std::size_t w = 0; w < 2; ++w) CHECK(rebuilt[w] == group["variants"][w]["text"]);
  CHECK(group["scores"]["similarity"].size() == 2);
}

TEST_CASE("The TEI apparatus gives every witness back", "[formats][variants]") {
  const Sample sample;
  pugi::xml_document document;
  const std::string tei = duizhao::to_tei(sample.groups, sample.comparisons, sample.tracer);
  REQUIRE(document.load_buffer(tei.data(), tei.size()));
  const auto encoding =
      document.child("TEI").child("teiHeader").child("encodingDesc").child("variantEncoding");
  CHECK(std::string(encoding.attribute("method").value()) == "parallel-segmentation");
  const auto division = document.child("TEI").child("text").child("body").child("div");
  std::set<std::string> ids;
  for (const auto& witness : division.child("listWit").children("witness")) {
    ids.insert(witness.attribute("xml:id").value());
  }
  CHECK(ids == std::set<std::string>{"original.1", "A.1", "B.1"});
  CHECK(std::string(division.child("ab").child_value()) == sample.groups[0].original->text);
  // Each witness once in each app, and its readings in order are its text.
  std::vector<std::string> rebuilt(2);
  for (const auto& app : division.child("p").children("app")) {
    std::multiset<std::string> named;
    for (const auto& reading : app.children()) {
      std::istringstream witnesses(reading.attribute("wit").value());
      for (std::string witness; witnesses >> witness;) {
        named.insert(witness);
        rebuilt[witness == "#A.1" ? 0 : 1] += reading.child_value();
      }
    }
    CHECK(named == std::multiset<std::string>{"#A.1", "#B.1"});
  }
  for (std::size_t w = 0; w < 2; ++w) {
    std::string text = sample.comparisons[0].comparison.witnesses[w].text;
    const std::size_t control = text.find('\x01');  // no character of XML
    if (control != std::string::npos) text.replace(control, 1, "\uFFFD");
    CHECK(rebuilt[w] == text);
  }
  CHECK(tei.find('\x01') == std::string::npos);
}

TEST_CASE("The variant graph has a path for every witness", "[formats][variants]") {
  const Sample sample;
  pugi::xml_document document;
  const std::string graphml = duizhao::to_graphml(sample.groups, sample.comparisons, sample.tracer);
  REQUIRE(document.load_buffer(graphml.data(), graphml.size()));
  const auto graph = document.child("graphml").child("graph");
  CHECK(std::string(graph.attribute("edgedefault").value()) == "directed");
  std::map<std::string, std::string> next;  // along witness A
  std::set<std::string> nodes;
  for (const auto& node : graph.children("node")) nodes.insert(node.attribute("id").value());
  for (const auto& edge : graph.children("edge")) {
    CHECK(nodes.count(edge.attribute("source").value()) == 1);
    CHECK(nodes.count(edge.attribute("target").value()) == 1);
    if (std::string(edge.child_value("data")).find('A') != std::string::npos) {
      next[edge.attribute("source").value()] = edge.attribute("target").value();
    }
  }
  std::string at = "g1n0";
  std::size_t steps = 0;
  while (next.count(at) > 0 && steps < nodes.size()) {
    at = next[at];
    ++steps;
  }
  CHECK(steps > 3);
  CHECK(next.count(at) == 0);
}

TEST_CASE("No groups are written as none", "[formats][variants]") {
  const Sample sample;
  CHECK(duizhao::to_json({}, {}, sample.tracer) == "{\"groups\":[]}\n");
  pugi::xml_document document;
  CHECK(document.load_string(duizhao::to_tei({}, {}, sample.tracer).c_str()));
  CHECK(document.load_string(duizhao::to_graphml({}, {}, sample.tracer).c_str()));
}

TEST_CASE("Traces are a line of JSON each", "[formats][trace]") {
  const Sample sample;
  const auto article = duizhao::parse_document(
      "Two things.\n\n“Innovation requires confidence,” she said. “Young people have more.”\n",
      "article");
  const auto traces = sample.tracer.trace(duizhao::find_quotes(article));
  const auto line = nlohmann::json::parse(duizhao::to_jsonl(traces, article, sample.tracer));
  CHECK(line["quote"]["document"] == "article");
  CHECK(line["quote"]["line"] == 3);
  CHECK(line["quote"]["parts"].size() == 2);
  CHECK(line["quote"]["text"] == "Innovation requires confidence, Young people have more.");
  CHECK(line["status"] == "attested");
  CHECK(line["wording"] == "verbatim");  // what she says in two goes, in the passage's words
  CHECK(line["sentences"].size() == 1);
  CHECK(line["differences"].is_array());
  CHECK(line["matches"][0]["through"].is_string());
}
