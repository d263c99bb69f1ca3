#include "duizhao/document/read_document.hpp"

#include <catch2/catch.hpp>

#include "duizhao/text/error.hpp"
#include "support/random_text.hpp"

using namespace duizhao;

namespace {

Document read(std::string text, InputFormat format = InputFormat::automatic) {
  return parse_document(std::move(text), "test", {.format = format});
}

struct Seen {
  BlockKind kind;
  std::string text;
  std::string speaker;

  friend bool operator==(const Seen&, const Seen&) = default;
  friend std::ostream& operator<<(std::ostream& out, const Seen& seen) {
    return out << name_of(seen.kind) << " <" << seen.speaker << "> " << seen.text;
  }
};

std::vector<Seen> seen(const Document& document) {
  std::vector<Seen> blocks;
  for (const Block& block : document.blocks()) {
    blocks.push_back({block.kind, document.text(block.range), block.speaker});
  }
  return blocks;
}

std::vector<Seen> paragraphs(const std::vector<std::string>& texts) {
  std::vector<Seen> blocks;
  for (const std::string& text : texts) blocks.push_back({BlockKind::paragraph, text, ""});
  return blocks;
}

}  // namespace

TEST_CASE("Plain text has a paragraph a line", "[document]") {
  CHECK(seen(read("One.\n\nTwo.\nThree.\n")) == paragraphs({"One.", "Two.", "Three."}));
  CHECK(seen(read("  indented \r\n\r\nnext")) == paragraphs({"indented", "next"}));
  CHECK(seen(read("")).empty());
  CHECK(seen(read("\n \n\t\n")).empty());
}

TEST_CASE("Rules set paragraphs apart in plain text", "[document]") {
  CHECK(seen(read("One. Here.\n\n* * *\n\n***\n---\n◆◆◆\n\nDone.")) ==
        paragraphs({"One. Here.", "Done."}));
}

TEST_CASE("A word that is cut at the end of a line is one word", "[document]") {
  CHECK(seen(read("The old cat sat qui-\netly there.")) ==
        paragraphs({"The old cat sat qui-etly there."}));
  CHECK(seen(read("A well-\nknown harbour.")) == paragraphs({"A well-known harbour."}));
  // Not a list, a dash, or a name.
  CHECK(seen(read("Bread -\nand butter")).size() == 2);
  CHECK(seen(read("Jean-\nPaul")).size() == 2);
}

TEST_CASE("Wrapped lines are one paragraph", "[document]") {
  const std::string wrapped =
      "It is a truth that a paragraph in a plain text file is often\n"
      "wrapped, so that each of its lines but the last one is as full\n"
      "as it can be.\n";
  CHECK(seen(read(wrapped)) ==
        paragraphs({"It is a truth that a paragraph in a plain text file is often wrapped, so that "
                    "each of its lines but the last one is as full as it can be."}));
  const std::string chinese =
      "创新需要尽可能少的干预和管理，让每个人有自由发挥的空间和试\n"
      "错机会。\n";
  CHECK(seen(read(chinese)) ==
        paragraphs({"创新需要尽可能少的干预和管理，让每个人有自由发挥的空间和试错机会。"}));
  const std::string separate = "Author: Editors Desk\nFebruary 2, 2025\n";
  CHECK(read(separate).blocks().size() == 2);
}

TEST_CASE("List marks are structure in plain text", "[document]") {
  const auto blocks =
      seen(read("Quotes:\n\n  1. First\n  2. Second\n  • Third\n- Fourth\n3、第五\n"));
  REQUIRE(blocks.size() == 6);
  CHECK(blocks[1] == Seen{BlockKind::list_item, "First", ""});
  CHECK(blocks[3] == Seen{BlockKind::list_item, "Third", ""});
  CHECK(blocks[4] == Seen{BlockKind::list_item, "Fourth", ""});
  CHECK(blocks[5] == Seen{BlockKind::list_item, "第五", ""});
  CHECK(seen(read("2015. Then he left")) == paragraphs({"2015. Then he left"}));
  CHECK(seen(read("-5 degrees")) == paragraphs({"-5 degrees"}));
}

TEST_CASE("Markdown is read without its marks", "[document]") {
  const auto blocks = seen(
      read("---\ntitle: x\n---\n# Head *one*\n\nA [link](http://a.b) and **bold** `code`.\n"
           "Next line &amp; more<br>after\n\n> Quoted\n\n- item\n\n![alt](p.png)\n<img src=\"x\">\n"
           "```\ncode line\n```\n"));
  const std::vector<Seen> expected = {
      {BlockKind::heading, "x", ""},
      {BlockKind::heading, "Head one", ""},
      {BlockKind::paragraph, "A link and bold code. Next line & more", ""},
      {BlockKind::paragraph, "after", ""},
      {BlockKind::blockquote, "Quoted", ""},
      {BlockKind::list_item, "item", ""},
      {BlockKind::code, "code line", ""}};
  CHECK(blocks == expected);
}

TEST_CASE("HTML inside Markdown is hidden with comments and scripts", "[document]") {
  const auto blocks = seen(read(
      "**a** <!-- not\n\nseen --> b\n\n<script>\nvar x;\n\nvar y;\n</script>\n\n<div>c</div>d\n",
      InputFormat::markdown));
  CHECK(blocks == paragraphs({"a  b", "c", "d"}));
}

TEST_CASE("Two rules are no front matter", "[document]") {
  CHECK(seen(read("---\nHello there. Bye.\n---\nMore text.\n", InputFormat::markdown)).size() >= 2);
  CHECK(seen(read("+++\ndraft = true\n+++\nText.\n", InputFormat::markdown)) ==
        paragraphs({"Text."}));
}

TEST_CASE("Code keeps what looks like a comment", "[document]") {
  CHECK(seen(read("a `<!--` b\n\nsecond\n\nc `-->` d\n", InputFormat::markdown)) ==
        paragraphs({"a <!-- b", "second", "c --> d"}));
  CHECK(seen(read("The <scripture>read</scripture>.\n", InputFormat::markdown)) ==
        paragraphs({"The read."}));
}

TEST_CASE("Marks of which nothing comes make no blocks", "[document]") {
  for (const char* piece : {"\\* ", "*a ", "`a ", " <b>", ">", "[a](b) `c` ", "<!-- ", "**a"}) {
    INFO(piece);
    std::string text;
    for (int i = 0; i < 50'000; ++i) text += piece;
    CHECK(read(text, InputFormat::markdown).blocks().size() <= 1);
  }
}

TEST_CASE("Tables give a block a cell", "[document]") {
  const auto blocks = seen(read("| a | **b** |\n|---|---|\n| 一 | two |\n"));
  REQUIRE(blocks.size() == 4);
  CHECK(blocks[3] == Seen{BlockKind::table_cell, "two", ""});
}

TEST_CASE("Stars that CommonMark takes for text are marks", "[document]") {
  CHECK(seen(read("**Waves:** making**?**\n")) ==
        std::vector<Seen>{{BlockKind::paragraph, "making?", "Waves"}});
  CHECK(seen(read("**暗涌：**你好吗？\n")) ==
        std::vector<Seen>{{BlockKind::paragraph, "你好吗？", "暗涌"}});
}

TEST_CASE("Lines are kept as they are", "[document]") {
  const Document document = read("One. Two.\n\n  三 \r\n# four\n", InputFormat::lines);
  const std::vector<Seen> expected = {{BlockKind::line, "One. Two.", ""},
                                      {BlockKind::line, "", ""},
                                      {BlockKind::line, "  三 ", ""},
                                      {BlockKind::line, "# four", ""}};
  CHECK(seen(document) == expected);
  CHECK(read("\n\n", InputFormat::lines).blocks().size() == 2);
}

TEST_CASE("The layout is told from the content", "[document]") {
  CHECK(detect_format("Just text.\nMore of it.\n") == InputFormat::text);
  CHECK(detect_format("---\ntitle: x\n---\ntext") == InputFormat::markdown);
  CHECK(detect_format("text\n\n## Heading\n") == InputFormat::markdown);
  CHECK(detect_format("see [this](http://x)") == InputFormat::markdown);
  CHECK(detect_format("| a | b |\n|---|---|\n| c | d |\n") == InputFormat::markdown);
  CHECK(detect_format("<b>Waves:</b> Why?\n") == InputFormat::markdown);
  std::string items;
  for (int i = 0; i < 10; ++i) items += "- an item\n";
  CHECK(detect_format(items) == InputFormat::text);
  CHECK(detect_format("2 ** 3 is eight ** more") == InputFormat::text);
  std::string lines;
  for (int i = 0; i < 10; ++i) lines += "A sentence of its own.\n";
  CHECK(detect_format(lines) == InputFormat::lines);
  CHECK(detect_format(lines + "\n" + lines) == InputFormat::text);
  std::string paragraphs;
  for (int i = 0; i < 10; ++i) paragraphs += "他走了。她也走了。\n";
  CHECK(detect_format(paragraphs) == InputFormat::text);
  std::string turns;
  for (int i = 0; i < 5; ++i) turns += "暗涌：为什么？\n梁文锋：不知道。\n";
  CHECK(detect_format(turns) == InputFormat::text);
}

TEST_CASE("A byte-order mark counts and is not seen", "[document]") {
  const Document document = read(
      "\xEF\xBB\xBF"
      "Hello.");
  REQUIRE(document.blocks().size() == 1);
  CHECK(document.blocks()[0].range == ByteRange{3, 9});
}

TEST_CASE("Blocks and documents have languages", "[document]") {
  const Document both = read("「人类智能。」\n\n“Human intelligence, in many words.”\n\n2024\n");
  REQUIRE(both.blocks().size() == 3);
  CHECK(both.language() == "en");
  CHECK(both.blocks()[0].language == "zh");
  CHECK(both.blocks()[2].language == "en");
  const Document french = parse_document("Il est parti.\n\n中文。\n", "fr", {.language = "fr"});
  CHECK(french.language() == "fr");
  CHECK(french.blocks()[0].language == "fr");
  CHECK(french.blocks()[1].language == "zh");
}

TEST_CASE("Names in Latin letters are at home in Chinese", "[document]") {
  const Document document = read("你们的目标是什么，为什么？\n\nAGI。\n\nOpenAI？\n\n因为好奇。\n");
  for (const Block& block : document.blocks()) CHECK(block.language == "zh");
  const Document entities = read("你好&nbsp;&nbsp;&nbsp;&nbsp;吗 **x**\n");
  CHECK(entities.language() == "zh");
}

TEST_CASE("Undecodable bytes are errors with line and byte", "[document]") {
  try {
    read("ok\nbad \xFF");
    FAIL("no error");
  } catch (const Error& error) {
    CHECK(error.code() == ErrorCode::decoding);
    CHECK(error.place().line == 2U);
    CHECK(error.place().byte == 7U);
  }
}

TEST_CASE("NUL bytes are text", "[document]") {
  const Document document = read(std::string("a\0b.", 4));
  REQUIRE(document.blocks().size() == 1);
  CHECK(document.text(document.blocks()[0].range) == std::string("a\0b.", 4));
}

TEST_CASE("Runs and blocks are in order, disjoint and inside the document", "[document]") {
  test::RandomText random(2);
  for (const InputFormat format :
       {InputFormat::text, InputFormat::markdown, InputFormat::lines, InputFormat::automatic}) {
    for (int round = 0; round < 400; ++round) {
      const Document document = read(random(60), format);
      std::size_t end = 0;
      for (const TextRun& run : document.runs()) {
        REQUIRE(run.range.begin >= end);
        REQUIRE(run.range.end >= run.range.begin);
        end = run.range.end;
      }
      REQUIRE(end <= document.bytes().size());
      std::size_t next_run = 0;
      for (const Block& block : document.blocks()) {
        REQUIRE(block.first_run == next_run);
        REQUIRE(block.run_count > 0);
        next_run += block.run_count;
        REQUIRE(block.range.begin == document.runs(block).front().range.begin);
        REQUIRE(block.range.end == document.runs(block).back().range.end);
      }
      REQUIRE(next_run == document.runs().size());
    }
  }
}

TEST_CASE("Plain text shows every character that is no mark", "[document]") {
  test::RandomText random(3);
  for (int round = 0; round < 300; ++round) {
    std::string text = random(40);
    const Document document = read(text, InputFormat::lines);
    std::string joined;
    for (const Block& block : document.blocks()) joined += document.text(block.range);
    std::erase_if(text, [](char c) { return c == '\n' || c == '\r'; });
    std::erase_if(joined, [](char c) { return c == '\r'; });
    REQUIRE(joined == text);
  }
}
