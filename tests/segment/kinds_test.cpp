// Cases made by kind: what is said × how it is written × what stands around it.
#include <catch2/catch.hpp>

#include "segment/marked_text.hpp"

using test::check_cuts;

TEST_CASE("Names of programs end no Chinese sentence", "[segment][kinds]") {
  for (const std::string name :
       {"println!", "vec!", "assert_eq!", "empty?", "save!", "Console.WriteLine", "Math.Floor",
        "System.out.println", "torch.nn.Linear", "Node.js", "File.ReadAllText",
        "StringBuilder.Append"}) {
    INFO(name);
    check_cuts("zh", "我们先用 " + name + " 打印结果。|然后看输出。");
    check_cuts("zh", "这里调用 " + name + " 方法。|它返回一个值。");
    check_cuts("zh", "请注意" + name + "的返回值。|它可能为空。");
  }
}

TEST_CASE("Names of programs end no English sentence", "[segment][kinds]") {
  for (const std::string name : {"println!", "empty?", "Console.WriteLine", "Math.Floor",
                                 "os.path.join", "React.Component"}) {
    INFO(name);
    check_cuts("en", "We call " + name + " here.| It returns a value.");
    check_cuts("en", "Use " + name + " to print it.| Then run it.");
  }
}

TEST_CASE("A sentence that lost its space is still cut", "[segment][kinds]") {
  check_cuts("en", "That was the end.|The next day he left.");
  check_cuts("en", "They met in Paris.|It rained.");
}

TEST_CASE("No sentence ends in a code span", "[segment][kinds]") {
  for (const std::string code : {"a ? b : c", "x = 1; y = 2;", "if (!a) { b(); }",
                                 "print(\"Hello. World!\")", "foo!", "ls *.txt; pwd"}) {
    INFO(code);
    check_cuts("zh", "写成 `" + code + "` 也可以。|再试一次。");
    check_cuts("zh", "这一行是 `" + code + "`。|下一行是空的。");
    check_cuts("en", "You can write `" + code + "` too.| Try again.");
    check_cuts("en", "The line is `" + code + "`.| The next is empty.");
  }
}

TEST_CASE("No sentence ends in a formula", "[segment][kinds]") {
  for (const std::string formula :
       {"x_1 + ... + x_n", "a ? b : c", "f(x) = 1. y", "n!", "w^*", "p(x) = 0.5!"}) {
    INFO(formula);
    check_cuts("zh", "设 $" + formula + "$ 为零。|证明很简单。");
    check_cuts("zh", "结果是 $" + formula + "$。|它有界。");
    check_cuts("en", "Let $" + formula + "$ be zero.| The proof is easy.");
    check_cuts("en", "The result is $" + formula + "$.| It is bounded.");
  }
}

TEST_CASE("A stammer is one sentence wherever it begins", "[segment][kinds]") {
  for (const std::string word : {"我", "你", "他", "不", "这", "那", "就"}) {
    INFO(word);
    check_cuts("zh", word + "……" + word + "知道！|他低下头。");
    check_cuts("zh", "“" + word + "……" + word + "知道！”他说。|他低下头。");
    check_cuts("zh", "他说：“" + word + "……" + word + "不知道。”|然后走了。");
    check_cuts("zh", "他停了一下。|" + word + "……" + word + "真的不知道。");
    check_cuts("zh", "她小声说，" + word + "…" + word + "害怕。|没有人回答。");
  }
}

TEST_CASE("Straight quotation marks close behind Chinese stops", "[segment][kinds]") {
  for (const std::string said : {"走吧", "我知道了", "这不行"}) {
    for (const std::string stop : {"。", "！", "？"}) {
      const std::string quote = said + stop;
      INFO(quote);
      check_cuts("zh", "\"" + quote + "\"他说。|大家都笑了。");
      check_cuts("zh", "他说：\"" + quote + "\"|大家都笑了。");
      check_cuts("zh", "\"" + quote + "\"|\"好的。\"|两人一起出门。");
      check_cuts("zh", "'" + quote + "'他说。|大家都笑了。");
    }
  }
}

TEST_CASE("Speech without marks is cut at its spaces", "[segment][kinds]") {
  check_cuts("zh", "大家好| 我是今天的讲者| 我想跟你们分享一个故事| 那一年我刚刚毕业");
  check_cuts("zh", "我们 今天 发布 一个 新的 版本");
  check_cuts("zh", "第三章 中国的河流");
  check_cuts("zh", "我们 昨天发布了新版本，今天 又发布了一个 更新的版本。");
}

TEST_CASE("Marks that nothing follows belong to the sentence before", "[segment][kinds]") {
  check_cuts("zh", "他说他会来。“");
  check_cuts("en", "He said so. ”");
}
