#include <catch2/catch.hpp>

#include "duizhao/document/read_document.hpp"
#include "duizhao/segment/segmenter.hpp"
#include "duizhao/text/error.hpp"
#include "support/random_text.hpp"

using namespace duizhao;

namespace {

Document read(std::string html) {
  return parse_document(std::move(html), "page", {.format = InputFormat::html});
}

/// Blocks as "kind: text".
std::vector<std::string> blocks(const Document& document) {
  std::vector<std::string> list;
  for (const Block& block : document.blocks()) {
    list.push_back(std::string(name_of(block.kind)) + ": " + document.text(block.range));
  }
  return list;
}

using Blocks = std::vector<std::string>;

const std::string kPage = R"(<!DOCTYPE html>
<html><head><title>Site | Story</title><script>var a = "<p>no</p>";</script>
<style>p { color: red }</style></head>
<body class="post-template">
<header class="site-header"><nav><ul><li><a href="/">Home</a></li><li><a href="/x">News</a></li></ul></nav></header>
<div id="page"><h1>The story of an interview</h1>
<div class="article-content">
<p>By a reporter</p>
<p>DeepSeek is the quietest power house among the seven&nbsp;start-ups, and <b>it</b> likes
   to be so &mdash; says Liang.</p>
<h2>The gap</h2>
<blockquote><p>“The gap is between originality and imitation, and nothing else.”</p></blockquote>
<ul><li>First point of the list, long enough</li><li>Second point of it</li></ul>
<script>track();</script>
<p>创新需要尽可能少的干预和管理，让每个人有自由发挥的空间。<br>下一行。</p>
<div class="share"><a href="#">Share this on every network that there is</a></div>
</div>
<aside><p>Subscribe to our newsletter, it is the best of all the newsletters.</p></aside>
<div class="related-posts"><p><a href="/1">Another story that you may want to read</a></p></div>
<div class="comments"><p>I have something to say about this article, too.</p></div>
</div>
<footer><p>Copyright by the site. All rights reserved by the site and its owners.</p></footer>
</body></html>)";

}  // namespace

TEST_CASE("The article is found in a page", "[html]") {
  CHECK(blocks(read(kPage)) ==
        Blocks{
            "heading: The story of an interview", "paragraph: By a reporter",
            "paragraph: DeepSeek is the quietest power house among the seven\xC2\xA0start-ups, and "
            "it likes to be so — says Liang.",
            "heading: The gap",
            "blockquote: “The gap is between originality and imitation, and nothing else.”",
            "list_item: First point of the list, long enough", "list_item: Second point of it",
            "paragraph: 创新需要尽可能少的干预和管理，让每个人有自由发挥的空间。",
            "paragraph: 下一行。"});
}

TEST_CASE("Pages are told from Markdown by their beginning", "[html]") {
  CHECK(detect_format(kPage) == InputFormat::html);
  CHECK(detect_format("<!-- a --><?xml version=\"1.0\"?>\n<HTML>x") == InputFormat::html);
  CHECK(detect_format("<div><p>One.</p></div>") == InputFormat::html);
  CHECK(detect_format("<div align=center>\n\n# Head\n\n</div>") == InputFormat::markdown);
  CHECK(detect_format("a < b and <p> is a tag") == InputFormat::text);
}

TEST_CASE("Ranges are bytes of the page", "[html]") {
  const std::string html = "<p>One &amp; <i>two</i>.</p><p>Three.</p>";
  const SegmentedDocument sentences = Segmenter().segment(read(html));
  REQUIRE(sentences.size() == 2);
  const ByteRange range = sentences.sentences()[0].range;
  CHECK(html.substr(range.begin, range.size()) == "One &amp; <i>two</i>.");
  CHECK(sentences.text(0) == "One & two.");
}

TEST_CASE("Turns are found in pages", "[html]") {
  const Document document =
      read("<p><strong>暗涌：</strong>为什么？</p><p><b>梁文锋：</b>因为。</p>");
  REQUIRE(document.blocks().size() == 2);
  CHECK(document.blocks()[0].speaker == "暗涌");
  CHECK(document.blocks()[1].speaker == "梁文锋");
  CHECK(document.text(document.blocks()[1].range) == "因为。");
}

TEST_CASE("Broken pages are read as browsers do", "[html]") {
  CHECK(blocks(read("<p>One <b>two<p>three</b> four")) ==
        Blocks{"paragraph: One two", "paragraph: three four"});
  CHECK(blocks(read("<div>a</p>b</div></div></span>c")) ==
        Blocks{"paragraph: a", "paragraph: b", "paragraph: c"});
  CHECK(blocks(read("<table>x<tr><td>cell</table>")).size() >= 1);
  CHECK(blocks(read("")).empty());
  CHECK(blocks(read("plain & simple < text")) == Blocks{"paragraph: plain & simple < text"});
  CHECK(blocks(read("<p>&unknown; &#8212; &#x4e2d; &amp without end")) ==
        Blocks{"paragraph: &unknown; — 中 &amp without end"});
  CHECK(blocks(read("<html><body><p>One.</p>\n</body></html>")) == Blocks{"paragraph: One."});
  CHECK(blocks(read("<p>One.</p>\n</div>\n<p>Two.</p>")) ==
        Blocks{"paragraph: One.", "paragraph: Two."});
  CHECK(blocks(read("<nav>Menu<p>One.</p><p>Two.</p></body></html>")) ==
        Blocks{"paragraph: Menu", "paragraph: One.", "paragraph: Two."});
  CHECK(blocks(read("<pre>one\ntwo</pre>")) == Blocks{"paragraph: one", "paragraph: two"});
  CHECK(blocks(read("<pre>one = f(1);\n  two(one);</pre>")) ==
        Blocks{"code: one = f(1);\n  two(one);"});
  CHECK(blocks(read("<pre><code>one\ntwo</code></pre>")) == Blocks{"code: one\ntwo"});
  CHECK(blocks(read("<p hidden>no</p><p style='display: none'>no</p><p>yes</p>")) ==
        Blocks{"paragraph: yes"});
}

TEST_CASE("Deep nesting is an error with its place, wide pages are not", "[html]") {
  std::string deep;
  for (int i = 0; i < 100'000; ++i) deep += "<div>";
  CHECK_THROWS_WITH(read(deep),
                    Catch::Contains("byte 5000: expected at most 1000 nested elements"));
  const auto times = [](const std::string& part, int count) {
    std::string all;
    for (int i = 0; i < count; ++i) all += part;
    return all;
  };
  for (const char* nests : {"<div/>", "<div a='/>'>", "<div></x>", "<span><div></span></div>",
                            "<b><div></b></div>", "<table><tr><td>", "<math><mi><mtext>"}) {
    INFO(nests);
    CHECK_THROWS_WITH(read(times(nests, 100'000)), Catch::Contains("nested elements"));
  }
  for (const char* flat : {"<p>a<b>b</b><br/>", "<li><em>a", "<a name=x/>a", "<svg><path/></svg>a",
                           "<option>a", "<div title='<div>'>a</div>", "<!-- <div> -->a"}) {
    INFO(flat);
    CHECK_FALSE(read("<body>" + times(flat, 5'000)).blocks().empty());
  }
  CHECK_THROWS_WITH(read("<p " + times("a=b ", 2'000) + ">text</p>"),
                    Catch::Contains("byte 0: expected at most 1000 attributes in a tag"));
  std::string wide;
  for (int i = 0; i < 20'000; ++i) wide += "<p>text<br>";
  CHECK(read(wide).blocks().size() == 20'000);
  std::string entities = "<p>";
  for (int i = 0; i < 100'000; ++i) entities += "&#38;";
  CHECK(read(entities).text(read(entities).blocks()[0].range).size() == 100'000);
}

TEST_CASE("Pages of noise keep their runs in order", "[html]") {
  test::RandomText random(10);
  for (int round = 0; round < 500; ++round) {
    const Document document = read("<p>" + random(60) + "<table><b>" + random(30));
    std::size_t end = 0;
    for (const TextRun& run : document.runs()) {
      REQUIRE(run.range.begin >= end);
      REQUIRE(run.range.end > run.range.begin);
      end = run.range.end;
    }
    REQUIRE(end <= document.bytes().size());
  }
}
