#include <catch2/catch.hpp>

#include "duizhao/document/read_document.hpp"

using namespace duizhao;

namespace {

/// The speakers of the blocks, with `*` where a turn begins.
std::vector<std::string> speakers(std::string text) {
  std::vector<std::string> names;
  const Document document = parse_document(std::move(text), "test");
  for (const Block& block : document.blocks()) {
    names.push_back(block.speaker + (block.begins_turn ? "*" : ""));
  }
  return names;
}

using Names = std::vector<std::string>;

}  // namespace

TEST_CASE("Speakers are named in the styles of interviews", "[turns]") {
  CHECK(speakers("**Waves:** Why?\n\n**Liang:** Because.\n") == Names{"Waves*", "Liang*"});
  CHECK(speakers("**Waves**: Why?\n") == Names{"Waves*"});
  CHECK(speakers("Waves: Why?\nLiang: Because.\n") == Names{"Waves*", "Liang*"});
  CHECK(speakers("暗涌：为什么？\n梁文锋：因为。\n") == Names{"暗涌*", "梁文锋*"});
  CHECK(speakers("「暗涌」：为什么？\n\n梁文锋: 因为。\n") == Names{"暗涌*", "梁文锋*"});
  CHECK(speakers("【暗涌】为什么？\n【梁文锋】因为。\n") == Names{"暗涌*", "梁文锋*"});
  CHECK(speakers("暗涌Waves：为什么？\n梁文锋：因为。\n") == Names{"暗涌Waves*", "梁文锋*"});
  CHECK(speakers("Q: Why?\n") == Names{"Q*"});
  CHECK(speakers("问：为什么？\n答：因为。\n") == Names{"问*", "答*"});
  CHECK(speakers("Liang Wenfeng: Yes.\n\nMore of it.\n\nLiang Wenfeng: No.\n") ==
        Names{"Liang Wenfeng*", "Liang Wenfeng", "Liang Wenfeng*"});
}

TEST_CASE("What is said of a speaker is no part of the name", "[turns]") {
  CHECK(speakers("暗涌：为什么？\n梁文锋（DeepSeek创始人）：因为。\n") ==
        Names{"暗涌*", "梁文锋*"});
  CHECK(speakers("Waves: Why?\nLiang Wenfeng (CEO): Because.\n") ==
        Names{"Waves*", "Liang Wenfeng*"});
  CHECK(speakers("**Waves:** Why?\n\n**Liang Wenfeng, CEO:** Because.\n") ==
        Names{"Waves*", "Liang Wenfeng*"});
}

TEST_CASE("A turn goes on until the next one or a heading", "[turns]") {
  CHECK(speakers("**Waves:** Why?\n\nAnd how?\n\n## Part 2\n\nText.\n") ==
        Names{"Waves*", "Waves", "", ""});
  CHECK(speakers("**暗涌：为什么？**\n\n因为好奇。\n\n**暗涌：然后呢？**\n\n继续。\n") ==
        Names{"暗涌*", "", "暗涌*", ""});
  CHECK(speakers("《暗涌》：为什么？\n\n梁文锋：因为。\n\n《暗涌》：然后呢？\n") ==
        Names{"暗涌*", "梁文锋*", "暗涌*"});
  CHECK(speakers("**Waves:**\n\nWhy?\n\n**Liang:** Because.\n") == Names{"Waves*", "Liang*"});
}

TEST_CASE("A turn begins on a wrapped line of Markdown", "[turns]") {
  CHECK(speakers("**Waves:** Why?\n**Liang:** Because.\n") == Names{"Waves*", "Liang*"});
}

TEST_CASE("Other things before colons are text", "[turns]") {
  CHECK(speakers("Author: Editors Desk\nPhotograph: Someone\n") == Names{"", ""});
  CHECK(speakers("The Ultimate Goal is AGI: it matters.\n") == Names{""});
  CHECK(speakers("注：这是说明。\n来源：新华社。\n") == Names{"", ""});
  CHECK(speakers("See http://example.org now.\n") == Names{""});
  CHECK(speakers("At 12:30 he left.\n") == Names{""});
  CHECK(speakers("Quotes:\n\n1. One\n") == Names{"", ""});
  CHECK(speakers("Tomorrow: a day.\n") == Names{""});
  CHECK(speakers("见http://x.com/a。\n请看http://x.com/b。\n") == Names{"", ""});
  CHECK(speakers("上午10:30开会。\n下午2:00散会。\n") == Names{"", ""});
  CHECK(speakers("约翰福音3:16很有名。\n约翰福音3:17也有名。\n") == Names{"", ""});
  CHECK(speakers("他说：“好。”\n她说：“不好。”\n") == Names{"", ""});
  CHECK(speakers("有一点很重要：钱。\n有一点很重要：人。\n") == Names{"", ""});
  CHECK(speakers("第一点：好奇心。\n第二点：坚持。\n") == Names{"", ""});
  CHECK(speakers("优点：快。\n缺点：贵。\n") == Names{"", ""});
  CHECK(speakers("First: do it.\nSecond: do more.\n") == Names{"", ""});
  std::string article;
  for (int i = 0; i < 40; ++i) article += "A paragraph of an article.\n";
  CHECK(speakers("DeepSeek: a hope.\n" + article + "DeepSeek: a fear.\n").front().empty());
}

TEST_CASE("A label is no part of its block", "[turns]") {
  const Document document = parse_document("**Liang:** Very *surprised*.\n", "test");
  REQUIRE(document.blocks().size() == 1);
  CHECK(document.text(document.blocks()[0].range) == "Very surprised.");
  CHECK(document.blocks()[0].range == ByteRange{11, 28});
}
