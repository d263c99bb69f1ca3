// Documents and sentences that users put together themselves.
#include <duizhao/document/document.hpp>

#include <catch2/catch.hpp>
#include <duizhao/duizhao.hpp>

using namespace duizhao;

TEST_CASE("A handle that was moved from is valid and empty", "[document]") {
  Document document = parse_document("一。二。", "text");
  SegmentedDocument segmented = Segmenter().segment(document);
  const Document taken = std::move(document);
  const SegmentedDocument taken_too = std::move(segmented);
  CHECK(taken.name() == "text");
  CHECK(taken_too.size() == 2);
  CHECK(document.name().empty());
  CHECK(document.blocks().empty());
  CHECK(document.line_of(0) == 1);
  CHECK(segmented.size() == 0);
  CHECK(segmented.document().bytes().empty());
  Lexicon lexicon = Lexicon::load_default();
  const Lexicon other = std::move(lexicon);
  CHECK_FALSE(other.empty());
  CHECK(lexicon.empty());
  CHECK(lexicon.english_for("水").empty());
}

TEST_CASE("Parts that do not fit together make no document", "[document]") {
  const auto fails = [](const Document::Parts& parts) { CHECK_THROWS_AS(Document(parts), Error); };
  fails({.bytes = "\xFF"});
  fails({.bytes = "text", .language = "klingon"});
  fails({.bytes = "text", .runs = {{{0, 5}}}});
  fails({.bytes = "text", .runs = {{{2, 4}}, {{0, 1}}}});
  fails({.bytes = "text", .blocks = {{.range = {0, 4}, .run_count = 1}}});
  fails({.bytes = "text", .blocks = {{.range = {0, 9}}}});
  CHECK_NOTHROW(Document({.bytes = "text", .language = "en", .runs = {{{0, 4}}}}));
  CHECK_THROWS_AS(parse_document("text", "name", {.language = "klingon"}), Error);
  CHECK_THROWS_AS(Aligner({}, {.source_language = "klingon"}), Error);
}

TEST_CASE("Sentences outside their blocks make no segmented document", "[segment]") {
  const Document document = parse_document("One. Two.\n\nThree.", "text");
  CHECK_THROWS_AS(SegmentedDocument(document, {{{0, 4}, 7}}), Error);
  CHECK_THROWS_AS(SegmentedDocument(document, {{{0, 4}, 1}}), Error);
  CHECK_THROWS_AS(SegmentedDocument(document, {{{5, 9}, 0}, {{0, 4}, 0}}), Error);
  CHECK_THROWS_AS(SegmentedDocument(document, {{{4, 2}, 0}}), Error);
  CHECK_NOTHROW(SegmentedDocument(document, {{{0, 4}, 0}, {{11, 17}, 1}}));
}

TEST_CASE("Sentences that the caller has cut stay as they are", "[segment]") {
  const std::vector<std::string> sentences = {"他来了。 然后", "", "two\nlines", "。"};
  const auto document = SegmentedDocument::from_sentences(sentences, "auto", "mine");
  REQUIRE(document.size() == sentences.size());
  for (std::size_t i = 0; i < sentences.size(); ++i) CHECK(document.text(i) == sentences[i]);
  CHECK(document.document().name() == "mine");
  CHECK(SegmentedDocument::from_sentences({}).size() == 0);
  CHECK(SegmentedDocument::from_sentences({"He came."}, "auto").block(0).language == "en");
  CHECK_THROWS_AS(SegmentedDocument::from_sentences({"\xC3"}), Error);
}

TEST_CASE("A range of a sentence's text leads back to the document's bytes", "[segment]") {
  const Document document =
      parse_document("AT&amp;T **is** big.", "text", {.format = InputFormat::markdown});
  const SegmentedDocument segmented = Segmenter().segment(document);
  REQUIRE(segmented.text(0) == "AT&T is big.");
  const auto bytes = [&](ByteRange seen) {
    const ByteRange range = segmented.in_document(0, seen);
    return document.bytes().substr(range.begin, range.size());
  };
  CHECK(bytes({5, 7}) == "is");
  CHECK(bytes({0, 4}) == "AT&amp;T");
  CHECK(bytes({8, 11}) == "big");
  CHECK(bytes({8, 99}) == "big.");
  CHECK(bytes({40, 50}).empty());
}

TEST_CASE("A lexicon is read from bytes as from a file", "[lexicon]") {
  const std::string path = std::string(DUIZHAO_SOURCE_FOLDER) + "/data/lexicon/zh-en.lexicon";
  const Lexicon mapped = Lexicon::load(path);
  const Lexicon copied = Lexicon::parse(read_file(path), "copy");
  CHECK(copied.size() == mapped.size());
  CHECK(copied.english_for("贡献者").front().word == mapped.english_for("贡献者").front().word);
  CHECK_THROWS_AS(Lexicon::parse("no lexicon", "copy"), Error);
  CHECK_THROWS_AS(Lexicon::parse("", "copy"), Error);
}

TEST_CASE("Groups are not reported with the tracer of other documents", "[collate]") {
  const Lexicon lexicon = Lexicon::load_default();
  const Tracer empty(lexicon, {});
  const std::vector<VariantGroup> groups = {{.variants = {{.document = 3, .range = {0, 9}}}}};
  const std::vector<GroupComparison> comparisons(1);
  CHECK_THROWS_AS(text_report(groups, comparisons, empty), Error);
  CHECK_THROWS_AS(to_json(groups, comparisons, empty), Error);
  CHECK_THROWS_AS(to_tei(groups, comparisons, empty), Error);
  CHECK_THROWS_AS(to_graphml(groups, comparisons, empty), Error);
  CHECK_THROWS_AS(to_html(groups, comparisons, empty), Error);
  CHECK_THROWS_AS(to_json({}, comparisons, empty), Error);
}
