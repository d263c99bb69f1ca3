// A thousand values in every spelling are read as what they are.
#include <unicode/locid.h>
#include <unicode/rbnf.h>

#include <catch2/catch.hpp>
#include <duizhao/duizhao.hpp>

using duizhao::Quantity;
using duizhao::QuantityFinder;

namespace {

std::string spelled(const char* language, double value) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::RuleBasedNumberFormat rules(icu::URBNF_SPELLOUT, icu::Locale(language), status);
  icu::UnicodeString text;
  rules.format(value, text);
  std::string utf8;
  text.toUTF8String(utf8);
  return utf8;
}

std::string replaced(std::string text, const std::string& from, const std::string& to) {
  for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at)) {
    text.replace(at, from.size(), to);
    at += to.size();
  }
  return text;
}

std::string with_commas(long value) {
  std::string digits = std::to_string(value);
  for (std::size_t at = digits.size(); at > 3; at -= 3) digits.insert(at - 3, ",");
  return digits;
}

/// A value of up to eight figures, with zeros in other places each time.
long value_at(int i) {
  constexpr long kFactor = 7919;  // a prime, so that figures vary
  const long raw = (i + 11) * kFactor;
  const long lengths[] = {100, 1000, 10'000, 100'000, 1'000'000, 10'000'000};
  const long value = raw % lengths[i % 6];
  return i % 3 == 0 ? value / 100 * 100 + 1200 : value + 21;  // years and small ones apart
}

std::vector<std::string> chinese_spellings(long value) {
  const std::string words = replaced(spelled("zh", static_cast<double>(value)), "〇", "零");
  std::vector<std::string> all = {std::to_string(value), words,
                                  replaced(replaced(words, "万", "萬"), "亿", "億")};
  if (value > 10'000 && value % 100 == 0) {
    std::string scaled = std::to_string(value / 10'000);
    const long rest = value % 10'000 / 100;
    if (rest > 0) {
      scaled += rest < 10 ? ".0" : ".";
      scaled += std::to_string(rest);
    }
    all.push_back(scaled + "万");
    all.push_back(scaled + " 萬");
  }
  return all;
}

std::vector<std::string> english_spellings(long value) {
  std::vector<std::string> all = {with_commas(value), spelled("en", static_cast<double>(value))};
  if (value > 1'000'000 && value % 100'000 == 0) {
    all.push_back(std::to_string(value / 1'000'000) + "." +
                  std::to_string(value % 1'000'000 / 100'000) + " million");
  }
  return all;
}

std::vector<Quantity> chinese(const std::string& number) {
  static const QuantityFinder finder;
  return finder.find("仓库里有" + number + "个箱子。", "zh");
}
std::vector<Quantity> english(const std::string& number) {
  static const QuantityFinder finder;
  return finder.find("There are " + number + " boxes in the store.", "en");
}

}  // namespace

TEST_CASE("A thousand numbers are the same in every spelling", "[mentions]") {
  for (int i = 0; i < 1000; ++i) {
    const long value = value_at(i);
    for (const std::string& left : chinese_spellings(value)) {
      for (const std::string& right : english_spellings(value)) {
        INFO(left << " | " << right);
        const auto one = chinese(left);
        const auto two = english(right);
        REQUIRE(one.size() == 1);
        REQUIRE(two.size() == 1);
        CHECK(agree(one.front(), two.front()));
        const auto other = english(with_commas(value + 1 + i % 7));
        REQUIRE(other.size() == 1);
        CHECK_FALSE(agree(one.front(), other.front()));
      }
    }
  }
}

TEST_CASE("Times of day, scores and shares agree in both languages", "[mentions]") {
  const QuantityFinder finder;
  const auto agrees = [&](const std::string& zh, const std::string& en) {
    const auto left = finder.find(zh, "zh");
    const auto right = finder.find(en, "en");
    INFO(zh << " | " << en);
    REQUIRE(left.size() == 1);
    REQUIRE(right.size() == 1);
    return agree(left.front(), right.front());
  };
  for (int minute = 0; minute < 24 * 60; minute += 7) {
    const int hour = minute / 60;
    const std::string past = (minute % 60 < 10 ? "0" : "") + std::to_string(minute % 60);
    const int half = hour % 12 == 0 ? 12 : hour % 12;
    const std::string english = std::to_string(half) + ":" + past + (hour < 12 ? " a.m" : " p.m");
    CHECK(agrees("火车" + std::to_string(hour) + ":" + past + "到站。",
                 "The train arrives at " + english + " sharp."));
    CHECK_FALSE(agrees("火车" + std::to_string(hour) + ":" + past + "到站。",
                       "The train arrives at 13:61 sharp."));
  }
  for (int one = 0; one < 10; ++one) {
    for (int other = 0; other <= one; ++other) {
      const std::string right =
          "They won " + std::to_string(one) + "-" + std::to_string(other) + " on Sunday.";
      CHECK(
          agrees("他们以" + std::to_string(one) + "比" + std::to_string(other) + "获胜。", right));
      CHECK(agrees("他们以" + std::to_string(one) + ":" + std::to_string(other) + "获胜。", right));
      CHECK_FALSE(agrees(
          "他们以" + std::to_string(one + 1) + "比" + std::to_string(other) + "获胜。", right));
    }
  }
  CHECK(agrees("死亡率是千分之五。", "The rate is five per thousand."));
  CHECK(agrees("死亡率是5‰。", "The rate is 0.5%."));
  CHECK(agrees("有九成五的人同意。", "Some 95% of them agree."));
  CHECK(agrees("他付了8万5千。", "He paid 85,000."));
  CHECK(agrees("他付了13万2。", "He paid 132,000."));
  CHECK(agrees("那是民国三十八年。", "That was in 1949."));
  CHECK(agrees("他等了三刻钟。", "He waited 45 minutes."));
  CHECK(agrees("花了几十万元。", "It cost several hundred thousand yuan."));
  CHECK_FALSE(agrees("每次5至10毫克。", "Take 5 to 15 mg."));
  CHECK(agrees("从5月5日至12日。", "From May 5 to 12."));
  CHECK(agrees("从5月5日至12日。", "From 5 to 12 May."));
  CHECK_FALSE(agrees("从5月5日至12日。", "From May 5 to 14."));
}

TEST_CASE("A line of many numerals is read within bounds", "[mentions]") {
  std::string chinese, english;
  for (int i = 0; i < 8000; ++i) {
    chinese += "三";
    english += "one ";
  }
  const QuantityFinder finder;
  CHECK_NOTHROW(finder.find(chinese, "zh"));
  CHECK_NOTHROW(finder.find(english, "en"));
}
