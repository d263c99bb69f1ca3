// What is prose in a document and what is not.
#include <catch2/catch.hpp>

#include "document/opaque.hpp"
#include "duizhao/document/read_document.hpp"

using namespace duizhao;

namespace {

Document read(const std::string& text, InputFormat format = InputFormat::markdown) {
  return parse_document(text, "test", {.format = format});
}

/// The blocks' kinds and texts; what is no prose stands between ‹ and ›.
std::vector<std::string> blocks(const Document& document) {
  std::vector<std::string> list;
  for (const Block& block : document.blocks()) {
    std::string text(name_of(block.kind));
    text += ": ";
    for (const TextRun& run : document.runs(block)) {
      const std::string seen =
          run.shown ? *run.shown : document.bytes().substr(run.range.begin, run.range.size());
      text += run.kind == RunKind::prose ? seen : "‹" + seen + "›";
    }
    list.push_back(text);
  }
  return list;
}

std::vector<std::string> matter(const Document& document) {
  std::vector<std::string> list;
  for (const ByteRange& range : document.matter()) {
    list.push_back(document.bytes().substr(range.begin, range.size()));
  }
  return list;
}

std::vector<std::string> languages(const Document& document) {
  std::vector<std::string> list;
  for (const Block& block : document.blocks()) {
    list.push_back(block.language + ": " + document.text(block.range));
  }
  return list;
}

using List = std::vector<std::string>;

}  // namespace

TEST_CASE("Money is no formula", "[prose]") {
  for (const char* text : {"It cost $5 and then $10.", "From $20 to $30 a day", "US$5 or A$6",
                           "涨到$30，又跌到$20。", "a $ b $ c", "$five dollars more$"}) {
    INFO(text);
    const std::string_view all = text;
    CHECK(document::find_opaque(all, {0, all.size()}, document::OpaqueMarks::formulas).empty());
  }
}

TEST_CASE("Formulas are found with their marks", "[prose]") {
  for (const char* formula :
       {"$x$", "$w^*$", "$x_1 + ... + x_n$", "$\\|x\\|$", "$a ? b : c$", "$2n+1$", "$$f(x)$$",
        "\\(a*b*c\\)", "\\[ y \\]", "$\\text{速度} v$"}) {
    const std::string text = std::string("前 ") + formula + " 后";
    INFO(text);
    const auto found = document::find_opaque(text, {0, text.size()}, document::OpaqueMarks::all);
    REQUIRE(found.size() == 1);
    CHECK(text.substr(found[0].range.begin, found[0].range.size()) == formula);
  }
}

TEST_CASE("Addresses end before what stands around them", "[prose]") {
  const auto address_in = [](const std::string& text) {
    const auto found = document::find_opaque(text, {0, text.size()}, document::OpaqueMarks::none);
    return found.empty() ? std::string() : text.substr(found[0].range.begin, found[0].range.size());
  };
  CHECK(address_in("见https://a.org/b?c=1。好") == "https://a.org/b?c=1");
  CHECK(address_in("(https://a.org/b_(c)).") == "https://a.org/b_(c)");
  CHECK(address_in("at www.a.org, or") == "www.a.org");
  CHECK(address_in("写信给me.too@a.org。") == "me.too@a.org");
  CHECK(address_in("the @ sign, a@b, and ://").empty());
}

TEST_CASE("Formulas keep their marks from Markdown", "[prose]") {
  CHECK(blocks(read("参数 $w^*$ 和 $b^*$ 是**最优**的，$\\|x\\|$ 也是。")) ==
        List{"paragraph: 参数 ‹$w^*$› 和 ‹$b^*$› 是最优的，‹$\\|x\\|$› 也是。"});
  CHECK(blocks(read("| 名 | 值 |\n|---|---|\n| 甲 | $|a|$ |\n")) ==
        List{"table_cell: 名", "table_cell: 值", "table_cell: 甲", "table_cell: ‹$|a|$›"});
  CHECK(blocks(read("前文\n$$\na * b * c\n$$\n后文 `a*b*c` 完")) ==
        List{"paragraph: 前文", "formula: ‹$$\na * b * c\n$$›", "paragraph: 后文 ‹a*b*c› 完"});
  CHECK(blocks(read("\\begin{align}\nx &= 1\n\\end{align}\n\n文。")) ==
        List{"formula: ‹\\begin{align}\nx &= 1\n\\end{align}›", "paragraph: 文。"});
}

TEST_CASE("A block of code is one block", "[prose]") {
  CHECK(blocks(read("文。\n\n```c\nint a;\n\nint b;\n```\n\n> ```\n> x\n> y\n> ```\n")) ==
        List{"paragraph: 文。", "code: ‹int a;›‹\n\n›‹int b;›", "code: ‹x›‹\n›‹y›"});
  CHECK(blocks(read("One.\n\n    int a = f(1);\n    g(a);\n\nTwo.")) ==
        List{"paragraph: One.", "code: ‹int a = f(1);\n    g(a);›", "paragraph: Two."});
  CHECK(blocks(read("一。\n\n    缩进的一段话，不是代码。\n")) ==
        List{"paragraph: 一。", "paragraph: 缩进的一段话，不是代码。"});
  CHECK(blocks(read("a <code>b*c*d</code> e <pre>x = 1;</pre>")).front() ==
        "paragraph: a ‹b*c*d› e");
}

TEST_CASE("A fence that never ends takes nothing away", "[prose]") {
  const Document document = read("一。\n\n```\nx = 1\n\n二。\n\n三。\n");
  CHECK(blocks(document) ==
        List{"paragraph: 一。", "paragraph: x = 1", "paragraph: 二。", "paragraph: 三。"});
  REQUIRE(document.faults().size() == 1);
  CHECK(document.faults()[0].fault == MarkupFault::unclosed_code);
  CHECK(document.line_of(document.faults()[0].offset) == 3);
  const Document comment = read("一。<!-- 未完\n\n二。\n");
  CHECK(comment.blocks().size() == 2);
  REQUIRE(comment.faults().size() == 1);
  CHECK(comment.faults()[0].fault == MarkupFault::unclosed_comment);
  const Document front = read("---\ntitle: x\n\n正文。\n");
  REQUIRE(front.faults().size() == 1);
  CHECK(front.faults()[0].fault == MarkupFault::unclosed_front_matter);
  CHECK(blocks(front).back() == "paragraph: 正文。");
}

TEST_CASE("Titles in front matter are text", "[prose]") {
  const Document document = read(
      "---\ntitle: \"猫\"\ndate: 2024-01-01\ndescription: 关于猫。\ntags: [a, b]\n---\n正文。\n");
  CHECK(blocks(document) == List{"heading: 猫", "paragraph: 关于猫。", "paragraph: 正文。"});
  CHECK(matter(document).size() == 3);
  CHECK(blocks(read("+++\ntitle = 'Cats'\n+++\nText.\n")) ==
        List{"heading: Cats", "paragraph: Text."});
}

TEST_CASE("Footnotes are text and their marks are not", "[prose]") {
  const Document document = read("正文[^1]有脚注。\n\n[^1]: 第一个。\n[^long-name]: 第二个。\n");
  CHECK(blocks(document) ==
        List{"paragraph: 正文有脚注。", "list_item: 第一个。", "list_item: 第二个。"});
  CHECK(matter(document) == List{"[^1]", "[^1]:", "[^long-name]:"});
}

TEST_CASE("Attributes, shortcodes and marks of admonitions are no text", "[prose]") {
  CHECK(blocks(read("# 标题 {#id .a}\n\n{{< toc >}}\n\n::: tip 小心\n热。\n:::\n\n见 "
                    ":ref:`x` 和{.b}{{ name }}。\n")) ==
        List{"heading: 标题", "heading: 小心", "paragraph: 热。",
             "paragraph: 见 ‹:ref:`x`› 和‹{{ name }}›。"});
  CHECK(blocks(read("文字[^1]\n下一行。\n")) == List{"paragraph: 文字下一行。"});
  CHECK(blocks(read("import X from './x';\n\n文字。\n")) == List{"paragraph: 文字。"});
  CHECK(blocks(read("a {b} {1, 2} c\n")) == List{"paragraph: a {b} {1, 2} c"});
}

TEST_CASE("Code and formulas count for no language", "[prose]") {
  const Document document = read(
      "短句。\n\n```python\nfor index in range(10): print(index, value, width)\n```\n\n"
      "`a_long_name_of_a_function_in_english` $\\mathrm{softmax}$ https://example.org/long/path\n");
  CHECK(document.language() == "zh");
  for (const Block& block : document.blocks()) CHECK(block.language == "zh");
}

TEST_CASE("Bilingual paragraphs come apart", "[prose]") {
  CHECK(languages(read(
            "我们今天发布。 We release today.\n它更快，也更小。It is faster and smaller.\n",
            InputFormat::text)) == List{"zh: 我们今天发布。", "en: We release today.",
                                        "zh: 它更快，也更小。", "en: It is faster and smaller."});
  CHECK(languages(read(
            "# 标题 Title\n\n我们今天发布。\nWe release today.\n\n它更快。\nIt is faster.\n")) ==
        List{"zh: 标题", "en: Title", "zh: 我们今天发布。", "en: We release today.", "zh: 它更快。",
             "en: It is faster."});
  CHECK(languages(read("We release today. 我们今天发布。\n\nIt is faster. 它更快。\n")) ==
        List{"en: We release today.", "zh: 我们今天发布。", "en: It is faster.", "zh: 它更快。"});
}

TEST_CASE("English inside Chinese stays where it is", "[prose]") {
  const auto is_whole = [](const std::string& text) {
    return read(text, InputFormat::text).blocks().size() == 1;
  };
  CHECK(is_whole("他站起来说了一句：“I have a dream.”然后就走了。大家都笑了，没有人再说话。"));
  CHECK(is_whole("我们用 Visual Studio Code 写程序。它很好。"));
  CHECK(is_whole(
      "这本书讲了很多年以前的故事，里面有一句话我一直记得。Time flies. 后来我又读了一遍，觉得"
      "当时并没有完全明白作者的意思，也没有人可以问。"));
}

TEST_CASE("Lines in two languages are no sentences a line", "[prose]") {
  std::string lines;
  for (int k = 0; k < 6; ++k) lines += "这是第一句话\nThis is a sentence\n";
  CHECK(detect_format(lines) == InputFormat::text);
  CHECK(detect_format("= 书\n\n== 章\n\n文字。\n") == InputFormat::asciidoc);
  CHECK(detect_format("书\n==\n\n.. note:: 小心\n\n见 :ref:`章 <x>`。\n") ==
        InputFormat::restructured_text);
  CHECK(detect_format("# a\n\n```\n= b\n== c\n.. d::\n```\n") == InputFormat::markdown);
}

TEST_CASE("AsciiDoc is read without its marks", "[prose]") {
  CHECK(blocks(read(
            "= 书\n:toc:\n\n== 章(((词)))\n\n*重点* 在 <<x,这里>>，用 `a?b` 和 "
            "https://a.org[官网]。\n第二行。\n\n[source]\n----\nx\n\ny\n----\n\n. 项\n* 项二\n\n"
            "NOTE: 注意。\n\n|===\n|甲 |乙\n|===\n",
            InputFormat::asciidoc)) ==
        List{"heading: 书", "heading: 章", "paragraph: 重点 在 这里，用 ‹a?b› 和 官网。第二行。",
             "code: ‹x\n\ny›", "list_item: 项", "list_item: 项二", "paragraph: 注意。",
             "table_cell: 甲", "table_cell: 乙"});
  const Document open = read("----\nx = 1\n\n文字。\n", InputFormat::asciidoc);
  CHECK(open.faults().size() == 1);
  CHECK(blocks(open).back() == "paragraph: 文字。");
}

TEST_CASE("AsciiDoc's marks may have nothing behind them", "[prose]") {
  CHECK(blocks(read("= 书\n\n* [ ] \n* [x] 完成。\n", InputFormat::asciidoc)) ==
        List{"heading: 书", "list_item: [ ]", "list_item: 完成。"});
  CHECK(blocks(read("= 书\n\nNOTE: 词:: \n\nTIP: .a 是文件。\n", InputFormat::asciidoc)) ==
        List{"heading: 书", "paragraph: 词::", "paragraph: .a 是文件。"});
}

TEST_CASE("reStructuredText is read without its marks", "[prose]") {
  CHECK(
      blocks(read("书\n==\n\n**重点** 在 :ref:`这里 <x>`，用 ``a?b`` 和 `官网 <https://a.org>`_。\n"
                  "第二行::\n\n    x\n\n    y\n\n.. note:: 注意\n   小心。\n\n* 项\n* 项二\n\n"
                  ".. image:: a.png\n   :alt: 图\n\n.. math::\n\n   a^2\n\n.. [1] 脚注。\n",
                  InputFormat::restructured_text)) ==
      List{"heading: 书", "paragraph: 重点 在 这里，用 ‹a?b› 和 官网。第二行:",
           "code: ‹x\n\n    y›", "paragraph: 注意小心。", "list_item: 项", "list_item: 项二",
           "formula: ‹a^2›", "list_item: 脚注。"});
}
