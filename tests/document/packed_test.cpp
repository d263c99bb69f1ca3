// Books and office documents: archives of XML.
#include <catch2/catch.hpp>
#include <duizhao/document/read_document.hpp>
#include <duizhao/segment/segmenter.hpp>
#include <duizhao/text/error.hpp>

#include "text/archive.hpp"

using namespace duizhao;
using Catch::Contains;

namespace {

using Texts = std::vector<std::string>;
using Entries = std::vector<text::ArchiveEntry>;

SegmentedDocument cut(const std::string& bytes) {
  static const Segmenter segmenter;
  return segmenter.segment(parse_document(bytes, "book"));
}

Texts sentences(const std::string& bytes) {
  const SegmentedDocument document = cut(bytes);
  Texts list;
  for (std::size_t i = 0; i < document.size(); ++i) list.push_back(document.text(i));
  return list;
}

std::string page(const std::string& body) {
  return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<html xmlns=\"http://www.w3.org/1999/xhtml\">"
         "<head><title/></head><body>" +
         body + "</body></html>";
}

Entries book(const std::string& first, const std::string& second) {
  return {{"mimetype", "application/epub+zip"},
          {"META-INF/container.xml",
           "<container xmlns=\"urn:oasis:names:tc:opendocument:xmlns:container\"><rootfiles>"
           "<rootfile full-path=\"OEBPS/book.opf\"/></rootfiles></container>"},
          {"OEBPS/book.opf",
           "<package xmlns=\"http://www.idpf.org/2007/opf\"><manifest>"
           "<item id=\"n\" href=\"nav.xhtml\" media-type=\"application/xhtml+xml\" "
           "properties=\"nav\"/>"
           "<item id=\"b\" href=\"text/two%20b.xhtml\" media-type=\"application/xhtml+xml\"/>"
           "<item id=\"a\" href=\"one.xhtml\" media-type=\"application/xhtml+xml\"/>"
           "<item id=\"c\" href=\"style.css\" media-type=\"text/css\"/></manifest>"
           "<spine><itemref idref=\"a\"/><itemref idref=\"b\"/></spine></package>"},
          {"OEBPS/nav.xhtml", page("<p>Contents.</p>")},
          {"OEBPS/text/two b.xhtml", page(second)},
          {"OEBPS/one.xhtml", page(first)}};
}

const std::string kWord =
    "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";

std::string run(const std::string& text, const std::string& properties = {}) {
  return "<w:r><w:rPr>" + properties + "</w:rPr><w:t>" + text + "</w:t></w:r>";
}

std::string paragraph(const std::string& runs, const std::string& properties = {}) {
  return "<w:p><w:pPr>" + properties + "</w:pPr>" + runs + "</w:p>";
}

Entries document(const std::string& body) {
  return {
      {"word/document.xml", "<w:document " + kWord + "><w:body>" + body + "</w:body></w:document>"},
      {"word/styles.xml",
       "<w:styles " + kWord +
           "><w:style w:styleId=\"1\"><w:name w:val=\"heading 1\"/></w:style></w:styles>"}};
}

/// An archive that says of every entry that it has a password: bit 0 of the flags, in its own
/// header and in the directory.
std::string with_password(std::string archive) {
  using namespace std::string_literals;
  for (const auto& [header, flags] : {std::pair("PK\x03\x04"s, 6), std::pair("PK\x01\x02"s, 8)}) {
    for (std::size_t at = archive.find(header); at != std::string::npos;
         at = archive.find(header, at + 1)) {
      archive[at + static_cast<std::size_t>(flags)] |= 1;
    }
  }
  return archive;
}

/// The message of what cannot be read.
std::string refusal(const std::string& bytes, InputFormat format = InputFormat::automatic) {
  try {
    parse_document(bytes, "book", {.format = format});
  } catch (const Error& error) {
    CHECK(error.code() == ErrorCode::format);
    return error.what();
  }
  return {};
}

}  // namespace

TEST_CASE("A book is read in the order of its spine", "[packed]") {
  const SegmentedDocument read = cut(
      text::pack(book("<h1>第一章</h1><a id=\"x\"/><p>他来了。</p><aside>旁注。</aside>",
                      "<h1>Two</h1><p>He left.<a href=\"#n1\" role=\"doc-noteref\">1</a></p>")));
  REQUIRE(read.size() == 5);
  CHECK(read.text(0) == "第一章");
  CHECK(read.block(0).kind == BlockKind::heading);
  CHECK(read.text(1) == "他来了。");
  CHECK(read.text(2) == "旁注。");
  CHECK(read.text(3) == "Two");
  CHECK(read.text(4) == "He left.");
  const ByteRange range = read.sentences()[1].range;
  CHECK(read.document().bytes().substr(range.begin, range.size()) == "他来了。");
}

TEST_CASE("Readings of ruby are no text", "[packed]") {
  CHECK(sentences(text::pack(book("<p>Use &lt;br/> here.</p>", "<p>End.</p>"))) ==
        Texts{"Use <br/> here.", "End."});
  CHECK(sentences(text::pack(book("<p><ruby>漢<rp>(</rp><rt>kan</rt><rp>)</rp></ruby>字。</p>",
                                  "<p>End.</p>"))) == Texts{"漢字。", "End."});
}

TEST_CASE("A document of Word is its paragraphs", "[packed]") {
  const SegmentedDocument read = cut(text::pack(
      document(paragraph(run("标题"), "<w:pStyle w:val=\"1\"/>") +
               paragraph(run("他说 &amp; ") + run("走了。", "<w:b/>")) +
               paragraph(run("一项"), "<w:numPr/>") + "<w:tbl><w:tr><w:tc>" + paragraph(run("甲")) +
               "</w:tc><w:tc>" + paragraph(run("乙")) + "</w:tc></w:tr></w:tbl>")));
  REQUIRE(read.size() == 5);
  CHECK(read.text(0) == "标题");
  CHECK(read.block(0).kind == BlockKind::heading);
  CHECK(read.text(1) == "他说 & 走了。");
  CHECK(read.block(2).kind == BlockKind::list_item);
  CHECK(read.block(3).kind == BlockKind::table_cell);
  CHECK(read.text(4) == "乙");
}

TEST_CASE("What was deleted, moved or hidden in Word is no text", "[packed]") {
  const std::string body = paragraph(
      run("Kept") + "<w:del><w:r><w:delText> gone</w:delText></w:r></w:del>" + "<w:moveFrom>" +
      run(" moved") + "</w:moveFrom>" + "<w:ins>" + run(" new") + "</w:ins>" +
      run(" hidden", "<w:vanish/>") + run(" shown", "<w:vanish w:val=\"0\"/>") +
      "<w:r><w:tab/><w:instrText>PAGE</w:instrText><w:t>end.</w:t></w:r>");
  CHECK(sentences(text::pack(document(body))) == Texts{"Kept new shown end."});
}

TEST_CASE("Raised figures of Word are notes or exponents", "[packed]") {
  const std::string raised = "<w:vertAlign w:val=\"superscript\"/>";
  const std::string body =
      paragraph(run("It has 5 km") + run("2", raised) + run(" of land.") + run("7", raised));
  CHECK(sentences(text::pack(document(body))) == Texts{"It has 5 km² of land."});
}

TEST_CASE("How Word's text was formatted before does not count", "[packed]") {
  const std::string former = "<w:rPrChange><w:rPr><w:vanish/></w:rPr></w:rPrChange>";
  CHECK(sentences(text::pack(document(
            paragraph(run("Seen now.", former),
                      "<w:pPrChange><w:pPr><w:pStyle w:val=\"1\"/></w:pPr></w:pPrChange>")))) ==
        Texts{"Seen now."});
}

TEST_CASE("What stands behind a raised figure of Word tells what it is", "[packed]") {
  const std::string raised = "<w:vertAlign w:val=\"superscript\"/>";
  CHECK(sentences(text::pack(document(paragraph(run("(x+1)") + run("2", raised) + run(" + (y+1)") +
                                                run("2", raised) + run(" = 25."))))) ==
        Texts{"(x+1)² + (y+1)² = 25."});
}

TEST_CASE("A box in a heading of Word leaves it a heading", "[packed]") {
  const SegmentedDocument read = cut(text::pack(
      document(paragraph(run("Begins") + "<w:r><w:txbxContent>" + paragraph(run("Box.")) +
                             "</w:txbxContent></w:r>" + run("goes on"),
                         "<w:pStyle w:val=\"1\"/>"))));
  REQUIRE(read.size() == 3);
  CHECK(read.block(1).kind == BlockKind::paragraph);
  CHECK(read.block(2).kind == BlockKind::heading);
}

TEST_CASE("Notes of Word follow its body", "[packed]") {
  Entries entries = document(paragraph(run("Body.")));
  entries.push_back(
      {"word/footnotes.xml", "<w:footnotes " + kWord + "><w:footnote w:type=\"separator\">" +
                                 paragraph(run("---")) + "</w:footnote><w:footnote>" +
                                 paragraph(run("Note.")) + "</w:footnote></w:footnotes>"});
  CHECK(sentences(text::pack(entries)) == Texts{"Body.", "Note."});
}

TEST_CASE("Archives that are broken, hostile or of others are refused", "[packed]") {
  const std::string good = text::pack(document(paragraph(run("Body."))));
  CHECK_THAT(refusal(good.substr(0, good.size() / 2)), Contains("ZIP"));
  CHECK_THAT(refusal(text::pack({{"a.txt", "a"}})), Contains("EPUB or DOCX"));
  CHECK_THAT(refusal(good, InputFormat::epub), Contains("EPUB or DOCX"));
  CHECK_THAT(refusal("no archive", InputFormat::docx), Contains("ZIP"));
  CHECK_THAT(refusal(text::pack({{"../word/document.xml", "<a/>"}})), Contains("../word"));
  CHECK_THAT(refusal(text::pack({{"/word/document.xml", "<a/>"}})), Contains("inside"));
  CHECK_THAT(refusal(with_password(good)), Contains("password"));
  CHECK_THAT(refusal(text::pack(document("<w:p>"))), Contains("word/document.xml"));
  const std::string bomb(32 << 20, ' ');
  CHECK_THAT(refusal(text::pack({{"mimetype", ""}, {"word/document.xml", bomb}})),
             Contains("256 MiB"));
  std::string damaged = good;
  const std::size_t name = damaged.find("word/document.xml");
  damaged[name + 25] = static_cast<char>(damaged[name + 25] ^ 0x55);
  CHECK_FALSE(refusal(damaged).empty());

  Entries incomplete = book("<p>a</p>", "<p>b</p>");
  incomplete.pop_back();
  CHECK_THAT(refusal(text::pack(incomplete)), Contains("OEBPS/one.xhtml"));
  Entries locked = book("<p>a</p>", "<p>b</p>");
  locked.push_back({"META-INF/encryption.xml",
                    "<encryption><CipherReference URI=\"OEBPS/one.xhtml\"/></encryption>"});
  CHECK_THAT(refusal(text::pack(locked)), Contains("encrypted"));
}

TEST_CASE("What is no text is refused with advice", "[packed]") {
  CHECK_THAT(refusal("%PDF-1.7\n"), Contains("pdftotext"));
  CHECK_THAT(refusal("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"), Contains("DOCX"));
}
