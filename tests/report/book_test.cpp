// Books of a text and its translation.
#include <duizhao/align/aligner.hpp>
#include <duizhao/document/read_document.hpp>
#include <duizhao/report/book.hpp>

#include <catch2/catch.hpp>
#include <pugixml.hpp>

#include "text/archive.hpp"

using namespace duizhao;
using Catch::Contains;

namespace {

Alignment aligned() {
  const Aligner aligner(Lexicon::load_default());
  return aligner.align(
      parse_document("# 第一章\n\n他来了。他说：“你好 & 再见。”\n\n# 第二章\n\n价格下降了。\n",
                     "zh"),
      parse_document("# Chapter One\n\nHe came. He said: “Hello & goodbye.”\n\n# Chapter Two\n\n"
                     "The price fell.\n",
                     "en"));
}

}  // namespace

TEST_CASE("A book has each paragraph and what it became", "[book]") {
  const std::string page = to_book(aligned(), "书 <1>");
  CHECK_THAT(page, Contains("<title>书 &lt;1&gt;</title>"));
  CHECK_THAT(page,
             Contains("<p class=\"source\" lang=\"zh\" xml:lang=\"zh\">他来了。他说：“你好 &amp; "
                      "再见。”</p>\n<p class=\"target\" lang=\"en\" xml:lang=\"en\">He came. He "
                      "said: “Hello &amp; goodbye.”</p>"));
  CHECK_THAT(page, Contains(">Chapter Two</h2>"));
}

TEST_CASE("An EPUB is read again, and its parts are XML", "[book]") {
  const std::string bytes = to_epub(aligned(), "书");
  CHECK(bytes == to_epub(aligned(), "书"));
  CHECK(bytes.substr(30, 28) == "mimetypeapplication/epub+zip");
  const text::Archive archive(bytes, "book");
  for (const char* part : {"META-INF/container.xml", "book/package.opf", "book/nav.xhtml",
                           "book/chapter-0001.xhtml", "book/chapter-0002.xhtml"}) {
    CAPTURE(part);
    pugi::xml_document xml;
    CHECK(xml.load_string(archive.read(part).c_str()));
  }
  CHECK_FALSE(archive.contains("book/chapter-0003.xhtml"));
  const Document again = parse_document(bytes, "book");
  REQUIRE(again.blocks().size() == 8);
  CHECK(again.text(again.blocks()[0].range) == "第一章");
  CHECK(again.text(again.blocks()[3].range) == "He came. He said: “Hello & goodbye.”");
}

TEST_CASE("A book of one bilingual text tells its languages and paragraphs apart", "[book]") {
  const Aligner aligner(Lexicon::load_default());
  const SegmentedDocument text = aligner.segment(
      parse_document("Only here.\n\nAnd here.\n\n他来了。他走了。\n\nHe came. He left.\n\n"
                     "价格下降了。\n\nThe price fell.\n",
                     "both"));
  REQUIRE(text.size() == 8);
  const auto bead = [](std::vector<std::size_t> source, std::vector<std::size_t> target) {
    return Bead{std::move(source), std::move(target), 0, 1, false, {}};
  };
  const Alignment alignment(
      text, text,
      {bead({}, {0}), bead({}, {1}), bead({2}, {4}), bead({3}, {}), bead({}, {5}), bead({6}, {7})});
  const std::string page = to_book(alignment, "both");
  CHECK_THAT(page, Contains("lang=\"en\" xml:lang=\"en\">Only here.</p>\n</div>"));
  CHECK_THAT(page, Contains("lang=\"zh\" xml:lang=\"zh\">他来了。他走了。</p>\n<p class=\"target\" "
                            "lang=\"en\" xml:lang=\"en\">He came. He left.</p>"));
}

TEST_CASE("Nothing at all is an empty book", "[book]") {
  CHECK_FALSE(to_epub(Alignment(), "").empty());
  CHECK_FALSE(to_book(Alignment(), "").empty());
}
