#include "duizhao/mentions/names.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <set>

#include "mentions/pinyin.hpp"
#include "text/ascii.hpp"
#include "text/embedded.hpp"
#include "text/utf8.hpp"

using namespace duizhao;

namespace {

const NameFinder& finder() {
  static const NameFinder shared(Lexicon::load_default());
  return shared;
}

std::vector<std::string> found(const std::string& text) {
  std::vector<std::string> names;
  for (const RomanName& name : finder().find(text)) {
    names.push_back(text.substr(name.range.begin, name.range.size()));
  }
  return names;
}

using Names = std::vector<std::string>;

}  // namespace

TEST_CASE("Names in pinyin render their characters", "[names]") {
  const std::pair<const char*, const char*> pairs[] = {
      {"Liang Wenfeng", "梁文锋"},
      {"Wenfeng Liang", "梁文锋"},
      {"Liang Wen Feng", "梁文锋"},
      {"Liang Wen-feng", "梁文锋"},
      {"Wen-Feng Liang", "梁文锋"},
      {"Zhu Xiaohu", "朱啸虎"},
      {"Xiaohu Zhu", "朱啸虎"},
      {"Wang Huiwen", "王慧文"},
      {"Li Qiang", "李强"},
      {"Lei Jun", "雷军"},
      {"Zhang Zhiwei", "张志伟"},
      {"Ouyang Xiu", "欧阳修"},
      {"Xiu Ouyang", "欧阳修"},
      {"Sima Qian", "司马迁"},
      {"Zhuge Liang", "诸葛亮"},
      {"Shan Tianfang", "单田芳"},
      {"Zeng Guofan", "曾国藩"},
      {"Qiu He", "仇和"},
      {"Ou Kan", "区侃"},
      {"Xi’an", "西安"},
      {"Xi'an", "西安"},
      {"Xian", "西安"},
      {"Zhanjiang", "湛江"},
      {"Zhejiang", "浙江"},
      {"Guangdong", "广东"},
      {"Beihang", "北航"},
      {"Tsinghua", ""},
      {"Hangzhou", "杭州"},
      {"Yinhang", "银行"},
      {"Xingren", "行人"},
      {"Lü Bu", ""},
      {"Ma Huateng", "马化腾"},
      {"Huanfang", "幻方"},
  };
  for (const auto& [latin, chinese] : pairs) {
    INFO(latin << " " << chinese);
    if (*chinese != '\0') CHECK(finder().renders(latin, chinese));
  }
}

TEST_CASE("Other names do not", "[names]") {
  const std::pair<const char*, const char*> pairs[] = {
      {"Liang Wenfeng", "王慧文"},
      {"Liang Wenfeng", "梁文"},
      {"Feng Liangwen", "梁文锋"},
      {"Sam Altman", "梁文锋"},
      {"Wen", "文"},
      {"Liang Wenfeng", "文锋梁"},
      {"Liang Wenfeng Xiaohu", "梁文锋"},
      {"", ""},
      {"Liang Wenfeng", ""},
  };
  for (const auto& [latin, chinese] : pairs) {
    INFO(latin << " " << chinese);
    CHECK_FALSE(finder().renders(latin, chinese));
  }
}

TEST_CASE("Names are found in English text", "[names]") {
  CHECK(found("The founder, Liang Wenfeng, spoke.") == Names{"Liang Wenfeng"});
  CHECK(found("Xiaohu Zhu met Wang Huiwen in Hangzhou.") ==
        Names{"Xiaohu Zhu", "Wang Huiwen", "Hangzhou"});
  CHECK(found("Liang Wenfeng’s fund and Liang Wenfeng's firm") ==
        Names{"Liang Wenfeng", "Liang Wenfeng"});
  CHECK(found("Sam Altman of OpenAI").empty());
  CHECK(found("nothing here").empty());
  CHECK(found("").empty());
}

TEST_CASE("A name can be read in more than one way", "[names]") {
  const auto names = finder().find("Xian");
  REQUIRE(names.size() == 1);
  CHECK(names[0].readings == std::vector<std::vector<std::string>>{{"xi", "an"}});
  const auto liang = finder().find("Wenfeng Liang");
  REQUIRE(liang.size() == 1);
  CHECK(liang[0].readings.size() >= 2);
}

TEST_CASE("Names are located in Chinese text", "[names]") {
  const auto names = finder().find("Liang Wenfeng");
  REQUIRE(names.size() == 1);
  const std::string text = "创始人梁文锋说，梁文锋是对的。";
  const auto places = finder().locate(names[0], text);
  REQUIRE(places.size() == 2);
  for (const ByteRange& place : places) {
    CHECK(text.substr(place.begin, place.size()) == "梁文锋");
  }
  CHECK(finder().locate(names[0], "没有这个人").empty());
}

TEST_CASE("The syllables that are stored are those that ICU gives", "[names]") {
  constexpr std::size_t kLongest = 6;  // zhuang
  const Lexicon none;
  const mentions::Pinyin pinyin(none);
  std::set<std::string> syllables;
  for (char32_t c = 0x4E00; c <= 0x9FA5; ++c) {
    std::string character;
    text::append(character, c);
    for (const std::string& reading : pinyin.readings(character)) {
      const bool plain = reading.size() <= kLongest &&
                         std::ranges::all_of(reading, text::is_ascii_letter) &&
                         reading.find_first_of("aeiou") != std::string::npos;  // not m, ng
      if (plain) syllables.insert(reading);
    }
  }
  const auto stored = text::entries(text::kSyllables);
  CHECK(syllables == std::set<std::string>(stored.begin(), stored.end()));
}

TEST_CASE("Without a lexicon names are still known by ICU", "[names]") {
  const NameFinder bare{Lexicon()};
  CHECK(bare.renders("Liang Wenfeng", "梁文锋"));
}
