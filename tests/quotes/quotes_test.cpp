// What counts as a quote.
#include <catch2/catch.hpp>
#include <duizhao/document/read_document.hpp>
#include <duizhao/quotes/quotes.hpp>

#include "quotes/quotations.hpp"
#include "support/random_text.hpp"

using duizhao::Quote;
using duizhao::QuoteKind;

namespace {

std::vector<Quote> quotes_in(const std::string& text, duizhao::InputFormat format = {}) {
  duizhao::ReadOptions options;
  options.format = format == duizhao::InputFormat::automatic ? duizhao::InputFormat::text : format;
  return duizhao::find_quotes(duizhao::parse_document(text, "article", options));
}

/// The texts of the quotes, those that are no statements in brackets.
std::vector<std::string> texts(const std::string& text) {
  std::vector<std::string> texts;
  for (const Quote& quote : quotes_in(text)) {
    texts.push_back(quote.statement ? quote.text : '[' + quote.text + ']');
  }
  return texts;
}

using Texts = std::vector<std::string>;

}  // namespace

TEST_CASE("Quotation marks of every kind enclose quotes", "[quotes]") {
  const std::string words = "we sow what we will never reap ourselves";
  for (const auto& [open, close] : std::vector<std::pair<std::string, std::string>>{{"“", "”"},
                                                                                    {"\"", "\""},
                                                                                    {"\"", "”"},
                                                                                    {"“", "\""},
                                                                                    {"‘", "’"},
                                                                                    {"「", "」"},
                                                                                    {"『", "』"},
                                                                                    {"”", "”"}}) {
    INFO(open << close);
    CHECK(texts("He told us: " + open + words + close + " and left.") == Texts{words});
  }
  CHECK(texts("他说：“土地不会辜负种地的人。”") == Texts{"土地不会辜负种地的人。"});
  CHECK(texts("他读了《土地不会辜负种地的人》这本书。").empty());
}

TEST_CASE("Marks inside belong to the text", "[quotes]") {
  CHECK(texts("“She said ‘never again’ to all of us that day.”") ==
        Texts{"She said ‘never again’ to all of us that day."});
  CHECK(texts("‘It’s the people’s own land’, they told the court.") ==
        Texts{"It’s the people’s own land"});
  CHECK(texts("「他说『土地不会辜负人』，然后走了。」") ==
        Texts{"他说『土地不会辜负人』，然后走了。"});
}

TEST_CASE("Marks without a partner are no quotes", "[quotes]") {
  CHECK(texts("The screen is 27\" wide and the rest is 5\" high.").empty());
  CHECK(texts("He said “and then he never stopped talking about it.").empty());
  CHECK(texts("Nothing was opened here” and so nothing is closed.").empty());
  // What opens twice and closes once is quoted from the second mark on.
  CHECK(texts("One “two three “four five six seven eight” nine.") ==
        Texts{"four five six seven eight"});
  CHECK(texts("“”").empty());
  // What is never closed hides nothing.
  CHECK(texts("In the ‘80s he said “we built the dam with our hands” to all.") ==
        Texts{"we built the dam with our hands"});
  CHECK(texts("She said “it began like this\n\nand don’t forget the ‘80s and the dam.").empty());
}

TEST_CASE("An attribution interrupts a quote", "[quotes]") {
  const auto quotes = quotes_in("“The fields were dry,” Ann Reed said. “Nobody came to help us.”");
  REQUIRE(quotes.size() == 1);
  CHECK(quotes[0].parts.size() == 2);
  CHECK(quotes[0].text == "The fields were dry, Nobody came to help us.");
  CHECK(quotes[0].speaker == "Ann Reed");
  const auto chinese = quotes_in("“地里很干，”他说，“谁也没有来帮忙。”");
  REQUIRE(chinese.size() == 1);
  CHECK(chinese[0].text == "地里很干，谁也没有来帮忙。");
  CHECK(quotes_in("“The fields were dry that year.” The judge sighed. Then Bo Lind said: “We "
                  "never saw any rain.”")
            .size() == 2);
}

TEST_CASE("A quotation goes on where the next paragraph opens with a mark", "[quotes]") {
  const auto quotes = quotes_in(
      "He wrote: “The first year was hard for us.\n\n“The second one was harder still.”\n\nThat "
      "was all.");
  REQUIRE(quotes.size() == 1);
  CHECK(quotes[0].parts.size() == 2);
  CHECK(quotes[0].text == "The first year was hard for us. The second one was harder still.");
}

TEST_CASE("Statements are told from words set off for other reasons", "[quotes]") {
  CHECK(texts("They called it a “catfish” at first.") == Texts{"[catfish]"});
  CHECK(texts("See “Part One” below.") == Texts{"[Part One]"});
  CHECK(texts("[3] The Valley Post: \"How Ann Reed built the dam that saved her valley\"") ==
        Texts{"[How Ann Reed built the dam that saved her valley]"});
  CHECK(texts("She read “The Long Road Home to the River Valley” twice.") ==
        Texts{"[The Long Road Home to the River Valley]"});
  CHECK(texts("“Dams hold water,” she said.") == Texts{"Dams hold water,"});
  CHECK(texts("这就是所谓的“水坝”。") == Texts{"[水坝]"});
}

TEST_CASE("A quotation goes on over a broken line", "[quotes]") {
  const auto quotes =
      quotes_in("She told us “the harvest in the valley\nfailed entirely” and left.");
  REQUIRE(quotes.size() == 1);
  CHECK(quotes[0].text == "the harvest in the valley failed entirely");
  const auto corners = quotes_in("「土地不会辜负种地的人。\n\n「种地的人也不辜负土地。」");
  REQUIRE(corners.size() == 1);
  CHECK(corners[0].parts.size() == 2);
}

TEST_CASE("A new sentence ends what an attribution interrupts", "[quotes]") {
  CHECK(quotes_in("“We waited for rain,” Zhou said. Li, a rival, disagreed. “They wanted all of "
                  "the water,” she said.")
            .size() == 2);
  CHECK(quotes_in("“We waited for rain,” he said, “counted our seeds,” he went on, “and left.”")
            .size() == 1);
}

TEST_CASE("Names in Chinese quotations make no titles", "[quotes]") {
  CHECK(texts("他说：“OpenAI也不是神，不可能一直冲在前面”。") ==
        Texts{"OpenAI也不是神，不可能一直冲在前面"});
  CHECK(texts("Why? “We do it for the fun” was all he said.") == Texts{"We do it for the fun"});
}

TEST_CASE("Lists of quotes keep their footnote marks out", "[quotes]") {
  const auto quotes = quotes_in(
      "Quotes:\n\n  1. \"We built the dam with our own hands.\"[4][9]\n  2. \"Nobody paid us for "
      "it.\"[2]\n");
  REQUIRE(quotes.size() == 2);
  CHECK(quotes[0].text == "We built the dam with our own hands.");
  CHECK(quotes[1].text == "Nobody paid us for it.");
}

TEST_CASE("Blockquotes and turns are quotes", "[quotes]") {
  const auto blocks = quotes_in("# A\n\n> The dam was built.\n>\n> It held.\n\nText.\n",
                                duizhao::InputFormat::markdown);
  REQUIRE(blocks.size() == 1);
  CHECK(blocks[0].kind == QuoteKind::blockquote);
  CHECK(blocks[0].text == "The dam was built. It held.");
  const auto two = quotes_in("> The dam was built.\n\n> The “old mill by the river” burned.\n",
                             duizhao::InputFormat::markdown);
  REQUIRE(two.size() == 3);
  CHECK(two[1].text == "The “old mill by the river” burned.");
  const auto turns = quotes_in(
      "**Post:** Why a dam?\n\n**Reed:** We needed “water” here.\n\nAnd power.\n\n**Post:** "
      "When?\n\n**Reed:** Soon.\n",
      duizhao::InputFormat::markdown);
  REQUIRE(turns.size() == 5);
  CHECK(turns[1].kind == QuoteKind::turn);
  CHECK(turns[1].speaker == "Reed");
  CHECK(turns[1].text == "We needed “water” here. And power.");
  CHECK(turns[2].text == "water");
}

TEST_CASE("Parts are the bytes between the marks", "[quotes]") {
  test::RandomText text(21);
  for (int round = 0; round < 2000; ++round) {
    const std::string bytes = text(60);
    const duizhao::Document document = duizhao::parse_document(bytes, "random");
    std::size_t last = 0;
    for (const Quote& quote : duizhao::find_quotes(document)) {
      REQUIRE_FALSE(quote.parts.empty());
      CHECK(quote.parts.front().begin >= last);
      last = quote.parts.front().begin;
      std::size_t end = 0;
      for (const duizhao::ByteRange& part : quote.parts) {
        CHECK(part.begin >= end);
        CHECK(part.begin < part.end);
        CHECK(part.end <= bytes.size());
        end = part.end;
      }
      CHECK_FALSE(quote.text.empty());
    }
  }
}

TEST_CASE("A hundred thousand marks are read to the end", "[quotes]") {
  std::string text;
  for (int i = 0; i < 100'000; ++i) text += i % 3 == 0 ? "“a b c d e f " : "” g ";
  CHECK(duizhao::quotes::find_quotations(text).closed.size() > 1000);
  CHECK(quotes_in(text).size() > 1000);
}
