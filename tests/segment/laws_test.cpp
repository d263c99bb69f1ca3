#include <catch2/catch.hpp>
#include <duizhao/document/corpus.hpp>
#include <duizhao/document/read_document.hpp>
#include <duizhao/segment/segmenter.hpp>
#include <thread>

#include "support/random_text.hpp"
#include "text/enclosures.hpp"
#include "text/scripts.hpp"
#include "text/utf8.hpp"

using namespace duizhao;

namespace {

/// Sentences and gaps tile the document, and nothing that a reader sees lies in a gap inside a
/// block.
void check_laws(const SegmentedDocument& segmented) {
  const Document& document = segmented.document();
  std::string tiled;
  std::size_t end = 0;
  std::vector<std::string> by_block(document.blocks().size());
  for (std::size_t i = 0; i < segmented.size(); ++i) {
    const Sentence& sentence = segmented.sentences()[i];
    REQUIRE(sentence.range.begin >= end);
    REQUIRE(sentence.range.end >= sentence.range.begin);
    tiled += document.bytes().substr(end, sentence.range.begin - end);
    tiled += document.bytes().substr(sentence.range.begin, sentence.range.size());
    end = sentence.range.end;
    const Block& block = document.blocks()[sentence.block];
    REQUIRE(block.range.begin <= sentence.range.begin);
    REQUIRE(sentence.range.end <= block.range.end);
    if (block.kind != BlockKind::line) {
      REQUIRE_FALSE(sentence.range.empty());
      const std::string text = segmented.text(i);
      REQUIRE_FALSE(text.empty());
      REQUIRE_FALSE(text::is_space(text::decode(text, 0).value));
      REQUIRE_FALSE(text::is_space(text::decode_before(text, text.size()).value));
    }
    by_block[sentence.block] += segmented.text(i);
  }
  tiled += document.bytes().substr(end);
  REQUIRE(tiled == document.bytes());

  const auto without_space = [](const std::string& text) {
    std::string kept;
    for (std::size_t at = 0; at < text.size();) {
      const auto [code_point, size] = text::decode(text, at);
      if (!text::is_space(code_point)) kept += text.substr(at, size);
      at += size;
    }
    return kept;
  };
  for (std::size_t b = 0; b < document.blocks().size(); ++b) {
    const Block& block = document.blocks()[b];
    const bool opaque = block.kind == BlockKind::code || block.kind == BlockKind::formula;
    const std::string expected = opaque ? "" : document.text(block.range);
    REQUIRE(without_space(by_block[b]) == without_space(expected));
  }
}

}  // namespace

TEST_CASE("Sentences tile random documents and lose nothing", "[segment][law]") {
  const Segmenter segmenter;
  test::RandomText random(4);
  for (int round = 0; round < 1500; ++round) {
    for (const InputFormat format :
         {InputFormat::text, InputFormat::markdown, InputFormat::html, InputFormat::asciidoc,
          InputFormat::restructured_text, InputFormat::lines}) {
      const Document document = parse_document(random(80), "random", {.format = format});
      INFO(document.bytes());
      check_laws(segmenter.segment(document));
    }
  }
}

TEST_CASE("Sentences tile the interviews and lose nothing", "[segment][law]") {
  const Corpus corpus = Corpus::load(DUIZHAO_SOURCE_FOLDER "/data/interviews/manifest.json");
  const Segmenter segmenter;
  for (const CorpusEntry& entry : corpus.entries()) {
    check_laws(segmenter.segment(corpus.read(entry)));
  }
}

TEST_CASE("The nine passages have their sentences", "[segment]") {
  const Corpus corpus = Corpus::load(DUIZHAO_SOURCE_FOLDER "/data/interviews/manifest.json");
  const Segmenter segmenter;
  CHECK(segmenter.segment(corpus.read(*corpus.find("passages-zh"))).size() == 27);
  CHECK(segmenter.segment(corpus.read(*corpus.find("passages-en"))).size() == 32);
}

TEST_CASE("Lines are one sentence each", "[segment]") {
  const Document document =
      parse_document("One. Two.\n\n三。四。\n", "lines", {.format = InputFormat::lines});
  const SegmentedDocument segmented = Segmenter().segment(document);
  REQUIRE(segmented.size() == 3);
  CHECK(segmented.text(0) == "One. Two.");
  CHECK(segmented.text(1).empty());
  CHECK(segmented.text(2) == "三。四。");
}

TEST_CASE("Ranges are bytes of the document, markup included", "[segment]") {
  const std::string bytes = "**Liang:** We [won](http://a.b). **Yes &amp; no.**\n";
  const SegmentedDocument segmented = Segmenter().segment(parse_document(bytes, "test"));
  REQUIRE(segmented.size() == 2);
  const auto raw = [&](std::size_t i) {
    const ByteRange range = segmented.sentences()[i].range;
    return bytes.substr(range.begin, range.size());
  };
  CHECK(raw(0) == "We [won](http://a.b).");
  CHECK(segmented.text(0) == "We won.");
  CHECK(raw(1) == "Yes &amp; no.");
  CHECK(segmented.text(1) == "Yes & no.");
}

TEST_CASE("Quotations pair up", "[segment]") {
  const auto pairs = [](std::string_view text) {
    std::vector<std::string> inside;
    for (const auto& pair : text::find_enclosures(text)) {
      inside.emplace_back(text.substr(pair.inner, pair.close - pair.inner));
    }
    return inside;
  };
  using Texts = std::vector<std::string>;
  CHECK(pairs("a “b” c") == Texts{"b"});
  CHECK(pairs("“a ‘b’ c”") == Texts{"b", "a ‘b’ c"});
  CHECK(pairs("\"a” b “c\"") == Texts{"a", "c"});
  CHECK(pairs("it’s ‘a’") == Texts{"a"});
  CHECK(pairs("（一）《二》【三】「四」『五』") == Texts{"一", "二", "三", "四", "五"});
  CHECK(pairs("“open").empty());
  CHECK(pairs("close”").empty());
  CHECK(pairs("(a “b) c”") == Texts{"a “b"});
}

TEST_CASE("One segmenter serves many threads", "[segment][threads]") {
  const Segmenter segmenter;
  const std::string text = "他走了。“走吧！”他说。He left. She stayed.";
  const auto expected = segmenter.split(text, "zh");
  std::vector<std::thread> threads;
  std::vector<int> wrong(4, 0);
  for (std::size_t t = 0; t < wrong.size(); ++t) {
    threads.emplace_back([&, t] {
      for (int round = 0; round < 200; ++round) wrong[t] += segmenter.split(text, "zh") != expected;
    });
  }
  for (std::thread& thread : threads) thread.join();
  CHECK(wrong == std::vector<int>(4, 0));
}

TEST_CASE("A line of 100,000 marks is cut where sentences end", "[segment]") {
  const auto sentences = [](std::string_view piece) {
    std::string text = "x";
    for (int i = 0; i < 100'000; ++i) text += piece;
    return Segmenter().split(text, "zh").size();
  };
  CHECK(sentences("(“[《") == 1);
  CHECK(sentences(".)") == 1);
  CHECK(sentences("Ab.") > 0);
  CHECK(sentences("。”") > 0);
}
