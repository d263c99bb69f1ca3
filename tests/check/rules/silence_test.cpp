// What looks like a fault and is none stays unsaid.
#include <catch2/catch.hpp>
#include <duizhao/duizhao.hpp>

#include "check/checking.hpp"

using namespace duizhao;

namespace {

/// The rules that say something of medium or high of a pair.
std::string said(const std::string& source, const std::string& target, bool from_chinese = true) {
  static const Lexicon lexicon = Lexicon::load_default();
  static const Checker checker(lexicon);
  checking::Case pair{{source}, {target}};
  if (!from_chinese) std::swap(pair.source_language, pair.target_language);
  std::string rules;
  for (const Finding& finding : checker.check(checking::align(pair, lexicon))) {
    if (finding.severity == Severity::low) continue;
    rules += (rules.empty() ? "" : " ") + finding.rule;
  }
  return rules;
}

}  // namespace

TEST_CASE("A denial that the other language says in one word is none", "[check]") {
  CHECK(said("这块玻璃是不透明的。", "This pane of glass is opaque.").empty());
  CHECK(said("你到底想不想要这份工作？", "Do you actually want this job?").empty());
  CHECK(said("这个结局是逃不掉的。", "This end is inevitable.").empty());
  CHECK(said("经验就没那么重要了。", "Then experience matters less.").empty());
  CHECK(said("我們沒有賣掉那座港口。", "We have not sold that harbour.").empty());
  CHECK(said("他会说英语，也会说法语。", "He speaks not only English but also French.").empty());
  CHECK(said("我们没有卖掉那座港口。", "We have sold that harbour.") == "negation");
  CHECK(said("我們沒有賣掉那座港口。", "We have sold that harbour.") == "negation");
}

TEST_CASE("A country is its people and its capital, a part of a name is no name", "[check]") {
  CHECK(said("美国拒绝了这项提议。", "Washington rejected the proposal.").empty());
  CHECK(said("西班牙人赢得了比赛。", "The Spaniards won the match.").empty());
  CHECK(said("科尔宾周二发表了讲话。", "Corbyn gave a speech on Tuesday.").empty());
  CHECK(said("他在广州工作了三年。", "He worked in Wuhan for three years.") == "name");
  CHECK(said("他在廣州工作了三年。", "He worked in Wuhan for three years.") == "name");
  CHECK(said("他周六到达了伦敦。", "He arrived in Paris on Saturday.") == "name");
}

TEST_CASE("Words in capitals and names of units are no names", "[check]") {
  CHECK(said("天使向国王显现。", "THE ANGEL appeared to the LORD of the land.").empty());
  CHECK(said("水温是37摄氏度。", "The water is at 98.6 degrees Fahrenheit.").empty());
  CHECK(said("他在世界贸易组织工作。", "He works at the WTO.").empty());
}

TEST_CASE("Dates and times are read in the ways people write them", "[check]") {
  CHECK(said("他于2000-12-31离开。", "He left on December 31, 2000.").empty());
  CHECK(said("列车在15:40出发。", "The train leaves at 3:40 p.m.").empty());
  CHECK(said("主队以3比1获胜。", "The home team won 3-1.").empty());
  CHECK(said("主队以3比1获胜。", "The home team won 3-2.") == "number");
  CHECK(said("主队以21:19获胜。", "The home team won 21-19.").empty());
  CHECK(said("全国有1亿5000万人。", "The country has 150 million people.").empty());
  CHECK(said("每10万人中有5例。", "There are 5 cases per 100,000 people.").empty());
  CHECK(said("火车两点半出发。", "The train leaves at 2:30 p.m.").empty());
  CHECK(said("月薪5-6千元。", "The monthly pay is 5,000 to 6,000 yuan.").empty());
  CHECK(said("主队38 - 17客队：大胜", "Hosts 38-17 Guests: a big win").empty());
  CHECK(said("周五一名男子受伤。", "A man was hurt on Friday.").empty());
}

TEST_CASE("What must stay as it is is no leftover", "[check]") {
  CHECK(
      said("See https://harbour.example/map.", "参见https://harbour.example/map。", false).empty());
  CHECK(said("打开config.txt文件。", "Open the file config.txt.").empty());
  CHECK(said("访问 www.harbour.example。", "Visit www.harbour.example.").empty());
  CHECK(said("https://harbour.example/map", "https://harbour.example/map", false).empty());
  CHECK(said("The wind reached 85 mph.", "风速达到85 mph。", false).empty());
  CHECK(said("The council closed the old bridge.", "市议会closed了旧桥。", false) ==
        "untranslated");
  CHECK(said("See “https://harbour.example/map” there.", "请看「https://harbour.example/map」。",
             false)
            .empty());
}
