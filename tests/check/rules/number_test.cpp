// Words that hold or look like numbers and are none.
#include <fmt/format.h>
#include <catch2/catch.hpp>
#include <duizhao/duizhao.hpp>

#include "check/checking.hpp"

using namespace duizhao;

namespace {

bool flagged(const std::string& source, const std::string& target) {
  static const Lexicon lexicon = Lexicon::load_default();
  return checking::found(checking::check({{source}, {target}}, lexicon), "number");
}

}  // namespace

TEST_CASE("A word that holds a number in another sense explains none", "[check]") {
  CHECK(flagged("他买了二十本书。", "He bought books and kept score."));
  CHECK(flagged("他立刻去了机场。", "He went to the airport, which has 15 gates."));
  CHECK(flagged("我们中午吃了鸡蛋。", "We ate 12 eggs at lunch."));
}

TEST_CASE("The same words explain numbers where they count", "[check]") {
  CHECK_FALSE(flagged("他等了一刻钟。", "He waited for 15 minutes."));
  CHECK_FALSE(flagged("会议在中午开始。", "The meeting begins at 12 noon."));
  CHECK_FALSE(flagged("她买了一打鸡蛋。", "She bought 12 eggs."));
}

TEST_CASE("Figures in other units are compared as measures", "[check]") {
  // What is measured in Chinese and in English, and how many of the one the other is.
  const struct {
    std::string chinese;
    std::string english;
    double factor;
  } kConversions[] = {{"公里", "miles", 0.621371},        {"米", "feet", 3.28084},
                      {"厘米", "inches", 0.393701},       {"公斤", "pounds", 2.20462},
                      {"平方米", "square feet", 10.7639}, {"公顷", "acres", 2.47105},
                      {"升", "gallons", 0.264172},        {"小时", "minutes", 60},
                      {"斤", "kilograms", 0.5},           {"吨", "kg", 1000}};
  for (const auto& [chinese, english, factor] : kConversions) {
    for (int figure = 20; figure < 120; figure += 7) {
      const std::string source = fmt::format("这里一共有{}{}。", figure, chinese);
      INFO(source << ' ' << english);
      const auto rendering = [&](double value) {
        return fmt::format("Here there are {:.0f} {} in all.", value, english);
      };
      CHECK_FALSE(flagged(source, rendering(figure * factor)));
      CHECK(flagged(source, rendering(figure)));
      CHECK(flagged(source, rendering(figure * factor * 2)));
    }
  }
}

TEST_CASE("Each figure of a measure said twice has its own", "[check]") {
  CHECK_FALSE(
      flagged("离首都45英里（72公里）。", "It is 45 miles (72 kilometers) from the capital."));
  CHECK(flagged("离首都45英里（72公里）。", "It is 45 miles (32 kilometers) from the capital."));
}

TEST_CASE("A unit behind two numbers belongs to both", "[check]") {
  CHECK_FALSE(flagged("两地的失业率分别为5%和3%。",
                      "Unemployment in the two places was five and three per cent."));
  CHECK(flagged("两地的失业率分别为5%和3%。",
                "Unemployment in the two places was five and four per cent."));
  CHECK_FALSE(flagged("利率在5%到10%之间。", "The rate is between five and ten per cent."));
}

TEST_CASE("Quarters and fiscal years are compared", "[check]") {
  CHECK_FALSE(flagged("第二季度利润下降。", "Profits fell in Q2."));
  CHECK_FALSE(flagged("二季度利润下降。", "Profits fell in the second quarter."));
  CHECK(flagged("第三季度利润下降。", "Profits fell in the second quarter."));
  CHECK(flagged("2023财年的利润上升。", "Profits rose in fiscal 2022."));
}
