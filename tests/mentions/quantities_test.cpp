#include "duizhao/mentions/quantities.hpp"

#include <catch2/catch.hpp>
#include <sstream>

#include "support/random_text.hpp"

using namespace duizhao;

namespace {

const QuantityFinder& finder() {
  static const QuantityFinder shared;
  return shared;
}

/// Quantities as "number 30", "number 2..3", "money 7000000000 USD", separated by semicolons.
std::string found(const std::string& text, const std::string& language) {
  std::ostringstream list;
  list.precision(10);
  const char* separator = "";
  for (const Quantity& each : finder().find(text, language)) {
    list << separator << name_of(each.kind) << ' ' << each.low;
    if (each.high != each.low) list << ".." << each.high;
    if (!each.currency.empty()) list << ' ' << each.currency;
    separator = "; ";
  }
  return list.str();
}

struct Case {
  const char* text;
  const char* quantities;
};

template <std::size_t N>
void check(const Case (&cases)[N], const std::string& language) {
  for (const Case& each : cases) {
    INFO(each.text);
    CHECK(found(each.text, language) == each.quantities);
  }
}

}  // namespace

TEST_CASE("Chinese numbers are read", "[quantities][zh]") {
  const Case cases[] = {
      {"三十年", "number 30"},
      {"一千亿", "number 1e+11"},
      {"一万人", "number 10000"},
      {"两百个", "number 200"},
      {"三点五亿", "number 350000000"},
      {"1.5亿", "number 150000000"},
      {"1000亿", "number 1e+11"},
      {"3万", "number 30000"},
      {"10,000张", "number 10000"},
      {"１２３个", "number 123"},
      {"壹佰", "number 100"},
      {"廿五", "number 25"},
      {"两百三", "number 230"},
      {"一万五", "number 15000"},
      {"一百零五", "number 105"},
      {"三千二百一十", "number 3210"},
      {"百亿", "number 1e+10"},
      {"十二", "number 12"},
      {"二十", "number 20"},
      {"九十九", "number 99"},
      {"五六万", "number 50000..60000"},
      {"两三年", "number 2..3"},
      {"一两年", "number 1..2"},
      {"三四十", "number 30..40"},
      {"十五六岁", "number 15..16"},
      {"七八百", "number 700..800"},
      {"二百多", "number 200..300"},
      {"三十多年", "number 30..40"},
      {"十余年", "number 10..20"},
      {"两千多", "number 2000..3000"},
      {"100多亿", "number 1e+10..2e+10"},
      {"三千多万", "number 30000000..40000000"},
      {"五年多", "number 5..6"},
      {"几十", "number 20..90"},
      {"几百", "number 200..900"},
      {"数千", "number 2000..9000"},
      {"数十亿", "number 2000000000..9000000000"},
      {"十几", "number 11..19"},
      {"半年", "number 0.5"},
      {"两年半", "number 2.5"},
      {"一个半", "number 1.5"},
      {"三到五年", "number 3..5"},
      {"3-5年", "number 3..5"},
      {"三至五万", "number 30000..50000"},
      {"十年到二十年", "number 10; number 20"},
      {"亿万", ""},
      {"兩萬", "number 20000"},
  };
  check(cases, "zh");
}

TEST_CASE("Chinese shares and multiples are read", "[quantities][zh]") {
  const Case cases[] = {
      {"百分之五", "ratio 0.05"},
      {"百分之五点五", "ratio 0.055"},
      {"百分之15", "ratio 0.15"},
      {"百分之百", "ratio 1"},
      {"千分之三", "ratio 0.003"},
      {"七分之一", "ratio 0.1428571429"},
      {"七十分之一", "ratio 0.01428571429"},
      {"三分之二", "ratio 0.6666666667"},
      {"5%", "ratio 0.05"},
      {"5％", "ratio 0.05"},
      {"12.5%", "ratio 0.125"},
      {"5%-13%", "ratio 0.05..0.13"},
      {"5%~13%", "ratio 0.05..0.13"},
      {"5-13%", "ratio 0.05..0.13"},
      {"5个百分点", "ratio 0.05"},
      {"三成", "ratio 0.3"},
      {"七八成", "ratio 0.7..0.8"},
      {"打八折", "ratio 0.8"},
      {"八五折", "ratio 0.85"},
      {"一半", "ratio 0.5"},
      {"半数", "ratio 0.5"},
      {"四倍", "multiple 4"},
      {"4倍", "multiple 4"},
      {"1.5倍", "multiple 1.5"},
      {"两倍多", "multiple 2..3"},
      {"几十倍", "multiple 20..90"},
      {"翻倍", "multiple 2"},
      {"翻了一番", "multiple 2"},
  };
  check(cases, "zh");
}

TEST_CASE("Chinese money, years, dates and ordinals are read", "[quantities][zh]") {
  const Case cases[] = {
      {"1元", "money 1 CNY"},
      {"一元", "money 1 CNY"},
      {"三块钱", "money 3 CNY"},
      {"100亿元", "money 1e+10 CNY"},
      {"1000亿人民币", "money 1e+11 CNY"},
      {"70亿美元", "money 7000000000 USD"},
      {"七十亿美金", "money 7000000000 USD"},
      {"$100", "money 100 USD"},
      {"100多万元", "money 1000000..2000000 CNY"},
      {"五百港元", "money 500 HKD"},
      {"2015年", "year 2015"},
      {"二〇二四年", "year 2024"},
      {"二零一五年", "year 2015"},
      {"80年代", "decade 1980"},
      {"八十年代", "decade 1980"},
      {"1990年代", "decade 1990"},
      {"80后", "decade 1980"},
      {"九零后", "decade 1990"},
      {"00后", "decade 2000"},
      {"7月", "month 7"},
      {"十二月", "month 12"},
      {"1月20日", "date 120"},
      {"2025年1月20日", "year 2025; date 120"},
      {"七月十七日", "date 717"},
      {"第三", "ordinal 3"},
      {"第二十五届", "ordinal 25"},
      {"第1", "ordinal 1"},
      {"第一手", "ordinal 1"},
      {"3个月", "number 3"},
      {"十八个月", "number 18"},
  };
  check(cases, "zh");
}

TEST_CASE("Chinese words with numerals in them mention no quantity", "[quantities][zh]") {
  for (const char* text :
       {"一些",          "一起",     "一样",       "一直",   "一定",     "一下", "统一",
        "万一",          "十分重要", "百度",       "四川",   "五花八门", "二手", "一个人",
        "一种可能",      "一方面",   "半导体",     "老百姓", "三星",     "零售", "千方百计",
        "我们",          "",         "几乎",       "数据",   "数学",     "半夜", "GPT-4很好",
        "DeepSeek V2.5", "A100显卡", "他走了。[3]"}) {
    INFO(text);
    CHECK(found(text, "zh").empty());
  }
}

TEST_CASE("English numbers are read", "[quantities][en]") {
  const Case cases[] = {
      {"30 years", "number 30"},
      {"10,000 chips", "number 10000"},
      {"3.5 litres", "number 3.5"},
      {"thirty-five", "number 35"},
      {"thirty five", "number 35"},
      {"two hundred and five", "number 205"},
      {"two hundred thousand", "number 200000"},
      {"one hundred", "number 100"},
      {"a hundred", "number 100"},
      {"a million users", "number 1000000"},
      {"five million", "number 5000000"},
      {"350 million", "number 350000000"},
      {"1.5bn", "number 1500000000"},
      {"200m users", "number 200000000"},
      {"10k", "number 10000"},
      {"twelve", "number 12"},
      {"a dozen", "number 12"},
      {"two dozen", "number 24"},
      {"dozens", "number 24..99"},
      {"hundreds of people", "number 200..999"},
      {"thousands", "number 2000..9999"},
      {"tens of thousands", "number 20000..99999"},
      {"several", "number 2..9"},
      {"a few", "number 2..9"},
      {"a couple", "number 2..3"},
      {"two or three", "number 2..3"},
      {"one or two years", "number 1..2"},
      {"one- or two-year gap", "number 1..2"},
      {"three to five", "number 3..5"},
      {"3-5", "number 3..5"},
      {"10–20", "number 10..20"},
      {"200+", "number 200..300"},
      {"18 months", "number 18"},
      {"16 years", "number 16"},
      {"32 A100 GPUs", "number 32"},
      {"2,000 Nvidia H800 chips", "number 2000"},
      {"between 5 and 10", "number 5..10"},
      {"ninety-nine", "number 99"},
      {"nineteen", "number 19"},
      {"zero", "number 0"},
  };
  check(cases, "en");
}

TEST_CASE("English shares and multiples are read", "[quantities][en]") {
  const Case cases[] = {
      {"5%", "ratio 0.05"},
      {"5 percent", "ratio 0.05"},
      {"five per cent", "ratio 0.05"},
      {"5 percentage points", "ratio 0.05"},
      {"12.5%", "ratio 0.125"},
      {"5–13%", "ratio 0.05..0.13"},
      {"5% to 13%", "ratio 0.05..0.13"},
      {"5 to 13 percent", "ratio 0.05..0.13"},
      {"38% of talent", "ratio 0.38"},
      {"half", "ratio 0.5"},
      {"one-seventieth", "ratio 0.01428571429"},
      {"one-seventh", "ratio 0.1428571429"},
      {"two-thirds", "ratio 0.6666666667"},
      {"a third", "ratio 0.3333333333"},
      {"three quarters", "ratio 0.75"},
      {"a quarter", "ratio 0.25"},
      {"one-half", "ratio 0.5"},
      {"1/20th", "ratio 0.05"},
      {"1/3", "ratio 0.3333333333"},
      {"4x", "multiple 4"},
      {"4 times", "multiple 4"},
      {"four times", "multiple 4"},
      {"1.5x", "multiple 1.5"},
      {"tenfold", ""},
      {"10-fold", "multiple 10"},
      {"twice", "multiple 2"},
      {"doubled", "multiple 2"},
      {"tripled", "multiple 3"},
      {"threefold", "multiple 3"},
      {"twofold", "multiple 2"},
  };
  check(cases, "en");
}

TEST_CASE("English money, years, dates and ordinals are read", "[quantities][en]") {
  const Case cases[] = {
      {"$7 billion", "money 7000000000 USD"},
      {"$10B", "money 1e+10 USD"},
      {"$6m", "money 6000000 USD"},
      {"US$100", "money 100 USD"},
      {"$0.15", "money 0.15 USD"},
      {"1 RMB", "money 1 CNY"},
      {"one RMB", "money 1 CNY"},
      {"100 billion yuan", "money 1e+11 CNY"},
      {"100bn yuan ($14bn)", "money 1e+11 CNY; money 1.4e+10 USD"},
      {"200m yuan", "money 200000000 CNY"},
      {"five dollars", "money 5 USD"},
      {"€5", "money 5 EUR"},
      {"£3.50", "money 3.5 GBP"},
      {"$5–7 billion", "money 5000000000..7000000000 USD"},
      {"2015", "year 2015"},
      {"in 2024, he", "year 2024"},
      {"the 1980s", "decade 1980"},
      {"the ’80s", "decade 1980"},
      {"‘80s-born", "decade 1980"},
      {"the 90s", "decade 1990"},
      {"the eighties", "decade 1980"},
      {"July 17", "date 717"},
      {"January 20, 2025", "date 120; year 2025"},
      {"20 January 2025", "date 120; year 2025"},
      {"January 29th", "date 129"},
      {"in July", "month 7"},
      {"in May", "month 5"},
      {"last March", "month 3"},
      {"he may go", ""},
      {"this may be so", ""},
      {"a first attempt", "ordinal 1"},
      {"third", "ordinal 3"},
      {"3rd", "ordinal 3"},
      {"the twenty-first", "ordinal 21"},
      {"1st", "ordinal 1"},
      {"the fifth-tier city", "ordinal 5"},
  };
  check(cases, "en");
}

TEST_CASE("English articles and names mention no quantity", "[quantities][en]") {
  for (const char* text :
       {"no one", "one of them", "the one", "GPT-4o", "GPT-4 Turbo", "DeepSeek V2.5", "the A100",
        "He left.[3][7]", "a man", "", "someone", "anything", "many", "Llama"}) {
    INFO(text);
    CHECK(finder().find(text, "en").empty());
  }
}

TEST_CASE("Renderings of a quantity agree", "[quantities]") {
  const std::pair<const char*, const char*> pairs[] = {
      {"三十年", "30 years"},
      {"三十年", "thirty years"},
      {"一两年", "one or two years"},
      {"1000亿元", "100 billion yuan"},
      {"70亿美元", "$7 billion"},
      {"百分之五", "five percent"},
      {"5%-13%", "5–13%"},
      {"七十分之一", "one-seventieth"},
      {"一半", "half"},
      {"五成", "50%"},
      {"四倍", "4x"},
      {"四倍", "fourfold: four times"},
      {"翻倍", "doubled"},
      {"80后", "’80s-born"},
      {"八十年代", "the 1980s"},
      {"1月20日", "January 20"},
      {"7月", "in July"},
      {"第三", "third"},
      {"几十个", "dozens"},
      {"数千", "thousands"},
      {"两三家", "two or three"},
      {"二百多人", "200+ contributors"},
      {"十几年", "12 years"},
      {"2015年", "2015"},
      {"半年", "half a year"},
      {"一万张", "10,000 cards"},
      {"18个月", "eighteen months"},
      {"1元", "1 RMB"},
      {"三分之二", "two-thirds"},
      {"几", ""},
  };
  for (const auto& [chinese, english] : pairs) {
    const auto left = finder().find(chinese, "zh");
    const auto right = finder().find(english, "en");
    if (left.empty()) continue;
    INFO(chinese << " / " << english);
    REQUIRE_FALSE(right.empty());
    CHECK(agree(left.front(), right.back()));
    CHECK(agree(right.back(), left.front()));
  }
}

TEST_CASE("Different quantities do not agree", "[quantities]") {
  const std::pair<const char*, const char*> pairs[] = {
      {"三十年", "20 years"},
      {"1000亿元", "10 billion yuan"},
      {"70亿美元", "¥7 billion"},
      {"百分之五", "15%"},
      {"四倍", "5x"},
      {"第三", "3"},
      {"八十年代", "the 1990s"},
      {"7月", "in June"},
      {"二百多人", "199 people"},
      {"1月20日", "January 21"},
      {"两三年", "four years"},
      {"一半", "a third"},
  };
  for (const auto& [chinese, english] : pairs) {
    INFO(chinese << " / " << english);
    const auto left = finder().find(chinese, "zh");
    const auto right = finder().find(english, "en");
    REQUIRE(left.size() == 1);
    REQUIRE(right.size() == 1);
    CHECK_FALSE(agree(left.front(), right.front()));
  }
}

TEST_CASE("Quantities lie in order inside any text", "[quantities]") {
  test::RandomText random(11);
  for (int round = 0; round < 300; ++round) {
    const std::string text = random(30) + "三百多" + random(10) + "5–13%" + random(10);
    for (const char* language : {"zh", "en"}) {
      std::size_t end = 0;
      for (const Quantity& each : finder().find(text, language)) {
        REQUIRE(each.range.begin >= end);
        REQUIRE(each.range.end > each.range.begin);
        REQUIRE(each.low <= each.high);
        end = each.range.end;
      }
      REQUIRE(end <= text.size());
    }
  }
}

TEST_CASE("What leads to a date is no part of it", "[quantities]") {
  const std::string month = "It ended in May.";
  const std::string decade = "It began in the eighties.";
  CHECK(finder().find(month, "en").at(0).range == ByteRange{12, 15});
  CHECK(finder().find(decade, "en").at(0).range == ByteRange{16, 24});
}
