#include <catch2/catch.hpp>

#include "segment/marked_text.hpp"

using test::check_cuts;

TEST_CASE("Chinese sentences end at full-width stops", "[segment][zh]") {
  check_cuts("zh", "他走了。|她也走了！|为什么？|不知道");
  check_cuts("zh", "真的？！|真的！！！|好。");
  check_cuts("zh", "他想了想……|然后走了。");
  check_cuts("zh", "「我不知道……」");
  check_cuts("zh", "……我不知道。");
  check_cuts("zh", "他想了想⋯⋯|然后走了。");
}

TEST_CASE("Closing quotation marks and brackets stay with the sentence", "[segment][zh]") {
  check_cuts("zh", "他说：“你好。”|然后他走了。");
  check_cuts("zh", "「人类智能是语言。|你以为你在思考。」|下一句。");
  check_cuts("zh", "他说：『走吧！』|她没动。");
  check_cuts("zh", "（全文完。）|谢谢。");
  check_cuts("zh", "“你好。”|“再见。”");
  check_cuts("zh", "他说：“她喊‘救命！’”|没人来。");
}

TEST_CASE("A quotation inside a clause does not end it", "[segment][zh]") {
  check_cuts("zh", "他问“为什么？”后就走了。");
  check_cuts("zh", "《你好吗？》是一本书。");
  check_cuts("zh", "我读了《你好吗？我很好。》这本书。|很好看。");
  check_cuts("zh", "“走吧！”他说。");
  check_cuts("zh", "“这是对的。”他说。|她点头。");
  check_cuts("zh", "“为什么？”记者追问道。|“不知道。”");
  check_cuts("zh", "“走！”的一声，他跑了。");
  check_cuts("zh", "他喊着“救命！救命！”跑了出去。");
  check_cuts("zh", "他走了（真的！）然后回来。");
  check_cuts("zh", "“是吗？”，她想。");
}

TEST_CASE("What is asked or cried is talked about in the same sentence", "[segment][zh]") {
  check_cuts("zh", "“中国要不要做AGI？”这个问题没有意义。|她笑了。");
  check_cuts("zh", "“为什么？”一词很重要。");
  check_cuts("zh", "他高喊“加油！”“走吧！”等口号。");
}

TEST_CASE("Reporting clauses may have commas, objects, and be traditional", "[segment][zh]") {
  check_cuts("zh", "“走吧！”梁文锋笑了笑，说。");
  check_cuts("zh", "“是的。”他顿了顿，说，“我们缺人。”");
  check_cuts("zh", "“是的。”梁文锋告诉暗涌。|她走了。");
  check_cuts("zh", "“走吧！”旁边的人插嘴。");
  check_cuts("zh", "「走吧！」他說。|「為什麼？」她問。");
}

TEST_CASE("A quotation of several sentences keeps the clause that introduces it", "[segment][zh]") {
  check_cuts("zh", "记者问：“你们缺钱吗？|缺人吗？”|梁文锋说：“都不缺。”");
  check_cuts("zh", "他说：“不行。|不行。”|她说：“好吧。”");
  check_cuts("zh", "他高喊：“冲啊！”然后冲了上去。");
  check_cuts("zh", "——“这是什么？”|——“模型。”");
}

TEST_CASE("A cry may be the subject of its sentence", "[segment][zh]") {
  check_cuts("zh", "“做就完了！”是他的口头禅。");
  check_cuts("zh", "“为什么不？”成了他的口头禅。");
  check_cuts("zh", "“走吧！”他用英文说了一句。");
}

TEST_CASE("Straight quotation marks open and close in turn", "[segment][zh]") {
  check_cuts("zh", "他走了。|\"他真的走了吗?\"");
  check_cuts("zh", "\"走吧!\"他说。|\"为什么?\"她问。");
  check_cuts("zh", "\"你好！\"|\"你好！\"她说。");
}

TEST_CASE("An ellipsis may stand inside a sentence", "[segment][zh]") {
  check_cuts("zh", "“我……我不知道。”他说。");
  check_cuts("zh", "张三、李四……等人来了。");
  check_cuts("zh", "苹果、香蕉……等等。");
}

TEST_CASE("Full-width numbers are not cut", "[segment][zh]") {
  check_cuts("zh", "３．５元。|第１．２节。");
  check_cuts("zh", "１． 这是第一点。|１.这也是。");
}

TEST_CASE("Chinese footnote marks belong to the sentence before", "[segment][zh]") {
  check_cuts("zh", "好。［1］|好。〔1〕|好。【1】|好。[注1]|好。[1、2]|好。①|好。");
  check_cuts("zh", "好。|【编者按】他走了。");
}

TEST_CASE("A new sentence after a quotation is one", "[segment][zh]") {
  check_cuts("zh", "“我走了。”|她没有回答。");
  check_cuts("zh", "“第一。|第二。”他说。");
}

TEST_CASE("Half-width marks in Chinese work like their full-width kin", "[segment][zh]") {
  check_cuts("zh", "人类智能是语言,人的思维也是.|你在思考?|是的!|对");
  check_cuts("zh", "增长了20%.|然后下降.");
  check_cuts("zh", "他说:\"你好.\"|然后走了.");
  check_cuts("zh", "等等...|然后走了.");
}

TEST_CASE("Numbers, versions, names and addresses in Chinese are not cut", "[segment][zh]") {
  check_cuts("zh", "DeepSeek V2.5比V2.0好3.5倍。|真的。");
  check_cuts("zh", "他们发布了V2. 这个模型很好。");
  check_cuts("zh", "见http://a.com/b?c=1&d=2.html这个网页。|好。");
  check_cuts("zh", "访问www.36kr.com?看看。");
  check_cuts("zh", "美国U.S. 的公司，Mr. 梁和Node.js很好。");
  check_cuts("zh", "J. K. 罗琳写的。");
  check_cuts("zh", "Yahoo! 公司在美国。");
  check_cuts("zh", "1. 首先，他走了。");
}

TEST_CASE("English inside Chinese is cut as English", "[segment][zh]") {
  check_cuts("zh", "看OpenAI也是烧了很多钱才出来。|The U.S. model is big.|他说。");
}

TEST_CASE("Semicolons cut where they are told to", "[segment]") {
  check_cuts("zh", "一是钱；二是人。");
  check_cuts("en", "One is money; two is people.");
  check_cuts("zh", "一是钱；|二是人。", {.split_at_semicolons = true});
  check_cuts("en", "One is money;| two is people.", {.split_at_semicolons = true});
  check_cuts("en", "a;b c", {.split_at_semicolons = true});
}
